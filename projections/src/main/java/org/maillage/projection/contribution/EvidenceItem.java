package org.maillage.projection.contribution;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.EvidenceId;

/**
 * A piece of evidence.
 *
 * @param reference address of a link or name of a file, opened; empty where it can no longer be opened
 * @param match keyed hash by which the same evidence is recognised
 * @param sha256 hash of the sealed bytes of a file; null for a link
 */
public record EvidenceItem(
        EvidenceId id,
        Evidence.Type type,
        String reference,
        String match,
        @Nullable String sha256) {}
