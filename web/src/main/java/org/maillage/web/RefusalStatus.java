package org.maillage.web;

import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.springframework.http.HttpStatus;

/** The one place that says which HTTP status a refusal has, for pages and API alike. */
public final class RefusalStatus {

    /** Status where the journal cannot take a command now: the same request may be sent again. */
    public static final HttpStatus UNAVAILABLE = HttpStatus.SERVICE_UNAVAILABLE;

    private RefusalStatus() {}

    /** Status of a refusal. */
    public static HttpStatus of(Refused refused) {
        return of(refused.reason().category());
    }

    /** Status of a category: 404, 403, 409, 422, 400 or 503. */
    public static HttpStatus of(Reason.Category category) {
        return switch (category) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
