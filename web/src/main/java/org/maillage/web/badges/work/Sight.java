package org.maillage.web.badges.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Acceptance;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.AwardEvent.AwardCause;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.projection.member.Standing;
import org.springframework.stereotype.Component;

/**
 * Whose badges coordinators see by name: those that their members accepted, those that the coordination awarded itself, and
 * those on which it has to decide or has decided. A badge that the ledger awarded and that its member has not accepted is
 * counted, and named to nobody else.
 */
@Component
final class Sight {

    private final Badges badges;
    private final Clock clock;

    Sight(Badges badges, Clock clock) {
        this.badges = badges;
        this.clock = clock;
    }

    static boolean isSeen(Award award) {
        return award.acceptance() == Acceptance.ACCEPTED
                || award.cause() != AwardCause.RULE
                || award.too() != null
                || award.review() != null
                || award.standing() == Award.Standing.SUSPENDED
                || award.standing() == Award.Standing.REVOKED;
    }

    /**
     * An award as coordinators see it: one that they awarded themselves is theirs alone to them, whatever its member had
     * before, until that member accepts it.
     */
    private static Award seen(Award award) {
        return award.acceptance() == Acceptance.ACCEPTED ? award : award.asAwardedToo();
    }

    /** An award of the network; refuses one that coordinators do not see as though there were none. */
    Award require(AwardId award, Standing standing) {
        return find(award, standing).orElseThrow(() -> new Refused(Reason.UNKNOWN_AWARD));
    }

    /** Whether coordinators see an award now. */
    boolean sees(AwardId award, Standing standing) {
        return find(award, standing).isPresent();
    }

    private Optional<Award> find(AwardId award, Standing standing) {
        var today = standing.today(clock);
        // How long the answer takes tells nothing of what is hidden either: nothing of that is read.
        return badges.awards().isKnown(standing.network(), award, today)
                ? badges.awards()
                        .find(standing.network(), award, today)
                        .filter(Sight::isSeen)
                        .map(Sight::seen)
                : Optional.empty();
    }

    /**
     * Awards of one badge that coordinators see, in the order in which these know them to have been awarded. Neither that
     * order nor where a page begins tells what was there before they awarded it too.
     *
     * @param after the award after which to go on; null from the beginning
     */
    Seen of(BadgeDefinitionId definition, Standing standing, @Nullable AwardId after, int limit) {
        var today = standing.today(clock);
        var all = badges.awards().known(standing.network(), definition, today, after, limit + 1);
        var page = all.size() > limit ? all.subList(0, limit) : all;
        return new Seen(
                page.stream().filter(Sight::isSeen).map(Sight::seen).toList(),
                badges.awards().kept(standing.network(), definition, today),
                all.size() > limit ? page.getLast().award() : null);
    }

    /**
     * A page of awards.
     *
     * @param kept how many of the badge, on every page, its rule awarded and nobody accepted: named to nobody for that
     * @param next the award after which the next page begins; null on the last one
     */
    record Seen(List<Award> awards, long kept, @Nullable AwardId next) {}
}
