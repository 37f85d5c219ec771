package org.maillage.ledger.decision;

import static org.maillage.ledger.Refused.when;

import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/** Guards that several contexts share: who was authenticated, and who may act. */
public final class Guards {

    private Guards() {}

    /** Refuses unless whoever was authenticated is the person of this membership, or acts for the installation. */
    public static void actsAs(Decision decision, MemberId by) {
        var actor = decision.actor();
        switch (actor.type()) {
            case SYSTEM, IMPORT -> {}
            case PERSON, TOKEN, ADMINISTRATOR ->
                when(
                        !decision.personOf(by).map(PersonId::value).equals(java.util.Optional.ofNullable(actor.id())),
                        Reason.NOT_YOURSELF);
            case LINK -> throw new Refused(Reason.NOT_YOURSELF);
        }
    }

    /** Refuses unless the member takes part in the network now, and whoever was authenticated may act as them. */
    public static void activeMember(Decision decision, NetworkId network, MemberId by) {
        actsAs(decision, by);
        var member = decision.member(by);
        when(!member.isOf(network), Reason.UNKNOWN_MEMBER);
        when(!member.isIn(), Reason.NOT_AN_ACTIVE_MEMBER);
    }

    /** Refuses unless the member is a coordinator of the network now. */
    public static void coordinator(Decision decision, NetworkId network, MemberId by) {
        when(!decision.network(network).isCoordinator(by), Reason.NOT_A_COORDINATOR);
        activeMember(decision, network, by);
    }

    /** Refuses unless a coordinator acts, or, where none is named, an administrator, an import or the program. */
    public static void coordinatorOrInstallation(
            Decision decision, NetworkId network, @org.jspecify.annotations.Nullable MemberId by) {
        if (by == null) {
            installation(decision);
        } else {
            coordinator(decision, network, by);
        }
    }

    /** Refuses unless an administrator, an import or the program acts. */
    public static void installation(Decision decision) {
        var actor = decision.actor();
        switch (actor.type()) {
            case SYSTEM, IMPORT -> {}
            case ADMINISTRATOR -> administrator(decision, actor);
            case PERSON, TOKEN, LINK -> throw new Refused(Reason.NOT_AN_ADMINISTRATOR);
        }
    }

    private static void administrator(Decision decision, Actor actor) {
        var id = java.util.Objects.requireNonNull(actor.id());
        when(!decision.person(new PersonId(id)).administrator(), Reason.NOT_AN_ADMINISTRATOR);
    }

    /** Whether two memberships are one person's, in one network or in two (rule 3). */
    public static boolean samePerson(Decision decision, MemberId one, MemberId other) {
        if (one.equals(other)) {
            return true;
        }
        var person = decision.personOf(one);
        return person.isPresent() && person.equals(decision.personOf(other));
    }
}
