package org.maillage.projection.figures;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.maillage.projection.contribution.ShareRow;

/**
 * Adds up the rows of the other views when asked: whatever is repeated, rebuilt or taken back, a sum of rows that are
 * right is right.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FiguresRepository extends GenericRepository<ShareRow, UUID> {

    @Query("""
        select status as name, count(*) as amount from views.member
        where network = :network and since <= :asOf and :asOf < until
        group by status
        """)
    List<Sum> members(UUID network, LocalDate asOf);

    @Query("""
        select state as name, count(*) as amount from views.contribution
        where network = :network and since <= :asOf and :asOf < until
        group by state
        """)
    List<Sum> contributions(UUID network, LocalDate asOf);

    @Query("""
        select kind, weights, cast(date_trunc('month', day) as date) as month,
            count(*) as shares, sum(minutes) as minutes, sum(units) as units
        from views.share
        where network = :network and validated and since <= :asOf and :asOf < until
        group by kind, weights, date_trunc('month', day)
        order by kind, date_trunc('month', day), weights
        """)
    List<Validated> validated(UUID network, LocalDate asOf);

    @Query("""
        select what as name, sum(amount) as amount from views.statement_line
        where network = :network and recorded_on <= :asOf and what in ('ISSUED', 'ISSUE_REVERSED')
        group by what
        """)
    List<Sum> issues(UUID network, LocalDate asOf);

    @Query("""
        select coalesce(sum(available), 0) from views.balance
        where network = :network and since <= :asOf and :asOf < until
        """)
    long balances(UUID network, LocalDate asOf);
}
