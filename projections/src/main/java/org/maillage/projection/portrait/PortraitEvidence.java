package org.maillage.projection.portrait;

import java.time.LocalDate;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;

/** A contribution-day behind a role: the share that counts for its day and kind, with its frozen weights. */
public record PortraitEvidence(
        ContributionId contribution, ShareId share, KindCode kind, LocalDate day, RoleWeights weights) {}
