package org.maillage.projection.member;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads members; never by any amount (rule 14). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemberRepository extends GenericRepository<MemberRow, UUID> {

    @Query("""
        select m.*, o.name as organisation_name
        from views.member m
        left join views.organisation o on o.network = m.network and o.organisation = m.organisation
        where m.network = :network and m.member = :member and m.since <= :asOf and :asOf < m.until
        """)
    Optional<MemberEntry> find(UUID network, UUID member, LocalDate asOf);

    @Query("""
        select m.*, o.name as organisation_name
        from views.member m
        left join views.organisation o on o.network = m.network and o.organisation = m.organisation
        where m.network = :network and m.since <= :asOf and :asOf < m.until
          and (m.listed or not :onlyListed)
          and (cast(:pattern as text) is null or m.sort_name like all (string_to_array(cast(:pattern as text), ' ')))
          and (cast(:status as text) is null or m.status = :status)
          and (cast(:organisation as uuid) is null or m.organisation = cast(:organisation as uuid))
          and (m.sort_name, m.member) > (:afterName, :afterMember)
        order by m.sort_name, m.member
        limit :most
        """)
    List<MemberEntry> page(
            UUID network,
            LocalDate asOf,
            boolean onlyListed,
            @Nullable String pattern,
            @Nullable String status,
            @Nullable String organisation,
            String afterName,
            UUID afterMember,
            int most);

    @Query("""
        select m.*, o.name as organisation_name
        from views.member m
        left join views.organisation o on o.network = m.network and o.organisation = m.organisation
        where m.network = :network and m.coordinator and m.since <= :asOf and :asOf < m.until
        order by m.sort_name, m.member
        """)
    List<MemberEntry> coordinators(UUID network, LocalDate asOf);

    @Query("""
        select m.member from views.member m
        where m.network = :network and m.coordinator and m.status = 'JOINED' and m.until = date '9999-12-31'
        limit 1
        """)
    List<UUID> leading(UUID network);

    @Query("""
        select n.network from views.network n
        where not exists (
          select from views.member m
          where m.network = n.network and m.coordinator and m.status = 'JOINED' and m.until = date '9999-12-31')
        """)
    List<UUID> unled();

    @Query("""
        select own.network from views.network n
        join views.member own on own.network = n.network and own.member = :member
        where own.until = date '9999-12-31'
          and not exists (
            select from views.member m
            where m.network = own.network and m.coordinator and m.status = 'JOINED' and m.until = date '9999-12-31')
        """)
    Optional<UUID> unledOf(UUID member);

    @Query("""
        select * from views.member
        where network = :network and member = any(string_to_array(:members, ',')::uuid[])
          and until = date '9999-12-31'
        """)
    List<MemberRow> current(UUID network, String members);

    @Query("""
        update views.member set name = '', sort_name = '' where network = :network and member = :member
        """)
    void forget(UUID network, UUID member);
}
