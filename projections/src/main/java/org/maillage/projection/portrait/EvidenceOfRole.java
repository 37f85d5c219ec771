package org.maillage.projection.portrait;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.ShareId;
import org.maillage.projection.WeightsText;

/** A contribution-day as it is read. */
@Introspected
record EvidenceOfRole(UUID contribution, UUID share, String kind, LocalDate day, String weights) {

    PortraitEvidence asEvidence() {
        return new PortraitEvidence(
                new ContributionId(contribution),
                new ShareId(share),
                new KindCode(kind),
                day,
                WeightsText.read(weights));
    }
}
