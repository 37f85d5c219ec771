package org.maillage.projection.guard;

import io.micronaut.context.BeanContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** What is asked of a claim before it is sent (rule 12). The final word is the ledger's. */
public final class Guard {

    private final GuardRepository rows;

    public Guard(BeanContext beans) {
        rows = beans.getBean(GuardRepository.class);
    }

    /** What a member already has on a day. */
    public DayMinutes day(NetworkId network, MemberId member, LocalDate day) {
        return rows.day(network.value(), AccountId.of(member).toString(), day);
    }

    /**
     * Standing claims that may be the same: of this member and kind, with one of these pieces of evidence; where there
     * is no evidence, of the same day. Oldest first, at most 20.
     *
     * @param matches keyed hashes of the evidence; may be empty
     */
    public List<ContributionId> possibleDuplicates(
            NetworkId network, MemberId member, KindCode kind, LocalDate day, Set<String> matches) {
        var account = AccountId.of(member).toString();
        var found = matches.isEmpty()
                ? rows.sameDay(network.value(), account, kind.value(), day)
                : rows.sameEvidence(network.value(), account, kind.value(), String.join(",", matches));
        return found.stream().map(ContributionId::new).toList();
    }
}
