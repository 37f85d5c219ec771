package org.maillage.ledger.event;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.SealedText;

/**
 * One piece of evidence. Its address or file name is sealed; a file's bytes are kept sealed beside the journal.
 *
 * @param id its id
 * @param type what it is
 * @param reference address of a link, or name of a file, sealed
 * @param match keyed hash of the address or of the file's bytes, by which the same evidence is recognised (rule 12);
 *     hex
 * @param sha256 hash of the sealed bytes of a file, hex; null for a link
 */
public record Evidence(
        EvidenceId id,
        Type type,
        SealedText reference,
        String match,
        @Nullable String sha256) {

    /** What a piece of evidence is. */
    public enum Type {
        LINK,
        PHOTO,
        PDF,
        SOUND
    }
}
