package org.maillage.projection.guard;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.maillage.projection.contribution.ShareRow;

/** Reads what a member has on a day; a share's row says what of it counts now. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GuardRepository extends GenericRepository<ShareRow, UUID> {

    @Query("""
        select coalesce(sum(minutes), 0) as claimed, coalesce(sum(minutes) filter (where validated), 0) as validated
        from views.share
        where network = :network and contributor = :account and day = :day and standing
          and until = date '9999-12-31'
        """)
    DayMinutes day(UUID network, String account, LocalDate day);

    @Query("""
        select s.contribution from views.share s
        where s.network = :network and s.contributor = :account and s.kind = :kind and s.day = :day and s.standing
          and s.until = date '9999-12-31'
        group by s.contribution, s.submitted_position
        order by s.submitted_position
        limit 20
        """)
    List<UUID> sameDay(UUID network, String account, String kind, LocalDate day);

    @Query("""
        select s.contribution from views.share s
        join views.evidence e on e.network = s.network and e.contribution = s.contribution
        where s.network = :network and s.contributor = :account and s.kind = :kind and s.standing
          and s.until = date '9999-12-31' and e.match = any(string_to_array(:matches, ','))
        group by s.contribution, s.submitted_position
        order by s.submitted_position
        limit 20
        """)
    List<UUID> sameEvidence(UUID network, String account, String kind, String matches);
}
