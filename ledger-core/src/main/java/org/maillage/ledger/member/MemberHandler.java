package org.maillage.ledger.member;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.credit.Accounts;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.MemberState;
import org.maillage.ledger.decision.MemberState.Status;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.MemberEvent.CharterSigned;
import org.maillage.ledger.event.MemberEvent.Entered;
import org.maillage.ledger.event.MemberEvent.Invited;
import org.maillage.ledger.event.MemberEvent.Joined;
import org.maillage.ledger.event.MemberEvent.Left;
import org.maillage.ledger.event.MemberEvent.OrganisationChanged;
import org.maillage.ledger.event.MemberEvent.Renamed;
import org.maillage.ledger.event.NetworkEvent.CoordinatorDismissed;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.member.MemberCommand.AppointAdministrator;
import org.maillage.ledger.member.MemberCommand.AssignOrganisation;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.member.MemberCommand.Rename;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** Decides how persons and memberships come and go (rules 1, 9 and 16). */
public final class MemberHandler {

    private static final int NAME = 120;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    private final Accounts accounts;

    public MemberHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    public void handle(MemberCommand command, Decision decision) {
        switch (command) {
            case RegisterPerson c -> register(c, decision);
            case AppointAdministrator c -> appoint(c, decision);
            case Invite c -> invite(c, decision);
            case Enter c -> enter(c, decision);
            case Join c -> join(c, decision);
            case Rename c -> rename(c, decision);
            case SignCharter c -> sign(c, decision);
            case ChangeOrganisation c -> changeOrganisation(c, decision);
            case AssignOrganisation c -> assignOrganisation(c, decision);
            case Leave c -> leave(c, decision);
        }
    }

    private static void register(RegisterPerson command, Decision decision) {
        if (!isOneself(command.person(), decision)) {
            Guards.installation(decision);
        }
        if (!decision.person(command.person()).registered()) {
            decision.append(new PersonEvent.Registered(command.person()));
        }
    }

    private static void appoint(AppointAdministrator command, Decision decision) {
        when(decision.actor().type() == Actor.Type.IMPORT, Reason.NOT_AN_ADMINISTRATOR);
        Guards.installation(decision);
        var person = decision.person(command.person());
        when(!person.registered(), Reason.UNKNOWN_PERSON);
        if (!person.administrator()) {
            decision.append(new PersonEvent.AdministratorAppointed(command.person()));
        }
    }

    private static void invite(Invite command, Decision decision) {
        decision.network(command.network());
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        var name = Texts.required(command.name(), NAME);
        var email = Texts.required(command.email(), 254);
        when(!EMAIL.matcher(email).matches(), Reason.EMAIL_INVALID);
        var state = decision.member(command.member());
        var back = state.status() == Status.LEFT && state.isOf(command.network());
        if (back ? state.invitedBack() : isThere(command.member(), command.network(), Status.INVITED, decision)) {
            return;
        }
        decision.append(new Invited(
                command.member(),
                command.network(),
                command.by(),
                sealed(name, command.member(), Invited.class, "name", decision),
                sealed(email, command.member(), Invited.class, "email", decision)));
    }

    private static void enter(Enter command, Decision decision) {
        decision.network(command.network());
        switch (command.origin()) {
            case COORDINATOR -> Guards.coordinatorOrInstallation(decision, command.network(), command.by());
            case CITED -> {
                when(command.by() == null, Reason.NOT_YOURSELF);
                Guards.activeMember(decision, command.network(), Objects.requireNonNull(command.by()));
            }
            case IMPORTED -> Guards.installation(decision);
        }
        var name = Texts.required(command.name(), NAME);
        if (isThere(command.member(), command.network(), Status.ENTERED, decision)) {
            return;
        }
        decision.append(new Entered(
                command.member(),
                command.network(),
                command.by(),
                command.origin(),
                sealed(name, command.member(), Entered.class, "name", decision),
                command.cited()));
    }

    /** Whether the same was done before. @throws org.maillage.ledger.Refused where the id is taken otherwise */
    private static boolean isThere(MemberId member, NetworkId network, Status status, Decision decision) {
        var state = decision.member(member);
        when(
                state.status() != Status.UNKNOWN && !(state.status() == status && state.isOf(network)),
                Reason.ALREADY_EXISTS);
        return state.status() == status;
    }

    private static void join(Join command, Decision decision) {
        guardJoins(command, decision);
        var person = decision.person(command.person());
        when(!person.registered(), Reason.UNKNOWN_PERSON);
        decision.network(command.network());
        var member = decision.member(command.member());
        var holder = decision.personOf(command.member());
        if (holder.equals(Optional.of(command.person()))) {
            rejoin(command, member, decision);
            return;
        }
        when(holder.isPresent(), Reason.ALREADY_LINKED);
        when(person.memberships().containsKey(command.network()), Reason.HOLDS_ANOTHER_MEMBERSHIP);
        var founding = command.via() == MemberEvent.Via.FOUNDING;
        when(founding && member.status() != Status.UNKNOWN, Reason.ALREADY_EXISTS);
        when(!founding && !member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
        when(!founding && !member.isIn(), Reason.HAS_LEFT);
        decision.append(new Joined(command.member(), command.network(), command.via()));
        decision.append(new PersonEvent.MembershipLinked(command.person(), command.member(), command.network()));
        decision.append(new PersonEvent.MembershipHeld(command.person(), command.member(), command.network()));
        var name = founding ? Texts.required(command.name(), NAME) : Texts.optional(command.name(), NAME);
        if (name != null) {
            decision.append(new Renamed(
                    command.member(),
                    command.network(),
                    sealed(name, command.member(), Renamed.class, "name", decision)));
        }
    }

    /** A person has one membership of a network (rule 16): who comes back takes up the one that they left. */
    private static void rejoin(Join command, MemberState member, Decision decision) {
        when(!member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
        if (member.status() == Status.JOINED) {
            return;
        }
        when(!member.invitedBack(), Reason.HAS_LEFT);
        decision.append(new Joined(command.member(), command.network(), command.via()));
    }

    /** A person joins for themselves; that they hold the link or the code is checked where it is kept. */
    private static void guardJoins(Join command, Decision decision) {
        if (command.via() == MemberEvent.Via.FOUNDING || !isOneself(command.person(), decision)) {
            Guards.installation(decision);
        }
    }

    private static boolean isOneself(PersonId person, Decision decision) {
        var actor = decision.actor();
        return person.value().equals(actor.id())
                && (actor.type() == Actor.Type.PERSON || actor.type() == Actor.Type.ADMINISTRATOR);
    }

    private static void rename(Rename command, Decision decision) {
        guarded(command.member(), command.network(), decision);
        var name = Texts.required(command.name(), NAME);
        decision.append(new Renamed(
                command.member(), command.network(), sealed(name, command.member(), Renamed.class, "name", decision)));
    }

    private static void sign(SignCharter command, Decision decision) {
        var member = guarded(command.member(), command.network(), decision);
        var newest = decision.charter(command.network()).newest();
        when(command.version() < 1 || command.version() > newest, Reason.CHARTER_UNKNOWN);
        if (member.charter() < command.version()) {
            decision.append(new CharterSigned(command.member(), command.network(), command.version()));
        }
    }

    private static void changeOrganisation(ChangeOrganisation command, Decision decision) {
        var member = guarded(command.member(), command.network(), decision);
        organisation(command.member(), member, command.network(), command.organisation(), decision);
    }

    private static void assignOrganisation(AssignOrganisation command, Decision decision) {
        Guards.coordinator(decision, command.network(), command.by());
        var member = decision.member(command.member());
        when(!member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
        when(!member.isIn(), Reason.NOT_AN_ACTIVE_MEMBER);
        when(member.status() == Status.JOINED, Reason.NOT_YOURSELF);
        organisation(command.member(), member, command.network(), command.organisation(), decision);
    }

    private static void organisation(
            MemberId id,
            MemberState member,
            NetworkId network,
            @Nullable OrganisationId organisation,
            Decision decision) {
        when(
                organisation != null
                        && !decision.network(network).organisations().contains(organisation),
                Reason.UNKNOWN_ORGANISATION);
        if (!Objects.equals(member.organisation(), organisation)) {
            decision.append(new OrganisationChanged(id, network, organisation));
        }
    }

    private void leave(Leave command, Decision decision) {
        Guards.actsAs(decision, command.member());
        var member = decision.member(command.member());
        when(!member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
        if (member.status() == Status.LEFT) {
            return;
        }
        var network = decision.network(command.network());
        if (network.isCoordinator(command.member())) {
            when(network.coordinators().size() == 1, Reason.LAST_COORDINATOR);
            decision.append(new CoordinatorDismissed(command.network(), command.member(), command.member()));
        }
        decision.append(new Left(command.member(), command.network()));
        accounts.leave(
                decision,
                command.network(),
                AccountId.of(command.member()),
                decision.origin().commandId());
    }

    private static MemberState guarded(MemberId member, NetworkId network, Decision decision) {
        Guards.activeMember(decision, network, member);
        return decision.member(member);
    }

    private static SealedText sealed(
            String text, MemberId about, Class<? extends LedgerEvent> event, String field, Decision decision) {
        return decision.seal(text, List.of(about), StreamId.of(about), event, field);
    }
}
