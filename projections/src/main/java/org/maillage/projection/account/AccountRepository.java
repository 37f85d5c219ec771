package org.maillage.projection.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads balances and lines. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<StatementRow, UUID> {

    @Query("""
        select * from views.balance
        where network = :network and account = :account and since <= :asOf and :asOf < until
        """)
    Optional<BalanceRow> balance(UUID network, String account, LocalDate asOf);

    @Query("""
        select * from views.statement_line
        where network = :network and account = :account and recorded_on between :from and :to and position < :before
          and what = any(string_to_array(:what, ','))
        order by position desc
        limit :most
        """)
    List<StatementRow> page(
            UUID network, String account, LocalDate from, LocalDate to, String what, long before, int most);

    @Query("""
        select cast(date_trunc('month', recorded_on) as date) as month, what, reason, sum(amount) as amount
        from views.statement_line
        where network = :network and account = :account and recorded_on <= :asOf
        group by date_trunc('month', recorded_on), what, reason
        order by date_trunc('month', recorded_on) desc, what, reason
        """)
    List<MonthRow> months(UUID network, String account, LocalDate asOf);

    @Query("""
        select month, reason, counterpart from (
            select month, reason, counterpart,
                row_number() over (partition by month, reason order by counterpart) as place
            from (
                select distinct cast(date_trunc('month', recorded_on) as date) as month, reason, counterpart
                from views.statement_line
                where network = :network and account = :account and recorded_on <= :asOf
                  and what <> 'GIVEN' and counterpart is not null
            ) as each_once
        ) as numbered
        where place <= :most
        order by month, reason, counterpart
        """)
    List<GiverRow> givers(UUID network, String account, LocalDate asOf, int most);

    @Query("""
        select * from views.statement_line
        where network = :network and account = :account and position = :position
        """)
    Optional<StatementRow> line(UUID network, String account, long position);

    @Query("""
        select * from views.statement_line
        where network = :network and contribution = :contribution and recorded_on <= :asOf
        order by position
        """)
    List<StatementRow> about(UUID network, UUID contribution, LocalDate asOf);

    /** The issues that follow from these claims, oldest first: their ids, separated by commas. */
    @Query("""
        select * from views.statement_line
        where network = :network and contribution = any(string_to_array(:contributions, ',')::uuid[])
          and what = 'ISSUED'
        order by position
        """)
    List<StatementRow> issues(UUID network, String contributions);
}
