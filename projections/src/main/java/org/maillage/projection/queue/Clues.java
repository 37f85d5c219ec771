package org.maillage.projection.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.queue.ClueRow.Sort;

/** What claims tell about each other (rule 12). */
final class Clues {

    private Clues() {}

    /** The clues of a claim's shares. */
    static List<ClueRow> of(Submitted submitted, long position) {
        var clues = new ArrayList<ClueRow>();
        for (var share : submitted.shares()) {
            var clue = new Draft(submitted, share, position);
            for (Evidence evidence : submitted.evidence()) {
                var key = key("evidence", share.contributor(), share.kind(), evidence.match());
                clues.add(clue.of(Sort.EVIDENCE, key, null));
            }
            if (share.contributor().holder() == AccountId.Holder.MEMBER) {
                var helper = share.contributor().id();
                for (var helped : Set.copyOf(share.helped())) {
                    clues.add(clue.of(Sort.PAIR, pair(helper, helped.value()), helper));
                }
            }
        }
        return clues;
    }

    private static UUID key(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part).append('|');
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static UUID pair(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? key("pair", one, other) : key("pair", other, one);
    }

    /** A clue of one share. */
    private record Draft(Submitted submitted, SubmittedShare share, long position) {

        ClueRow of(Sort sort, UUID key, @Nullable UUID helper) {
            return new ClueRow(
                    submitted.network().value(),
                    key,
                    submitted.contribution().value(),
                    share.share().value(),
                    sort,
                    share.day(),
                    helper,
                    true,
                    position);
        }
    }
}
