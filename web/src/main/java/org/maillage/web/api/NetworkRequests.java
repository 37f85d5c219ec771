package org.maillage.web.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RoleWeights;

/** What may be said about networks. A component without {@code @Nullable} is required. */
final class NetworkRequests {

    private NetworkRequests() {}

    /** A network; kinds and tariff are its parent's, or the shipped ones. */
    record NewNetwork(
            @Nullable NetworkId network,
            @Size(min = 1, max = 80) String name,
            @Nullable NetworkId parent,
            @Nullable ZoneId zone,
            @Size(max = 36_000) @Nullable List<Commune> territory) {}

    /** The communes of the territory from now on. */
    record Territory(@Size(max = 36_000) List<Commune> communes) {}

    /** A kind and what the tariff says of it from today on. */
    record NewKind(
            KindCode kind,
            Measure measure,
            @Size(min = 1, max = 80) String label,
            @Min(0) @Max(1_000_000) Long rate,
            @Min(1) @Max(1_000_000) @Nullable Integer dailyCap,
            RoleWeights weights) {}

    /** The next version of the tariff. */
    record NewTariff(
            @Min(1) @Max(1_000_000) Integer version,
            LocalDate effective,
            @Size(min = 1, max = 200) List<LineOfTariff> lines,
            Boolean paidTimeToFund,
            @Min(-1_000_000_000L) @Max(1_000_000_000L) Long floorHundredths,
            @Size(max = 1_000) @Nullable String note) {}

    /** What the tariff says of one kind. */
    record LineOfTariff(
            KindCode kind,
            @Min(0) @Max(1_000_000) Long rate,
            @Min(1) @Max(1_000_000) @Nullable Integer dailyCap,
            RoleWeights weights) {}

    /** The next version of the charter. */
    record NewCharter(
            @Min(1) @Max(1_000_000) Integer version,
            @Size(min = 1, max = 100_000) String text) {}

    /** An organisation. */
    record NewOrganisation(
            @Nullable OrganisationId organisation,
            @Size(min = 1, max = 120) String name,
            @Pattern(regexp = "[0-9]{14}") @Nullable String siret) {}

    /** Whether the parent's coordinators may decide where no uninvolved one exists (rule 3). */
    record ParentDecisions(Boolean allowed) {}

    /** ClaimsAsked to validate in one go, as they were confirmed. */
    record Validations(@Size(min = 1, max = 200) List<ContributionId> contributions) {}
}
