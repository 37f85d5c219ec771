package org.maillage.web.imports.read;

import java.util.Locale;

/** A file or a mapping is refused as a whole. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause cause;
    private final String detail;

    /**
     * @param detail what helps to put it right; of a mapping the wrong field, or one of {@code no-object}, {@code length},
     *     {@code unknown}, {@code network} and {@code line 3}; empty where there is nothing to add
     */
    public FileRefused(Cause cause, String detail) {
        super(detail.isEmpty() ? cause.code() : cause.code() + ": " + detail, null, false, false);
        this.cause = cause;
        this.detail = detail;
    }

    /** Why; not the throwable that {@link #getCause()} means. */
    public Cause why() {
        return cause;
    }

    public String detail() {
        return detail;
    }

    /** Why a file or a mapping is refused. */
    public enum Cause {
        /** it is empty */
        EMPTY,
        /** UTF-16 or not text at all */
        NOT_TEXT,
        /** a compressed file that is damaged or breaks off */
        BROKEN_OFF,
        /** a compressed file that unpacks into far more than it should */
        TOO_LARGE_UNPACKED,
        /** the mapping names a column that the header lacks */
        COLUMN_MISSING,
        /** the mapping is not valid */
        MAPPING_INVALID,
        /** it is not of the format that the mapping names */
        OTHER_FORMAT;

        /** Its stable name, such as {@code column-missing}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
