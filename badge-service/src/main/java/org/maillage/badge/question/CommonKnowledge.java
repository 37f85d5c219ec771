package org.maillage.badge.question;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.NetworkId;

/**
 * Of which awards others than their members know: those that were accepted, that a coordinator awarded, or on which
 * somebody has to decide or has decided. What its rule awarded and nobody accepted is known to its member alone.
 */
final class CommonKnowledge {

    private static final UUID NONE = new UUID(0, 0);

    // What stands at a time is what the newest change by then left.
    private static final String FACTS = """
         lateral (select bool_or(c.what = 'award.awarded'
                             and position('"cause":"RULE"'::bytea in c.payload) > 0) as by_rule,
                         max(c.position) filter (where c.what = 'award.awarded-too') as too,
                         bool_or(c.what = 'award.revoked') as revoked,
                         coalesce((array_agg(c.what order by c.position desc) filter (where c.what in
                             ('award.accepted', 'award.declined', 'award.awarded-too')))[1] = 'award.accepted', false)
                             as accepted,
                         coalesce((array_agg(c.what order by c.position desc) filter (where c.what in
                             ('award.suspended', 'award.reinstated')))[1] = 'award.suspended', false) as suspended,
                         coalesce((array_agg(c.what order by c.position desc) filter (where c.what in
                             ('award.review-asked', 'award.upheld', 'award.reinstated')))[1]
                             = 'award.review-asked', false) as reviewed
                    from badge.award_change c where c.award = a.award and c.recorded_at < ?) f
        """;

    private static final String KNOWN =
            " (not f.by_rule or f.too is not null or f.accepted or f.revoked or f.suspended or f.reviewed) ";

    // What a coordinator awarded too stands, until it is accepted, where their own award is: where it was before would
    // tell that it was there.
    private static final String OF = "with known as (select a.award, case when f.too is not null and not f.accepted"
            + " then f.too else a.position end as place from badge.award a," + FACTS
            + " where a.definition = ? and a.network = ? and" + KNOWN + """
            )
            select award from known
             where place > coalesce((select place from known where award = ?), -1) order by place limit ?
            """;

    private static final String HOLDS =
            "select 1 from badge.award a," + FACTS + " where a.award = ? and a.network = ? and" + KNOWN;

    private static final String KEPT = "select count(*) as kept from badge.award a," + FACTS + """
         where a.definition = ? and a.network = ? and f.by_rule and not f.accepted
           and (f.too is not null or not (f.revoked or f.suspended or f.reviewed))
        """;

    private final Reading reading;

    CommonKnowledge(Reading reading) {
        this.reading = reading;
    }

    /**
     * Awards of one badge that others know of, by when they were awarded as far as others know.
     *
     * @param after where to go on; null, or one that is not among them, from the beginning
     */
    List<UUID> of(NetworkId network, BadgeDefinitionId definition, @Nullable AwardId after, int limit, Moment moment) {
        return reading.list(
                OF,
                row -> Reading.uuid(row, "award"),
                moment.until(),
                definition.value(),
                network.value(),
                after == null ? NONE : after.value(),
                limit);
    }

    boolean holds(NetworkId network, AwardId award, Moment moment) {
        return reading.first(HOLDS, _ -> true, moment.until(), award.value(), network.value())
                .isPresent();
    }

    /** How many of a badge its rule awarded and no member accepted, but for those that are to be decided on. */
    long kept(NetworkId network, BadgeDefinitionId definition, Moment moment) {
        return reading.first(KEPT, row -> row.getLong("kept"), moment.until(), definition.value(), network.value())
                .orElse(0L);
    }
}
