package org.maillage.web.imports;

import org.maillage.ledger.Reason;

/**
 * A line, or the validation of its claim, that was refused.
 *
 * @param line where it stands in its source
 * @param key its natural key; empty where it could not be read
 * @param what whether the row was refused, or its claim stands and only nobody validates it
 * @param reason code of a {@link org.maillage.web.imports.read.Problem} or of the ledger's reason
 * @param detail what helps to find it; may be empty
 */
public record Refusal(long line, String key, What what, String reason, String detail) {

    /** The row was seen before: by an earlier import, or on an earlier line (rule 12). */
    static final String KNOWN = Reason.ROW_SEEN.code();

    /** What was refused. */
    public enum What {
        ROW,
        VALIDATION
    }
}
