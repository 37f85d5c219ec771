package org.maillage.web.api;

import java.util.concurrent.atomic.AtomicReference;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.value.Actor;
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
    private final NetworkRights rights;

    InvitationsByApi(Invitations invitations, ApiCommands commands, NetworkRights rights) {
        this.invitations = invitations;
        this.commands = commands;
        this.rights = rights;
    }

    /**
     * Invites an address; by a coordinator, or by an administrator as on the pages.
     *
     * @param offered the id of the membership where the address has none in this network
     */
    ResponseEntity<Done> invite(Asked asked, NewMember body, String typed, MemberId offered) {
        asked.mustCoordinate(body.network());
        var by = rights.acting(asked, body.network());
        var address = EmailAddress.read(typed).orElseThrow(() -> new Refused(Reason.EMAIL_INVALID));
        var guest = new Guest(body.network(), by.member(), body.name(), address);
        var asking = new Asking(KeyedIds.of(asked, "letter"), offered, commands.isRepeated(asked, by.actor()));
        var made = new AtomicReference<Made>();
        invitations.invite(guest, asking, asked.language(), command -> made.set(ask(asked, by.actor(), command)));
        var answer = made.get();
        if (answer == null) {
            throw new Refused(Reason.ALREADY_EXISTS);
        }
        return Answers.made(
                "/api/v1/members/" + answer.member(), answer.member().value(), answer.outcome());
    }

    private Made ask(Asked asked, Actor actor, Invite command) {
        return new Made(command.member(), commands.run(asked, actor, () -> command));
    }

    private record Made(MemberId member, Outcome outcome) {}
}
