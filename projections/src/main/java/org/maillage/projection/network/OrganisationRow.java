package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.fold.Row;

/** An organisation as the view keeps it. */
@MappedEntity("organisation")
record OrganisationRow(
        UUID network,
        UUID organisation,
        String name,
        @Nullable String siret,
        boolean informal,
        LocalDate recordedOn,
        long position)
        implements Row {

    @Override
    public Object group() {
        return organisation;
    }

    Organisation asOrganisation() {
        return new Organisation(new OrganisationId(organisation), name, siret, informal);
    }
}
