package org.maillage.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Throttle;
import org.maillage.web.security.Viewers;
import org.maillage.web.token.SecretToken;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in. */
@Controller
@RequestMapping("/connexion")
class SignInPages {

    // Somebody who mistypes has enough; a program that tries does not. It spends its own attempts, never the owner's.
    private final Throttle perAccountAndSource = new Throttle(5, Duration.ofMinutes(15));
    private final Throttle perSource = new Throttle(60, Duration.ofMinutes(15));

    private final SignInLetters letters;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final Correspondents correspondents;
    private final DemoPeople demonstration;
    private final KeptForms kept;
    private final Vault vault;
    private final MessageSource messages;

    SignInPages(
            SignInLetters letters,
            OneTimeLinks links,
            Sessions sessions,
            Correspondents correspondents,
            DemoPeople demonstration,
            KeptForms kept,
            Vault vault,
            MessageSource messages) {
        this.letters = letters;
        this.links = links;
        this.sessions = sessions;
        this.correspondents = correspondents;
        this.demonstration = demonstration;
        this.kept = kept;
        this.vault = vault;
        this.messages = messages;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model, Locale locale) {
        if (kept.waits(request) && !model.containsAttribute("notice")) {
            model.addAttribute("notice", messages.getMessage("signin.kept", null, locale));
            model.addAttribute("noticeKind", "info");
        }
        model.addAttribute("demonstration", demonstration.open());
        model.addAttribute("people", demonstration.people(locale));
        var making = demonstration.making();
        model.addAttribute("making", making.isPresent() ? making.getAsInt() : null);
        return "signin/sign-in";
    }

    @PostMapping
    String request(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("email", email);
            model.addAttribute("errors", Map.of("email", messages.getMessage("signin.email.invalid", null, locale)));
            return show(request, model, locale);
        }
        var account = HexFormat.of().formatHex(address.get().hmac(vault));
        var source = request.getRemoteAddr();
        if (!perSource.allows(source) || !perAccountAndSource.allows(account + " " + source)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", "180");
            return "signin/too-many";
        }
        letters.request(address.get(), locale);
        return "redirect:/connexion/envoye";
    }

    @GetMapping("/envoye")
    String sent(Model model) {
        model.addAttribute("demonstration", demonstration.open());
        model.addAttribute("minutes", OneTimeLinks.LIFE.toMinutes());
        return "signin/sent";
    }

    // A press uses the link, not the visit: programs that look at letters open what they find there.
    @GetMapping("/lien")
    String link(@RequestParam(defaultValue = "") String jeton, Model model) {
        model.addAttribute("token", jeton);
        return "signin/link";
    }

    @PostMapping("/lien")
    String enter(
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Locale locale) {
        if (!perSource.allows(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return "signin/too-many";
        }
        var person = links.use(new SecretToken(jeton));
        if (person.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "signin/expired";
        }
        correspondents.speak(person.get(), locale);
        sessions.open(person.get(), request, response);
        after.addFlashAttribute("entered", true);
        return "redirect:" + kept.way(request, response);
    }

    @PostMapping("/demonstration")
    String enterDemonstration(
            @RequestParam String person,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!demonstration.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var entering = demonstration.require(PersonId.of(person));
        sessions.open(entering, request, response);
        demonstration.networkOf(entering).ifPresent(network -> Viewers.begin(network, request));
        after.addFlashAttribute("entered", true);
        return "redirect:" + kept.way(request, response);
    }
}
