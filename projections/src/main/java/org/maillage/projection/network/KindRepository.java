package org.maillage.projection.network;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads kinds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KindRepository extends GenericRepository<KindRow, UUID> {

    @Query("""
        select * from (
            select distinct on (code) * from views.kind
            where network = :network and recorded_on <= :asOf
            order by code, version desc) newest
        order by position, ordinal
        """)
    List<KindRow> kinds(UUID network, LocalDate asOf);
}
