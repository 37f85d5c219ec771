package org.maillage.projection.network;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads organisations. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganisationRepository extends GenericRepository<OrganisationRow, UUID> {

    @Query("""
        select * from views.organisation
        where network = :network and recorded_on <= :asOf
        order by name, organisation
        """)
    List<OrganisationRow> all(UUID network, LocalDate asOf);

    @Query("select * from views.organisation where network = :network and organisation = :organisation")
    Optional<OrganisationRow> find(UUID network, UUID organisation);
}
