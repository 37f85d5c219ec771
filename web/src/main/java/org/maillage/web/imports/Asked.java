package org.maillage.web.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger.Request;
import org.maillage.ledger.value.MemberId;
import org.maillage.web.imports.read.Line;

/**
 * One command of an import and what it is for.
 *
 * @param row the row; the first one that asks for it
 * @param member who enters or is appointed; null for the others
 */
record Asked(Step step, Line.Row row, @Nullable MemberId member, Request request) {

    /** What a row asks of the ledger, in this order. */
    enum Step {
        ENTER,
        APPOINT,
        SUBMIT,
        VALIDATE
    }

    UUID commandId() {
        return request.origin().commandId();
    }
}
