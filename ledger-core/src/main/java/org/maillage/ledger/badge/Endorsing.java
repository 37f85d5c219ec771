package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.WithdrawAwardEndorsement;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.AwardEvent.Endorsed;
import org.maillage.ledger.event.AwardEvent.EndorsementWithdrawn;
import org.maillage.ledger.value.StreamId;

/** Who endorses a badge that somebody has: peers, and organisations by one of their members. */
final class Endorsing {

    private static final int WORDS = 1_000;

    private Endorsing() {}

    static void endorse(EndorseAward command, Decision decision) {
        var state = BadgeGuards.award(command.award(), command.network(), decision);
        var holder = BadgeGuards.holder(state);
        BadgeGuards.endorser(decision, command.network(), command.by(), command.organisation(), holder);
        var words = Texts.optional(command.words(), WORDS);
        if (state.endorsements().stands(command.by(), command.organisation())) {
            return;
        }
        when(state.revoked(), Reason.BADGE_REVOKED);
        decision.append(new Endorsed(
                command.award(),
                command.network(),
                command.by(),
                command.organisation(),
                decision.sealIfAny(
                        words, List.of(holder, command.by()), StreamId.of(command.award()), Endorsed.class, "words")));
    }

    static void withdraw(WithdrawAwardEndorsement command, Decision decision) {
        var state = BadgeGuards.award(command.award(), command.network(), decision);
        Guards.actsAs(decision, command.by());
        BadgeGuards.speaksFor(decision, command.by(), command.organisation());
        when(!state.endorsements().knows(command.by(), command.organisation()), Reason.NOT_ENDORSED);
        if (state.endorsements().stands(command.by(), command.organisation())) {
            decision.append(
                    new EndorsementWithdrawn(command.award(), command.network(), command.by(), command.organisation()));
        }
    }
}
