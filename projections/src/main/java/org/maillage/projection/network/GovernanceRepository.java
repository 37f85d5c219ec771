package org.maillage.projection.network;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads versions of tariff and charter. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GovernanceRepository extends GenericRepository<TariffRow, UUID> {

    @Query("""
        select * from views.tariff
        where network = :network and recorded_on <= :asOf
        order by version
        """)
    List<TariffRow> tariffs(UUID network, LocalDate asOf);

    @Query("select * from views.tariff_line where network = :network order by version, ordinal")
    List<TariffLineRow> lines(UUID network);

    @Query("""
        select * from views.charter
        where network = :network and recorded_on <= :asOf
        order by version
        """)
    List<CharterRow> charters(UUID network, LocalDate asOf);
}
