package org.maillage.web.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.GivenKeys;
import org.maillage.badge.verify.Verdict;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.web.badges.RemoteBadges.Fetched;
import org.maillage.web.badges.SentFiles.Sent;
import org.maillage.web.frame.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Whether a badge holds: by its code, by its address, or by the file. Nothing that is sent is kept. */
@Controller
@RequestMapping("/v")
class VerifyPages {

    private final Verification verification;
    private final Verdicts verdicts;
    private final PublicBadges badges;
    private final LiveChecks live;
    private final KnownAddresses addresses;
    private final RemoteBadges remote;
    private final Words words;
    private final SentBadges sent;

    VerifyPages(
            Verification verification,
            Verdicts verdicts,
            PublicBadges badges,
            LiveChecks live,
            KnownAddresses addresses,
            RemoteBadges remote,
            Words words,
            SentBadges sent) {
        this.verification = verification;
        this.verdicts = verdicts;
        this.badges = badges;
        this.live = live;
        this.addresses = addresses;
        this.remote = remote;
        this.words = words;
        this.sent = sent;
    }

    @GetMapping
    String ask(@RequestParam @Nullable String quoi, Model model, Locale locale, HttpServletResponse response) {
        return quoi == null ? form(model) : named(quoi.strip(), model, locale, response);
    }

    // What is typed is a code, an address of this site, or one of another.
    private String named(String typed, Model model, Locale locale, HttpServletResponse response) {
        var code = code(typed).or(() -> addresses.code(typed));
        if (code.isPresent()) {
            return "redirect:/v/" + code.get();
        }
        var address = address(typed);
        if (typed.isEmpty() || address.isEmpty()) {
            var fault = typed.isEmpty() ? "verify.typed.missing" : "verify.typed.invalid";
            return again("quoi", typed, fault, model, locale, response);
        }
        if (addresses.isHere(address.get())) {
            return verification
                    .endorsement(address.get())
                    .map(verdict -> told(verdict, model, locale))
                    .orElseGet(() -> again("quoi", typed, fault(address.get()), model, locale, response));
        }
        return switch (remote.fetch(address.get())) {
            case Fetched.Found(var bytes) -> told(verification.of(bytes), model, locale);
            case Fetched.Elsewhere _ -> again("quoi", typed, "verify.typed.elsewhere", model, locale, response);
            case Fetched.Unanswered _ -> again("quoi", typed, "verify.typed.unanswered", model, locale, response);
        };
    }

    private String fault(URI here) {
        return verification.isOfEndorsement(here) ? "verify.typed.endorsement" : "verify.typed.here";
    }

    @PostMapping
    String file(
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String cle,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var keys = GivenKeys.read(cle.getBytes(StandardCharsets.UTF_8));
        model.addAttribute("cle", cle.strip());
        if (keys.isEmpty() && !cle.isBlank()) {
            return again("cle", "", "verify.key.invalid", model, locale, response);
        }
        return switch (SentFiles.read(fichier)) {
            case Sent.File(var bytes) -> told(verification.of(bytes, keys), model, locale);
            case Sent.Nothing _ -> again("fichier", "", "verify.file.missing", model, locale, response);
            case Sent.TooLarge _ -> again("fichier", "", "verify.file.tooLarge", model, locale, response);
        };
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Model model, Locale locale, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        var award = badges.shown(code);
        if (award.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return faulty("quoi", code.length() > 200 ? "" : code, "verify.code.unknown", model, locale);
        }
        return told(award.get(), model, locale);
    }

    private String told(Award award, Model model, Locale locale) {
        var page = badges.page(award, locale);
        model.addAttribute("page", page);
        model.addAttribute("typed", page.code());
        verification
                .of(award)
                .ifPresentOrElse(
                        verdict -> model.addAttribute(
                                "told", verdicts.tell(verdict, badges.zone(award.network()), locale)),
                        () -> model.addAttribute("band", live.of(award, page.network(), locale)));
        return "badges/verify";
    }

    private String told(Verdict verdict, Model model, Locale locale) {
        model.addAttribute("told", verdicts.tell(verdict, sent.zone(verdict), locale));
        model.addAttribute("endorsed", sent.endorsed(verdict, locale).orElse(null));
        return form(model);
    }

    private static String form(Model model) {
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", "");
        }
        return "badges/verify";
    }

    private String again(
            String field, String typed, String fault, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return faulty(field, typed, fault, model, locale);
    }

    private String faulty(String field, String typed, String fault, Model model, Locale locale) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", Map.of(field, words.say(fault, locale)));
        return form(model);
    }

    private static Optional<String> code(String typed) {
        try {
            return Optional.of(BadgeCode.typed(typed).value());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String typed) {
        try {
            return Optional.of(URI.create(typed)).filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
