package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.decision.AwardState;
import org.maillage.ledger.decision.BadgeState;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/** Guards about badges: what there is, and who may speak. */
final class BadgeGuards {

    private BadgeGuards() {}

    /** The definition. @throws Refused where the network has no such badge */
    static BadgeState badge(BadgeDefinitionId definition, NetworkId network, Decision decision) {
        var state = decision.badge(definition);
        when(!state.isOf(network), Reason.UNKNOWN_BADGE);
        return state;
    }

    /** The award. @throws Refused where the network has no such award */
    static AwardState award(AwardId award, NetworkId network, Decision decision) {
        var state = decision.award(award);
        when(state.given().filter(a -> a.network().equals(network)).isEmpty(), Reason.UNKNOWN_AWARD);
        return state;
    }

    /** Whose badge it is. */
    static MemberId holder(AwardState award) {
        return Objects.requireNonNull(award.awarded()).member();
    }

    /** Refuses unless the program itself acts. */
    static void program(Decision decision) {
        when(decision.actor().type() != Actor.Type.SYSTEM, Reason.NOT_THE_PROGRAM);
    }

    /** Refuses unless a coordinator acts who is not the member concerned (rule 3: nobody decides what they gain from). */
    static void coordinatorOf(Decision decision, NetworkId network, MemberId by, MemberId about) {
        Guards.coordinator(decision, network, by);
        when(Guards.samePerson(decision, by, about), Reason.DECIDES_OWN_BADGE);
    }

    /** Refuses unless such a coordinator acts, or, where none is named, the program. */
    static void coordinatorOrProgram(Decision decision, NetworkId network, @Nullable MemberId by, MemberId about) {
        if (by == null) {
            program(decision);
        } else {
            coordinatorOf(decision, network, by, about);
        }
    }

    /** Refuses unless a member speaks, for themselves or for their own organisation, about somebody else. */
    static void endorser(
            Decision decision, NetworkId network, MemberId by, @Nullable OrganisationId organisation, MemberId about) {
        Guards.activeMember(decision, network, by);
        when(Guards.samePerson(decision, by, about), Reason.ENDORSES_ONESELF);
        speaksFor(decision, by, organisation);
    }

    /** Refuses where somebody speaks for an organisation that is not theirs now. */
    static void speaksFor(Decision decision, MemberId by, @Nullable OrganisationId organisation) {
        when(
                organisation != null && !organisation.equals(decision.member(by).organisation()),
                Reason.NOT_YOUR_ORGANISATION);
    }
}
