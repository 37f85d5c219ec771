package org.maillage.badge.rule;

import java.util.ArrayList;
import java.util.List;
import org.maillage.ledger.value.ShareId;

/**
 * All that a member has to show for one badge.
 *
 * @param shares validated and standing, in the order of {@link CountedShare#BY_DAY}
 * @param endorsements how many people endorse the practice that they described for the badge
 */
public record Evidence(List<CountedShare> shares, int endorsements) {

    /** Nothing yet. */
    public static final Evidence NONE = new Evidence(List.of(), 0);

    public Evidence {
        shares = List.copyOf(shares);
    }

    /** Of these shares, in whichever order, without endorsements. */
    public static Evidence of(List<CountedShare> shares) {
        return new Evidence(shares.stream().sorted(CountedShare.BY_DAY).toList(), 0);
    }

    /** The same shares, with so many endorsements. */
    public Evidence endorsed(int times) {
        return times == endorsements ? this : new Evidence(shares, times);
    }

    /** The same, with one share more that is later than all of them or of the same day. */
    Evidence and(CountedShare last) {
        var more = new ArrayList<>(shares);
        more.add(last);
        return new Evidence(more, endorsements);
    }

    /** Whether a share is among them. */
    public boolean holds(ShareId share) {
        return shares.stream().anyMatch(counted -> counted.share().equals(share));
    }
}
