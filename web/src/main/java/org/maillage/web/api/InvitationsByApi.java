package org.maillage.web.api;

import java.util.concurrent.atomic.AtomicReference;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.value.MemberId;
import org.maillage.web.api.MemberRequests.NewMember;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.Invitations;
import org.maillage.web.signin.Invitations.Asking;
import org.maillage.web.signin.Invitations.Guest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Invites as the pages do: one membership for each address, and a letter with a link. */
@Component
final class InvitationsByApi {

    private final Invitations invitations;
    private final ApiCommands commands;

    InvitationsByApi(Invitations invitations, ApiCommands commands) {
        this.invitations = invitations;
        this.commands = commands;
    }

    /**
     * Invites an address.
     *
     * @param offered the id of the membership where the address has none in this network
     */
    ResponseEntity<Done> invite(Asked asked, NewMember body, String typed, MemberId offered) {
        var standing = asked.viewer().require(body.network());
        Refused.when(!standing.coordinator(), Reason.NOT_A_COORDINATOR);
        var address = EmailAddress.read(typed).orElseThrow(() -> new Refused(Reason.EMAIL_INVALID));
        var guest = new Guest(body.network(), standing.member(), body.name(), address);
        var asking = new Asking(KeyedIds.of(asked, "letter"), offered, commands.isRepeated(asked));
        var made = new AtomicReference<Made>();
        invitations.invite(guest, asking, asked.language(), command -> made.set(ask(asked, command)));
        var answer = made.get();
        if (answer == null) {
            throw new Refused(Reason.ALREADY_EXISTS);
        }
        return Answers.made(
                "/api/v1/members/" + answer.member(), answer.member().value(), answer.outcome());
    }

    private Made ask(Asked asked, Invite command) {
        return new Made(command.member(), commands.run(asked, asked.actor(), () -> command));
    }

    private record Made(MemberId member, Outcome outcome) {}
}
