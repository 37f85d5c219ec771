package org.maillage.projection.contribution;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads threads and evidence. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThreadRepository extends GenericRepository<ThreadRow, UUID> {

    @Query("""
        select * from views.thread_entry
        where network = :network and contribution = :contribution and since <= :asOf
        order by position
        """)
    List<ThreadRow> thread(UUID network, UUID contribution, LocalDate asOf);

    @Query("""
        select * from views.evidence
        where network = :network and contribution = :contribution
        order by ordinal
        """)
    List<EvidenceRow> evidence(UUID network, UUID contribution);

    @Query("""
        select contribution from views.evidence
        where network = :network and evidence = :evidence
        order by position
        limit 1
        """)
    Optional<UUID> contribution(UUID network, UUID evidence);

    /** The evidence of these claims: their ids, separated by commas. */
    @Query("""
        select * from views.evidence
        where network = :network and contribution = any(string_to_array(:contributions, ',')::uuid[])
        order by contribution, ordinal
        """)
    List<EvidenceRow> evidenceOf(UUID network, String contributions);
}
