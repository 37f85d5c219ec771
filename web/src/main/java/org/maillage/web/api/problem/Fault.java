package org.maillage.web.api.problem;

import java.util.Locale;

/** What may be wrong with a request before the ledger is asked; the ledger's own refusals are its reasons. */
public enum Fault {
    MALFORMED_JSON(400),
    BODY_MISSING(400),
    BAD_ADDRESS(400),
    SIGN_IN_NEEDED(401),
    NOT_ALLOWED(403),
    ADMINISTRATORS_ONLY(403),
    NOT_YOURS(403),
    UNKNOWN_ADDRESS(404),
    UNKNOWN_EVIDENCE(404),
    WRONG_METHOD(405),
    NOT_ACCEPTABLE(406),
    CHANGED_MEANWHILE(412),
    BODY_TOO_LARGE(413),
    WRONG_CONTENT_TYPE(415),
    INVALID_REQUEST(400),
    TOO_MUCH_UNCLAIMED(422),
    TOO_MANY_REQUESTS(429),
    UNEXPECTED(500),
    UNKNOWN_METHOD(501),
    UNAVAILABLE(503),
    DATABASE_AWAY(503),
    BEHIND(503);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** After how many seconds it makes sense to ask again what is answered with 503. */
    public int seconds() {
        return this == DATABASE_AWAY ? 60 : 1;
    }

    /** Its stable name in the API, such as {@code malformed-json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
