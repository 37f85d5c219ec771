package org.maillage.web.imports;

/** An import does not go on. */
final class NotResumed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    NotResumed(Why why) {
        super(why.code, null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }

    /** Why not. */
    enum Why {
        /** it came to its end, or failed, by itself */
        NOT_STOPPED("import-not-stopped"),
        /** it was stopped, and its file is kept no more */
        FILE_GONE("import-file-gone");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
