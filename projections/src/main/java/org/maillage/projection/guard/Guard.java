package org.maillage.projection.guard;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** What is asked of a claim before it is sent (rule 12). The final word is the ledger's. */
public interface Guard {

    /** What a member already has on a day. */
    DayMinutes day(NetworkId network, MemberId member, LocalDate day);

    /**
     * Standing claims that may be the same: of this member and kind, with one of these pieces of evidence; where there
     * is no evidence, of the same day. Oldest first, at most 20.
     *
     * @param matches keyed hashes of the evidence; may be empty
     */
    List<ContributionId> possibleDuplicates(
            NetworkId network, MemberId member, KindCode kind, LocalDate day, Set<String> matches);
}
