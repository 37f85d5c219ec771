package org.maillage.projection.contribution;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads claims. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ContributionRepository extends GenericRepository<ContributionRow, UUID> {

    @Query("""
        select * from views.contribution
        where network = :network and contribution = :contribution and since <= :asOf and :asOf < until
        """)
    Optional<ContributionRow> find(UUID network, UUID contribution, LocalDate asOf);

    @Query("""
        select c.* from views.contribution c
        where c.network = :network and c.since <= :asOf and :asOf < c.until and c.contribution in (
            select contribution from (
                (select s.contribution, s.submitted_position from views.share s
                 where s.network = :network and s.contributor = :account and s.submitted_position < :before
                   and s.since <= :asOf and :asOf < s.until
                 order by s.submitted_position desc limit :most)
                union
                (select o.contribution, o.submitted_position from views.contribution o
                 where o.network = :network and o.claimant = :member and o.submitted_position < :before
                   and o.since <= :asOf and :asOf < o.until
                 order by o.submitted_position desc limit :most)) both_ways
            order by submitted_position desc limit :most)
        order by c.submitted_position desc
        """)
    List<ContributionRow> ofMember(UUID network, UUID member, String account, LocalDate asOf, long before, int most);

    @Query("""
        select c.* from views.contribution c
        where c.network = :network and c.until = date '9999-12-31'
          and (c.first_day, c.submitted_position) < (:day, :position)
          and (:states = '' or c.state = any(string_to_array(:states, ',')))
          and c.contribution in (
            select s.contribution from views.share s
            where s.network = :network and s.contributor = :account and s.until = date '9999-12-31'
              and (:kinds = '' or s.kind = any(string_to_array(:kinds, ',')))
            union
            select o.contribution from views.contribution o
            where o.network = :network and o.claimant = :member and o.until = date '9999-12-31'
              and (:kinds = '' or exists (
                select 1 from views.share k
                where k.network = :network and k.contribution = o.contribution and k.until = date '9999-12-31'
                  and k.kind = any(string_to_array(:kinds, ',')))))
        order by c.first_day desc, c.submitted_position desc
        limit :most
        """)
    List<ContributionRow> timeline(
            UUID network,
            UUID member,
            String account,
            String states,
            String kinds,
            LocalDate day,
            long position,
            int most);

    @Query("""
        select * from views.contribution
        where entrusted_to = :member and until = date '9999-12-31'
          and state in ('SUBMITTED', 'CLARIFICATION_ASKED', 'APPEALED')
        order by submitted_position
        limit 100
        """)
    List<ContributionRow> entrustedTo(UUID member);

    @Query("""
        select * from views.contribution
        where contribution = :contribution and entrusted_to = :member and until = date '9999-12-31'
        """)
    Optional<ContributionRow> findEntrusted(UUID contribution, UUID member);

    @Query("""
        select c.* from views.contribution c
        where c.network = :network and c.until = date '9999-12-31'
          and c.state in ('SUBMITTED', 'CLARIFICATION_ASKED', 'APPEALED')
          and c.contribution in (
            select s.contribution from views.share s
            where s.network = :network and s.contributor = :account and s.answer = 'WAITING'
              and s.until = date '9999-12-31')
        order by c.submitted_position
        limit 100
        """)
    List<ContributionRow> waitingFor(UUID network, String account);

    @Query("""
        select * from views.contribution
        where network = :network and claimant = :member and state = 'CLARIFICATION_ASKED'
          and until = date '9999-12-31'
        order by first_day desc, submitted_position desc
        limit 500
        """)
    List<ContributionRow> askedOf(UUID network, UUID member);

    /** These claims as they stand now: their ids, separated by commas. */
    @Query("""
        select * from views.contribution
        where network = :network and contribution = any(string_to_array(:contributions, ',')::uuid[])
          and until = date '9999-12-31'
        """)
    List<ContributionRow> now(UUID network, String contributions);
}
