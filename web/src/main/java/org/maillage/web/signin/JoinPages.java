package org.maillage.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Throttle;
import org.maillage.web.security.Viewers;
import org.maillage.web.signin.JoinSecrets.Invitation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a membership as one's own, by the link of a letter, by a link that was handed over or by a printed code. */
@Controller
@RequestMapping("/rejoindre")
class JoinPages {

    // A room of people types its codes through one connection; a program that tries codes gets nowhere.
    private final Throttle codesPerSource = new Throttle(60, Duration.ofMinutes(15));
    private final Throttle lettersPerSource = new Throttle(60, Duration.ofMinutes(15));
    private final Throttle lettersPerAddress = new Throttle(5, Duration.ofMinutes(15));

    private final JoinSecrets secrets;
    private final Joining joining;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Projections views;
    private final Words words;

    JoinPages(
            JoinSecrets secrets, Joining joining, SignIns signIns, Sessions sessions, Projections views, Words words) {
        this.secrets = secrets;
        this.joining = joining;
        this.signIns = signIns;
        this.sessions = sessions;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String jeton,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model,
            Locale locale) {
        if (jeton.isBlank()) {
            return "signin/code";
        }
        if (triesTooOften(jeton, request)) {
            return tooMany(response);
        }
        var invitation = secrets.find(jeton);
        return invitation.isEmpty()
                ? ended(jeton, principal, request, response, after)
                : offer(invitation.get(), jeton, principal != null, model, locale);
    }

    @PostMapping
    String join(
            @RequestParam(defaultValue = "") String jeton,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model,
            Locale locale) {
        if (triesTooOften(jeton, request)) {
            return tooMany(response);
        }
        var found = secrets.find(jeton);
        if (found.isEmpty()) {
            return ended(jeton, principal, request, response, after);
        }
        var invitation = found.get();
        var proved = invitation.emailHmac();
        if (proved != null) {
            var person = signIns.holder(HexFormat.of().parseHex(proved));
            joining.join(invitation, person, locale);
            sessions.open(person, request, response);
        } else if (principal != null) {
            joining.join(invitation, PersonId.of(principal.getName()), locale);
        } else {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return offer(invitation, jeton, false, model, locale);
        }
        return enter(invitation, request, after);
    }

    private static String enter(Invitation invitation, HttpServletRequest request, RedirectAttributes after) {
        Viewers.begin(invitation.network(), request);
        after.addFlashAttribute("entered", true);
        return "redirect:/";
    }

    // Whoever joined by it is where it led, however often they press.
    private String ended(
            String typed,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var person = principal == null ? null : PersonId.of(principal.getName());
        return secrets.findEnded(typed)
                .filter(invitation -> views.members()
                        .personOf(invitation.member())
                        .filter(holder -> holder.equals(person))
                        .isPresent())
                .map(invitation -> enter(invitation, request, after))
                .orElseGet(() -> ended(response));
    }

    @PostMapping("/adresse")
    String prove(
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "") String email,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (triesTooOften(jeton, request)) {
            return tooMany(response);
        }
        var found = secrets.find(jeton).filter(invitation -> invitation.emailHmac() == null);
        if (found.isEmpty()) {
            return ended(response);
        }
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("email", email);
            model.addAttribute("errors", Map.of("email", words.say("signin.email.invalid", locale)));
            return offer(found.get(), jeton, principal != null, model, locale);
        }
        if (!lettersPerSource.allows(request.getRemoteAddr())
                || !lettersPerAddress.allows(address.get().value())) {
            return tooMany(response);
        }
        joining.sendProof(found.get(), networkName(found.get()), address.get(), locale);
        return "redirect:/rejoindre/envoye";
    }

    @GetMapping("/envoye")
    String sent(Model model) {
        model.addAttribute("minutes", OneTimeLinks.LIFE.toMinutes());
        return "signin/join-sent";
    }

    private String offer(Invitation invitation, String typed, boolean signedIn, Model model, Locale locale) {
        model.addAttribute("token", typed);
        model.addAttribute("network", networkName(invitation));
        model.addAttribute("name", words.name(invitation.network(), invitation.member(), locale));
        model.addAttribute("proved", invitation.emailHmac() != null);
        model.addAttribute("signedIn", signedIn);
        return "signin/join";
    }

    private String networkName(Invitation invitation) {
        return views.networks().find(invitation.network()).map(Network::name).orElse("");
    }

    // A link has too many bits to be tried; a code has few enough to be typed.
    private boolean triesTooOften(String typed, HttpServletRequest request) {
        return JoinCode.read(typed).isPresent() && !codesPerSource.allows(request.getRemoteAddr());
    }

    private static String tooMany(HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", "180");
        return "signin/join-too-many";
    }

    private static String ended(HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return "signin/join-ended";
    }
}
