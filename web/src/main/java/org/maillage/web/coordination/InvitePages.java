package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.GuestFields;
import org.maillage.web.signin.Invitations;
import org.maillage.web.signin.Invitations.Answer;
import org.maillage.web.signin.Invitations.Came;
import org.maillage.web.signin.Invitations.Guest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letting people into the network: by a letter, several at once, or without an account. */
@Controller
@RequestMapping("/coordination/membres")
class InvitePages {

    private final Commands commands;
    private final Invitations invitations;
    private final GuestFields guests;
    private final RefusalTexts refusals;
    private final Words words;

    InvitePages(Commands commands, Invitations invitations, GuestFields guests, RefusalTexts refusals, Words words) {
        this.commands = commands;
        this.invitations = invitations;
        this.guests = guests;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping("/inviter")
    String form(@RequestParam(defaultValue = "") String name, Model model) {
        return form(Map.of("name", name), Map.of(), FormKey.next().toString(), model);
    }

    private String form(Map<String, String> values, Map<String, String> errors, String key, Model model) {
        model.addAttribute("current", "members");
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        return "coordination/invite";
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var form = new Form();
        var named = guests.guest("", typed.get("name"), typed.get("email"), form, locale);
        if (named.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(typed, form.errors(), key, model);
        }
        var name = named.get().name();
        try {
            var guest = guest(standing, name, named.get().address());
            var answer = invitations.invite(viewer.actor(), FormKey.of(key), guest, locale);
            after.addFlashAttribute("notice", words.say("members.invited." + answer, locale, name));
            after.addFlashAttribute("noticeKind", answer.tone());
            return "redirect:/coordination/membres";
        } catch (Refused refused) {
            return refused(refused, Map.of(Reason.EMAIL_INVALID, "email"), "name", typed, key, response, model, locale);
        }
    }

    @PostMapping("/invitations/lignes")
    String inviteSeveral(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var read = InviteLines.read(typed.getOrDefault("lines", ""));
        if (!read.unreadable().isEmpty() || read.tooMany() || read.people().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(typed, Map.of("lines", fault(read, locale)), key, model);
        }
        var guests = read.people().stream()
                .map(person -> guest(standing, person.name(), person.address()))
                .toList();
        var came = invitations.inviteAll(viewer, FormKey.of(key), guests, locale);
        int sent = 0;
        var again = new ArrayList<String>();
        var left = new ArrayList<String>();
        for (int i = 0; i < guests.size(); i++) {
            var name = guests.get(i).name();
            switch (came.get(i)) {
                case Came.Declined(Refused refused) ->
                    left.add(words.say("words.colon", locale, name) + " " + refusals.whole(refused, locale));
                case Came.Answered(Answer answer, String called) -> {
                    switch (answer) {
                        case SENT -> sent++;
                        case SENT_AGAIN -> again.add(again(name, called, locale));
                        case ALREADY_A_MEMBER -> left.add(words.say("members.lines.member", locale, name));
                    }
                }
            }
        }
        read.repeated().forEach(person -> left.add(words.say("members.lines.repeated", locale, person.name())));
        after.addFlashAttribute("notice", words.say("members.lines.sent", locale, sent));
        after.addFlashAttribute("noticeKind", left.isEmpty() ? "success" : "attention");
        after.addFlashAttribute("again", again);
        after.addFlashAttribute("left", left);
        return "redirect:/coordination/membres";
    }

    private String again(String name, String called, Locale locale) {
        return called.isEmpty() || called.equals(name)
                ? words.say("members.lines.again", locale, name)
                : words.say("members.lines.again.called", locale, name, called);
    }

    private String fault(InviteLines read, Locale locale) {
        if (read.tooMany()) {
            return words.say("members.lines.tooMany", locale, InviteLines.MOST);
        }
        if (read.unreadable().isEmpty()) {
            return words.say("members.lines.none", locale);
        }
        var numbers = String.join(
                ", ", read.unreadable().stream().map(String::valueOf).toList());
        return words.say("members.lines.unreadable", locale, read.unreadable().size(), numbers);
    }

    @PostMapping
    String enter(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        // The field of this form stands beside that of the invitation.
        var field = typed.containsKey("entered") ? "entered" : "name";
        var form = new Form();
        var name = guests.name(field, typed.get(field), form, locale);
        if (!form.isRead()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(typed, form.errors(), key, model);
        }
        var formKey = FormKey.of(key);
        var member = new MemberId(formKey.id("member"));
        try {
            commands.run(
                    viewer,
                    formKey,
                    new Enter(
                            member, standing.network(), standing.member(), MemberEvent.Origin.COORDINATOR, name, null));
        } catch (Refused refused) {
            return refused(refused, Map.of(), field, typed, key, response, model, locale);
        }
        after.addFlashAttribute("notice", words.say("members.entered", locale, name));
        return "redirect:/coordination/membres/" + member;
    }

    private static Guest guest(Standing standing, String name, EmailAddress address) {
        return new Guest(standing.network(), standing.member(), name, address);
    }

    // What is about what was typed comes back with it; anything else has a page of its own.
    private String refused(
            Refused refused,
            Map<Reason, String> beside,
            String nameField,
            Map<String, String> typed,
            String key,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (refused.reason().category() != Reason.Category.INVALID) {
            throw refused;
        }
        response.setStatus(RefusalStatus.of(refused).value());
        var field = beside.getOrDefault(refused.reason(), nameField);
        return form(typed, Map.of(field, refusals.whole(refused, locale)), key, model);
    }
}
