package org.maillage.projection.queue;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.contribution.ContributionRow;

/**
 * Reads the queue. {@code kinds} is a list separated by spaces, of which an item has one; null for all. {@code called} is
 * the kind that a pattern means too, null for none; {@code found} are claims, separated by commas, that it matches by their
 * own words.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QueueRepository extends GenericRepository<ContributionRow, UUID> {

    /** An item with its claimant's name, before the condition that chooses among them. */
    String ENTRY = """
        select q.contribution, q.tab, q.state, q.claimant, n.name, q.contributors, q.kinds, q.reasons, q.first_day,
            q.minutes, q.units, q.submitted_at, q.submitted_position,
            case when q.tab = 'DONE' then coalesce(q.decided_by, q.claimant) end as decided_by,
            q.closed_at as decided_at, q.position
        from views.contribution q
        left join views.member n
          on n.network = q.network and n.member = q.claimant and n.until = date '9999-12-31'
        """;

    /** What a coordinator narrows the list by; null for all. */
    String FILTER = """
        and (cast(:kinds as text) is null
             or string_to_array(btrim(q.kinds), ' ') && string_to_array(:kinds, ' '))
        and (cast(:pattern as text) is null or n.sort_name like :pattern
             or position(' ' || cast(:called as text) || ' ' in q.kinds) > 0
             or q.contribution = any(string_to_array(cast(:found as text), ',')::uuid[]))
        """;

    /**
     * Claims that are of a member, whose own they are or of whom a share is, or only the others; a null member asks for
     * both.
     */
    String OWN = """
        and (cast(:member as uuid) is null
             or (q.claimant = cast(:member as uuid) or position(cast(:member as text) in q.contributors) > 0)
                 = cast(:own as boolean))
        """;

    /** An item with what a text is looked for in, before the condition that chooses among them. */
    String LOOKED_THROUGH = """
        select q.contribution, q.title,
            (select string_agg(distinct left(s.commune, 5), ' ') from views.share s
             where s.network = q.network and s.contribution = q.contribution
               and s.until = date '9999-12-31') as communes
        from views.contribution q
        """;

    @Query("""
        select q.tab as name, count(*) as items
        from views.contribution q
        where q.network = :network and q.since <= :asOf and :asOf < q.until
          and (cast(:kinds as text) is null
               or string_to_array(btrim(q.kinds), ' ') && string_to_array(:kinds, ' '))
          and (cast(:pattern as text) is null or q.claimant in (
               select m.member from views.member m
               where m.network = :network and m.until = date '9999-12-31' and m.sort_name like :pattern))
        group by q.tab
        """)
    List<Count> counts(UUID network, @Nullable String kinds, @Nullable String pattern, LocalDate asOf);

    @Query(ENTRY + """
        where q.network = :network and q.tab = :tab and q.tab <> 'DONE' and q.since <= :asOf
          and :asOf < q.until
        """ + FILTER + """
          and q.submitted_position > :after
        order by q.submitted_position
        limit :most
        """)
    List<QueueEntry> waiting(
            UUID network,
            String tab,
            @Nullable String kinds,
            @Nullable String pattern,
            @Nullable String called,
            String found,
            LocalDate asOf,
            long after,
            int most);

    @Query(ENTRY + """
        where q.network = :network and q.tab = 'DONE' and q.since <= :asOf and :asOf < q.until
        """ + FILTER + """
          and q.position < :before
        order by q.position desc
        limit :most
        """)
    List<QueueEntry> done(
            UUID network,
            @Nullable String kinds,
            @Nullable String pattern,
            @Nullable String called,
            String found,
            LocalDate asOf,
            long before,
            int most);

    @Query(ENTRY + """
        where q.network = :network and q.contribution = :contribution and q.since <= :asOf and :asOf < q.until
        """)
    Optional<QueueEntry> item(UUID network, UUID contribution, LocalDate asOf);

    @Query(ENTRY + """
        where q.network = :network and q.tab = :tab and q.tab <> 'DONE' and q.until = date '9999-12-31'
          and q.kinds = :kinds and q.submitted_position <= :submitted and q.position <= :changed
        """ + OWN + """
        order by q.submitted_position
        limit :most
        """)
    List<QueueEntry> ofKind(
            UUID network, String tab, String kinds, UUID member, boolean own, long submitted, long changed, int most);

    @Query("""
        select kind as name, count(*) as items
        from views.contribution q, unnest(string_to_array(btrim(q.kinds), ' ')) kind
        where q.network = :network and q.tab = :tab and q.since <= :asOf and :asOf < q.until
        group by kind
        order by kind
        """)
    List<Count> kinds(UUID network, String tab, LocalDate asOf);

    // What stands now is asked for by itself, and so is what waits: indexes hold these alone, however long the past
    // grows.
    @Query(ENTRY + """
        where q.network = :network and q.tab = :tab and q.tab <> 'DONE' and q.until = date '9999-12-31'
        """ + FILTER + OWN + """
          and q.submitted_position > :after
        order by q.submitted_position
        limit :most
        """)
    List<QueueEntry> waitingNow(
            UUID network,
            String tab,
            @Nullable String kinds,
            @Nullable String pattern,
            @Nullable String called,
            String found,
            @Nullable UUID member,
            boolean own,
            long after,
            int most);

    @Query(ENTRY + """
        where q.network = :network and q.tab = 'DONE' and q.until = date '9999-12-31'
        """ + FILTER + """
          and q.position < :before
        order by q.position desc
        limit :most
        """)
    List<QueueEntry> doneNow(
            UUID network,
            @Nullable String kinds,
            @Nullable String pattern,
            @Nullable String called,
            String found,
            long before,
            int most);

    @Query("""
        select q.tab as name, count(*) as items
        from views.contribution q
        where q.network = :network and q.tab in ('READY', 'LOOK_CLOSER', 'CLARIFICATION_ASKED')
          and q.until = date '9999-12-31'
        group by q.tab
        """)
    List<Count> waitingCounts(UUID network);

    @Query("""
        select q.tab as name, count(*) as items
        from views.contribution q
        left join views.member n
          on n.network = q.network and n.member = q.claimant and n.until = date '9999-12-31'
        where q.network = :network and q.tab in ('READY', 'LOOK_CLOSER', 'CLARIFICATION_ASKED')
          and q.until = date '9999-12-31'
        """ + FILTER + """
        group by q.tab
        """)
    List<Count> waitingCounts(
            UUID network, @Nullable String kinds, @Nullable String pattern, @Nullable String called, String found);

    @Query(LOOKED_THROUGH + """
        where q.network = :network and q.tab in ('READY', 'LOOK_CLOSER', 'CLARIFICATION_ASKED')
          and q.until = date '9999-12-31'
        order by q.submitted_position
        limit :most
        """)
    List<LookedThrough> waitingTexts(UUID network, int most);

    @Query(LOOKED_THROUGH + """
        where q.network = :network and q.tab = 'DONE' and q.until = date '9999-12-31'
        order by q.position desc
        limit :most
        """)
    List<LookedThrough> doneTexts(UUID network, int most);

    @Query("""
        select count(*) as done,
            percentile_cont(0.5) within group (order by extract(epoch from closed_at - submitted_at)) as median
        from views.contribution
        where network = :network and tab = 'DONE' and state in ('VALIDATED', 'DECLINED')
          and until = date '9999-12-31' and closed_at >= :since
        """)
    DecidedRow decided(UUID network, Instant since);

    @Query("""
        select min(submitted_at) as oldest
        from views.contribution
        where network = :network and tab in ('READY', 'LOOK_CLOSER', 'CLARIFICATION_ASKED')
          and until = date '9999-12-31'
        """)
    OldestRow oldest(UUID network);
}
