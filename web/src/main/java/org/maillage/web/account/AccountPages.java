package org.maillage.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand.Rename;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.maillage.web.token.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's name, networks, language, theme and tokens. */
@Controller
@RequestMapping("/moi")
class AccountPages {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LIFE = 365;

    private final Commands commands;
    private final ApiTokens tokens;
    private final Words words;

    AccountPages(Commands commands, ApiTokens tokens, Words words) {
        this.commands = commands;
        this.tokens = tokens;
        this.words = words;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("current", "me");
        model.addAttribute("key", FormKey.next());
        model.addAttribute("tokens", tokens.of(viewer.person()));
        return "account/account";
    }

    @PostMapping("/nom")
    String rename(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        commands.run(viewer, FormKey.of(key), new Rename(standing.member(), standing.network(), name));
        after.addFlashAttribute("notice", words.say("account.renamed", locale));
        return "redirect:/moi";
    }

    @PostMapping("/jetons")
    String makeToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean writes,
            @RequestParam(defaultValue = "90") int days,
            Viewer viewer,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Refused.when(name.isBlank(), Reason.TEXT_MISSING);
        Refused.when(name.length() > LONGEST_NAME, Reason.TEXT_TOO_LONG);
        Refused.when(name.chars().anyMatch(Character::isISOControl), Reason.TEXT_UNREADABLE);
        Refused.when(days < 1 || days > LONGEST_LIFE, Reason.INVALID_VALUE);
        var token = tokens.make(viewer.person(), name.strip(), writes, Duration.ofDays(days));
        // Shown by this answer alone: a redirection would leave it in the stored session until the next page.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("notice", words.say("account.token.made", locale));
        model.addAttribute("token", token.text());
        return show(viewer, model);
    }

    @PostMapping("/jetons/{id}/fin")
    String revokeToken(@PathVariable UUID id, Viewer viewer, Locale locale, RedirectAttributes after) {
        tokens.revoke(viewer.person(), id);
        after.addFlashAttribute("notice", words.say("account.token.revoked", locale));
        return "redirect:/moi";
    }
}
