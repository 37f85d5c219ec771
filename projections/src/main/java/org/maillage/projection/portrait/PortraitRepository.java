package org.maillage.projection.portrait;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.maillage.projection.contribution.ShareRow;

/**
 * Reads contribution-days: of the validated shares of a day and kind, the one that was claimed first counts, so that
 * after a reversal another one of that day does (rule 13). It needs no rows of its own: a share's row says since when and
 * until when a validation of it stands.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PortraitRepository extends GenericRepository<ShareRow, UUID> {

    @Query("""
        select weights, count(*) as days from (
            select distinct on (day, kind) weights from views.share
            where network = :network and contributor = :account and validated
              and since <= :asOf and :asOf < until and day between :from and :through
            order by day, kind, submitted_position, ordinal) counted
        group by weights
        """)
    List<DaysOfWeights> days(UUID network, String account, LocalDate from, LocalDate through, LocalDate asOf);

    @Query("""
        select contribution, share, kind, day, weights from (
            select distinct on (day, kind) contribution, share, kind, day, weights from views.share
            where network = :network and contributor = :account and validated
              and since <= :asOf and :asOf < until and day between :from and :through
            order by day, kind, submitted_position, ordinal) counted
        where weights like :role and (day, kind) < (:beforeDay, :beforeKind)
        order by day desc, kind desc
        limit :most
        """)
    List<EvidenceOfRole> evidence(
            UUID network,
            String account,
            LocalDate from,
            LocalDate through,
            LocalDate asOf,
            String role,
            LocalDate beforeDay,
            String beforeKind,
            int most);
}
