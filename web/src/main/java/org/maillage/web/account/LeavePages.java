package org.maillage.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.Mailles;
import org.maillage.projection.AsOf;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.credits.Statements;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.host.Farewell;
import org.maillage.web.profile.Profiles;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leaving the network, with what follows said before. */
@Controller
@RequestMapping("/moi/depart")
class LeavePages {

    private final Statements statements;
    private final Profiles profiles;
    private final Farewell farewell;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;

    LeavePages(
            Statements statements,
            Profiles profiles,
            Farewell farewell,
            Commands commands,
            RefusalTexts refusals,
            Words words) {
        this.statements = statements;
        this.profiles = profiles;
        this.farewell = farewell;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String show(Standing standing, Model model, Locale locale) {
        return show(Map.of(), standing, model, locale);
    }

    private String show(Map<String, String> errors, Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "me");
        model.addAttribute("errors", errors);
        model.addAttribute("key", FormKey.next());
        model.addAttribute("standing", standing);
        // What is owed is left to nobody.
        var available = statements.balance(standing, AsOf.NOW).available();
        model.addAttribute("amount", words.mailles(available.isNegative() ? Mailles.ZERO : available, locale));
        return "account/leave";
    }

    @PostMapping
    String leave(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "false") boolean understood,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!understood) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(Map.of("understood", words.say("account.leave.unread", locale)), standing, model, locale);
        }
        try {
            commands.run(viewer, FormKey.of(key), new Leave(standing.member(), standing.network()));
        } catch (Refused refused) {
            response.setStatus(RefusalStatus.of(refused).value());
            return show(Map.of("understood", refusals.whole(refused, locale)), standing, model, locale);
        }
        profiles.forget(standing.member());
        if (viewer.standings().size() == 1) {
            farewell.say(viewer.person());
        }
        after.addFlashAttribute("notice", words.say("account.leave.done", locale, standing.networkName()));
        return "redirect:/";
    }
}
