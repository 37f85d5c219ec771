package org.maillage.projection.network;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads networks. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NetworkRepository extends GenericRepository<NetworkRow, UUID> {

    @Query("select * from views.network where network = :network")
    Optional<NetworkRow> find(UUID network);

    @Query("select * from views.network order by name, network")
    List<NetworkRow> all();

    @Query("select * from views.network where parent = :parent order by name, network")
    List<NetworkRow> children(UUID parent);

    @Query("""
        select communes from views.territory
        where network = :network and since <= :asOf and :asOf < until
        """)
    Optional<String> territory(UUID network, LocalDate asOf);
}
