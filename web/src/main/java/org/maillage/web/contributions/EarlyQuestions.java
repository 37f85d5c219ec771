package org.maillage.web.contributions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.guard.DayMinutes;
import org.springframework.stereotype.Component;

/**
 * Asks of a claim, before it is sent, what only earlier claims can tell (rule 12): too long a day, and one that may be
 * there already. The page and the API ask the same; the final word is the ledger's, at validation.
 */
@Component
public final class EarlyQuestions {

    private final Projections views;
    private final Vault vault;

    EarlyQuestions(Projections views, Vault vault) {
        this.views = views;
        this.vault = vault;
    }

    /**
     * Lets a claim pass whose contributors have room on each of its days, or whose questions were answered.
     *
     * @throws Refused with {@code MORE_THAN_24_HOURS}, {@code LONG_DAY} or {@code POSSIBLE_DUPLICATE}
     */
    public void ask(Submit claim) {
        try {
            askOfNew(claim);
        } catch (Refused refused) {
            // What stands in its way may be itself: the same request, sent before or at this very moment by another
            // process. It is looked for after the question, since it may become visible at any time before.
            if (views.contributions()
                    .find(claim.network(), claim.contribution(), AsOf.NOW)
                    .isEmpty()) {
                throw refused;
            }
        }
    }

    private void askOfNew(Submit claim) {
        days(claim);
        if (!claim.answered().contains(Question.DUPLICATE)) {
            Refused.when(duplicateOf(claim).isPresent(), Reason.POSSIBLE_DUPLICATE);
        }
    }

    /** A member's day. */
    private record Day(MemberId member, LocalDate day) {}

    private void days(Submit claim) {
        var minutes = new HashMap<Day, Integer>();
        for (var share : claim.shares()) {
            if (isMembers(share)) {
                minutes.merge(
                        new Day(member(share), share.day()), share.quantity().creditedMinutes(), Integer::sum);
            }
        }
        var longest = minutes.entrySet().stream()
                .mapToInt(claimed -> claimed.getValue() + before(claim, claimed))
                .max()
                .orElse(0);
        Refused.when(longest > DayMinutes.REFUSE_ABOVE, Reason.MORE_THAN_24_HOURS);
        Refused.when(longest > DayMinutes.ASK_ABOVE && !claim.answered().contains(Question.LONG_DAY), Reason.LONG_DAY);
    }

    private int before(Submit claim, Map.Entry<Day, Integer> claimed) {
        // What is counted in units takes no time of the day.
        return claimed.getValue() == 0
                ? 0
                : views.guard()
                        .day(
                                claim.network(),
                                claimed.getKey().member(),
                                claimed.getKey().day())
                        .claimed();
    }

    /** The first standing claim that may be the same; empty for none. */
    public Optional<ContributionId> duplicateOf(Submit claim) {
        var matches = claim.evidence().stream()
                .map(evidence -> vault.match(evidence.content()))
                .collect(Collectors.toUnmodifiableSet());
        return claim.shares().stream()
                .filter(EarlyQuestions::isMembers)
                .flatMap(share -> others(claim, share, matches))
                .findFirst();
    }

    private Stream<ContributionId> others(Submit claim, ClaimedShare share, Set<String> matches) {
        return views
                .guard()
                .possibleDuplicates(claim.network(), member(share), share.kind(), share.day(), matches)
                .stream()
                .filter(other -> !other.equals(claim.replaces()));
    }

    private static boolean isMembers(ClaimedShare share) {
        return share.contributor().holder() == AccountId.Holder.MEMBER;
    }

    private static MemberId member(ClaimedShare share) {
        return new MemberId(share.contributor().id());
    }
}
