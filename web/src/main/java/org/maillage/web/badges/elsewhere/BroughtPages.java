package org.maillage.web.badges.elsewhere;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.SentFiles;
import org.maillage.web.badges.SentFiles.Sent;
import org.maillage.web.badges.elsewhere.BroughtBadges.Outcome;
import org.maillage.web.badges.elsewhere.BroughtBadges.Why;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Badges that one earned elsewhere: shown to oneself, added from a file or its text, removed. Nothing is fetched. */
@Controller
@RequestMapping("/badges/ailleurs")
class BroughtPages {

    private static final String PAGE = "redirect:/badges/ailleurs";

    private final BroughtBadges brought;
    private final Words words;

    BroughtPages(BroughtBadges brought, Words words) {
        this.brought = brought;
        this.words = words;
    }

    /** One of them as its owner reads it. */
    record Shown(
            String id,
            String name,
            String issuer,
            String day,
            String state,
            String way,
            String checked,
            boolean over) {}

    @GetMapping
    String all(Viewer viewer, Standing standing, Model model, Locale locale) {
        return show("", Map.of(), viewer, standing, model, locale);
    }

    private String show(
            String typed, Map<String, String> errors, Viewer viewer, Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "badges");
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("badges", shown(viewer, standing.zone(), locale));
        return "badges/elsewhere";
    }

    private List<Shown> shown(Viewer viewer, ZoneId zone, Locale locale) {
        return brought.of(viewer.person()).stream()
                .map(badge -> shown(badge, zone, locale))
                .toList();
    }

    private Shown shown(BroughtBadge badge, ZoneId zone, Locale locale) {
        var by = badge.broughtBy();
        return new Shown(
                badge.id().toString(),
                badge.name(),
                badge.issuerName(),
                words.day(badge.arrivedAt().atZone(zone).toLocalDate(), locale),
                words.say("elsewhere.found." + badge.found(), locale),
                by == null ? words.say("elsewhere.by.you", locale) : words.say("elsewhere.by", locale, by),
                words.day(badge.checkedAt().atZone(zone).toLocalDate(), locale),
                badge.found() == Found.ENDED);
    }

    @PostMapping
    String add(
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        return switch (SentFiles.read(fichier)) {
            case Sent.TooLarge _ -> again("fichier", Why.TOO_LARGE, "", viewer, standing, model, locale, response);
            case Sent.File(var bytes) -> take("fichier", bytes, "", viewer, standing, model, locale, response, after);
            case Sent.Nothing _ ->
                text.isBlank()
                        ? again("fichier", "elsewhere.missing", "", viewer, standing, model, locale, response)
                        : take(
                                "text",
                                text.strip().getBytes(UTF_8),
                                text,
                                viewer,
                                standing,
                                model,
                                locale,
                                response,
                                after);
        };
    }

    private String take(
            String field,
            byte[] bytes,
            String typed,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        return switch (brought.bring(viewer.person(), bytes, null)) {
            case Outcome.Kept(var badge, var _) -> {
                after.addFlashAttribute("notice", words.say("elsewhere.added", locale, badge.name()));
                yield PAGE;
            }
            case Outcome.Own _ -> {
                after.addFlashAttribute("notice", words.say("elsewhere.own", locale));
                after.addFlashAttribute("noticeKind", "info");
                yield PAGE;
            }
            case Outcome.Refused(var why, var _) -> again(field, why, typed, viewer, standing, model, locale, response);
        };
    }

    private String again(
            String field,
            Why why,
            String typed,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return again(field, "elsewhere.refused." + why, typed, viewer, standing, model, locale, response);
    }

    private String again(
            String field,
            String fault,
            String typed,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(typed, Map.of(field, words.say(fault, locale)), viewer, standing, model, locale);
    }

    @PostMapping("/{id}/verification")
    String verify(@PathVariable UUID id, Viewer viewer, Locale locale, RedirectAttributes after) {
        brought.verify(viewer.person(), id);
        after.addFlashAttribute("notice", words.say("elsewhere.verified", locale));
        return PAGE;
    }

    @PostMapping("/{id}/retrait")
    String remove(@PathVariable UUID id, Viewer viewer, Locale locale, RedirectAttributes after) {
        brought.remove(viewer.person(), id);
        after.addFlashAttribute("notice", words.say("elsewhere.removed", locale));
        return PAGE;
    }
}
