package org.maillage.web.imports.read;

import java.util.Locale;

/** Why a line is refused before the ledger sees it. Screens translate it; its code stands in the CSV of refused lines. */
public enum Problem {
    /** it is not text in the encoding of the file */
    ENCODING,
    /** it has control, right-to-left, zero-width or other characters that nobody sees */
    UNREADABLE_CHARACTERS,
    LINE_TOO_LONG,
    /** it has more or fewer cells than the header */
    COLUMNS,
    /** a quote is not closed, or something follows one */
    QUOTES,
    KEY_MISSING,
    KEY_TOO_LONG,
    PERSON_MISSING,
    DAY_UNREADABLE,
    KIND_UNKNOWN,
    PART_UNKNOWN,
    QUANTITY_UNREADABLE,
    EVIDENCE_INVALID,
    /** rule 3: somebody confirmed their own work */
    SELF_VALIDATION,
    /** the same row stands there twice */
    DUPLICATE,
    /** it names a contribution in which nothing was done */
    EMPTY_CONTRIBUTION,
    /** the file breaks off or is not well formed from here on */
    BROKEN_OFF;

    /** Its stable name, such as {@code self-validation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
