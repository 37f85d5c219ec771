package org.maillage.badge.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RecognitionId;

/**
 * A practice that a member describes of themselves, and who endorses it.
 *
 * @param definition the badge that it may become
 * @param words the member's newest description; null where their key is destroyed
 * @param print of that description as it is sealed: another has another, though it said the same
 * @param since when it was first described
 * @param endorsements those that stand, the earliest first
 */
public record Practice(
        RecognitionId recognition,
        NetworkId network,
        BadgeDefinitionId definition,
        MemberId member,
        @Nullable String words,
        String print,
        Instant since,
        List<Endorsement> endorsements) {

    public Practice {
        endorsements = List.copyOf(endorsements);
    }

    /** How many people endorse it: whoever does so for an organisation too counts once. */
    public int people() {
        return Math.toIntExact(
                endorsements.stream().map(Endorsement::by).distinct().count());
    }
}
