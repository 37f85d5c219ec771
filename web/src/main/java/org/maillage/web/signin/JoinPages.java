package org.maillage.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.token.SecretToken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a membership as one's own by the link of an invitation. */
@Controller
@RequestMapping("/rejoindre")
class JoinPages {

    private final Invitations invitations;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Commands commands;
    private final Projections views;

    JoinPages(Invitations invitations, SignIns signIns, Sessions sessions, Commands commands, Projections views) {
        this.invitations = invitations;
        this.signIns = signIns;
        this.sessions = sessions;
        this.commands = commands;
        this.views = views;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String jeton, Model model, HttpServletResponse response) {
        var invitation = invitations.find(new SecretToken(jeton));
        if (invitation.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "signin/expired";
        }
        model.addAttribute("token", jeton);
        model.addAttribute(
                "network",
                views.networks()
                        .find(invitation.get().network())
                        .map(Network::name)
                        .orElse(""));
        return "signin/join";
    }

    @PostMapping
    String join(
            @RequestParam(defaultValue = "") String jeton, HttpServletRequest request, HttpServletResponse response) {
        var token = new SecretToken(jeton);
        var found = invitations.find(token);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "signin/expired";
        }
        var invitation = found.get();
        var emailHmac = HexFormat.of().parseHex(invitation.emailHmac());
        var person = signIns.find(emailHmac).orElseGet(PersonId::next);
        var actor = Actor.person(person);
        commands.run(actor, FormKey.next().toString(), new RegisterPerson(person));
        commands.run(
                actor,
                FormKey.next().toString(),
                new Join(invitation.member(), invitation.network(), person, Via.INVITATION, null));
        signIns.allow(emailHmac, person);
        invitations.used(token);
        sessions.open(person, request, response);
        return "redirect:/";
    }
}
