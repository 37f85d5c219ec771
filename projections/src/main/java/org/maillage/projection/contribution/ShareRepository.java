package org.maillage.projection.contribution;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads shares. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ShareRepository extends GenericRepository<ShareRow, UUID> {

    /** The shares of these claims: their ids, separated by commas. */
    @Query("""
        select * from views.share
        where network = :network and contribution = any(string_to_array(:contributions, ',')::uuid[])
          and since <= :asOf and :asOf < until
        order by contribution, ordinal
        """)
    List<ShareRow> of(UUID network, String contributions, LocalDate asOf);

    @Query("select contribution from views.share where network = :network and share = :share limit 1")
    Optional<UUID> contribution(UUID network, UUID share);
}
