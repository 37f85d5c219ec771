package org.maillage.projection.network;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.OrganisationId;

/**
 * An organisation of a network.
 *
 * @param siret 14 digits; null for an informal collective, or where not said
 * @param informal whether it is a collective without legal form
 */
public record Organisation(
        OrganisationId organisation, String name, @Nullable String siret, boolean informal) {}
