package org.maillage.projection.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.contribution.State;

/**
 * A claim in the coordinators' queue.
 *
 * @param by who claimed
 * @param name of who claimed; empty where it can no longer be opened
 * @param contributors accounts of its shares
 * @param reasons why it is in «look closer», in their order; empty elsewhere
 * @param roles roles on which its kinds weigh by the newest tariff
 * @param minutes credited minutes claimed, over its shares
 * @param units units claimed, over its shares
 * @param waitingSince when it was submitted
 * @param decidedBy who decided; null while open
 * @param submitted position of the event that submitted it: the queue's order
 * @param position of the last event applied
 */
public record QueueItem(
        ContributionId contribution,
        Tab tab,
        State state,
        MemberId by,
        String name,
        List<AccountId> contributors,
        Set<LookCloser> reasons,
        Set<KindCode> kinds,
        Set<Role> roles,
        LocalDate firstDay,
        int minutes,
        int units,
        Instant waitingSince,
        @Nullable MemberId decidedBy,
        @Nullable Instant decidedAt,
        long submitted,
        long position) {

    public QueueItem {
        contributors = List.copyOf(contributors);
    }
}
