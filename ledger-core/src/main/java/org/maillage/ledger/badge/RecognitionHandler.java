package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.RecognitionEvent.PracticeDescribed;
import org.maillage.ledger.event.RecognitionEvent.PracticeEndorsed;
import org.maillage.ledger.event.RecognitionEvent.PracticeEndorsementWithdrawn;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.StreamId;

/** Decides on practices that members describe of themselves and that others endorse. */
public final class RecognitionHandler {

    private static final int PRACTICE = 4_000;
    private static final int WORDS = 1_000;

    public void handle(RecognitionCommand command, Decision decision) {
        switch (command) {
            case DescribePractice c -> describe(c, decision);
            case EndorsePractice c -> endorse(c, decision);
            case WithdrawEndorsement c -> withdraw(c, decision);
        }
    }

    private static void describe(DescribePractice command, Decision decision) {
        Guards.activeMember(decision, command.network(), command.member());
        var badge = BadgeGuards.badge(command.definition(), command.network(), decision);
        when(badge.retired(), Reason.BADGE_RETIRED);
        var byEndorsement = badge.content().rule().parts().anyMatch(BadgeRule.Endorsements.class::isInstance);
        when(!byEndorsement, Reason.NOT_BY_ENDORSEMENT);
        var practice = Texts.required(command.practice(), PRACTICE);
        var recognition = RecognitionId.of(command.definition(), command.member());
        when(decision.recognition(recognition).endorsements().any(), Reason.PRACTICE_ENDORSED);
        decision.append(new PracticeDescribed(
                recognition,
                command.network(),
                command.definition(),
                command.member(),
                decision.seal(
                        practice,
                        List.of(command.member()),
                        StreamId.of(recognition),
                        PracticeDescribed.class,
                        "practice")));
    }

    private static void endorse(EndorsePractice command, Decision decision) {
        var described = described(command.recognition(), command.network(), decision);
        BadgeGuards.endorser(decision, command.network(), command.by(), command.organisation(), described.member());
        var words = Texts.optional(command.words(), WORDS);
        if (decision.recognition(command.recognition()).endorsements().stands(command.by(), command.organisation())) {
            return;
        }
        var read = command.read();
        when(read != null && !read.equals(described.practice().print()), Reason.PRACTICE_DESCRIBED_ANEW);
        decision.append(new PracticeEndorsed(
                command.recognition(),
                command.network(),
                command.by(),
                command.organisation(),
                decision.sealIfAny(
                        words,
                        List.of(described.member(), command.by()),
                        StreamId.of(command.recognition()),
                        PracticeEndorsed.class,
                        "words")));
    }

    private static void withdraw(WithdrawEndorsement command, Decision decision) {
        described(command.recognition(), command.network(), decision);
        Guards.actsAs(decision, command.by());
        BadgeGuards.speaksFor(decision, command.by(), command.organisation());
        var endorsements = decision.recognition(command.recognition()).endorsements();
        when(!endorsements.knows(command.by(), command.organisation()), Reason.NOT_ENDORSED);
        if (endorsements.stands(command.by(), command.organisation())) {
            decision.append(new PracticeEndorsementWithdrawn(
                    command.recognition(), command.network(), command.by(), command.organisation()));
        }
    }

    private static PracticeDescribed described(RecognitionId recognition, NetworkId network, Decision decision) {
        return decision.recognition(recognition)
                .description()
                .filter(d -> d.network().equals(network))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_PRACTICE));
    }
}
