package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.Decline;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.decision.AwardState;
import org.maillage.ledger.decision.AwardState.Acceptance;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.event.AwardEvent.Accepted;
import org.maillage.ledger.event.AwardEvent.NotAccepted;
import org.maillage.ledger.event.AwardEvent.Published;
import org.maillage.ledger.event.AwardEvent.Unpublished;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** What members say of their own badges, those too whose network they have left. Nobody else says it for them. */
final class Showing {

    private Showing() {}

    static void accept(Accept command, Decision decision) {
        var state = own(command.award(), command.network(), command.member(), decision);
        if (state.acceptance() != Acceptance.ACCEPTED) {
            when(state.revoked(), Reason.BADGE_REVOKED);
            decision.append(new Accepted(command.award(), command.network(), command.member()));
        }
    }

    static void decline(Decline command, Decision decision) {
        var state = own(command.award(), command.network(), command.member(), decision);
        if (state.acceptance() != Acceptance.DECLINED) {
            decision.append(new NotAccepted(command.award(), command.network(), command.member()));
        }
    }

    static void publish(Publish command, Decision decision) {
        var state = own(command.award(), command.network(), command.member(), decision);
        if (!state.shown()) {
            when(state.revoked(), Reason.BADGE_REVOKED);
            when(state.acceptance() != Acceptance.ACCEPTED, Reason.BADGE_NOT_ACCEPTED);
            decision.append(new Published(command.award(), command.network(), command.member()));
        }
    }

    static void unpublish(Unpublish command, Decision decision) {
        var state = own(command.award(), command.network(), command.member(), decision);
        if (state.shown()) {
            decision.append(new Unpublished(command.award(), command.network(), command.member()));
        }
    }

    private static AwardState own(AwardId award, NetworkId network, MemberId member, Decision decision) {
        var state = BadgeGuards.award(award, network, decision);
        when(!BadgeGuards.holder(state).equals(member), Reason.NOT_YOUR_BADGE);
        Guards.actsAs(decision, member);
        return state;
    }
}
