package org.maillage.web.badges.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.IssuedBadge;
import org.maillage.badge.issue.Language;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AwardId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Words;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.EmailAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A badge of one's own with one's e-mail address in it, hashed: for a platform that knows people by nothing else. */
@Controller
@RequestMapping("/badges/{id}/adresse")
class TellingPages {

    private final Badges badges;
    private final BadgeForms forms;
    private final Tellings tellings;
    private final Correspondents correspondents;
    private final Words words;
    private final Clock clock;

    TellingPages(
            Badges badges,
            BadgeForms forms,
            Tellings tellings,
            Correspondents correspondents,
            Words words,
            Clock clock) {
        this.badges = badges;
        this.forms = forms;
        this.tellings = tellings;
        this.correspondents = correspondents;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable AwardId id, Standing standing, Model model, Locale locale) {
        return page(own(id, standing), Map.of(), model, locale);
    }

    private String page(Award award, Map<String, String> errors, Model model, Locale locale) {
        model.addAttribute("current", "badges");
        model.addAttribute("award", award);
        model.addAttribute("name", BadgeWords.text(award.content(), locale).name());
        model.addAttribute("address", address(award).map(EmailAddress::value).orElse(null));
        model.addAttribute(
                "hosted",
                telling(award)
                        .map(badge -> badge.hosted(Language.FR).assertion().toString())
                        .orElse(null));
        model.addAttribute("errors", errors);
        return "badges/telling";
    }

    // A badge that is shown to nobody has no address that a platform could open.
    private Award own(AwardId id, Standing standing) {
        return badges.awards()
                .find(standing.network(), id, standing.today(clock))
                .filter(award -> award.member().equals(standing.member()) && award.shown())
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }

    private Optional<EmailAddress> address(Award award) {
        return correspondents.of(award.member()).map(Correspondents.Correspondent::address);
    }

    private Optional<IssuedBadge> telling(Award award) {
        return tellings.of(award)
                .flatMap(told -> badges.issuing().badges().shown(award.code()).map(badge -> badge.telling(told)));
    }

    @PostMapping
    String ask(
            @PathVariable AwardId id,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var award = own(id, standing);
        var address = address(award);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(award, Map.of("adresse", words.say("telling.unknown", locale)), model, locale);
        }
        tellings.ask(award, address.get());
        after.addFlashAttribute("notice", words.say("telling.ready", locale));
        return "redirect:/badges/" + id + "/adresse";
    }

    @PostMapping("/retrait")
    String end(@PathVariable AwardId id, Standing standing, Locale locale, RedirectAttributes after) {
        tellings.end(own(id, standing));
        after.addFlashAttribute("notice", words.say("telling.ended", locale));
        return "redirect:/badges/" + id + "/adresse";
    }

    /** One of the files. */
    @GetMapping({"/badge.json", "/badge.jwt", "/badge.png", "/badge.svg"})
    ResponseEntity<byte[]> file(@PathVariable AwardId id, Standing standing, HttpServletRequest request) {
        var award = own(id, standing);
        var form = BadgeForm.ofFile(request.getRequestURI());
        return telling(award)
                .flatMap(badge -> forms.of(badge, form, Language.FR))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(form.type()))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                attached(award.code().shown() + form.ending()))
                        .body(bytes))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }

    private static String attached(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
