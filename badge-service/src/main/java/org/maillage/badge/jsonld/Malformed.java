package org.maillage.badge.jsonld;

/** A document that cannot be read, with the one reason why; carries no stack trace, since strangers' documents cause it. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a document cannot be read. */
    public enum Problem {
        TOO_LARGE,
        TOO_DEEP,
        TOO_MANY_NODES,
        NOT_UTF_8,
        NOT_JSON,
        NOT_AN_OBJECT,
        DUPLICATE_KEY,
        LONE_SURROGATE,
        NUL_CHARACTER,
        NUMBER_OUT_OF_RANGE,
        /** A context that is not bundled: it would have to be fetched. */
        UNKNOWN_CONTEXT,
        /** A context within the document that takes meaning away from terms. */
        UNSAFE_CONTEXT,
        /** A term that no context defines, so that no signature would cover it. */
        UNDEFINED_TERM,
        /** An id or a type that is no absolute IRI, so that no signature would cover it. */
        RELATIVE_IRI,
        /** The graph cannot be put into canonical form within the bounds. */
        TOO_COMPLEX,
        NOT_JSON_LD
    }

    private final Problem problem;
    private final String where;

    public Malformed(Problem problem, String where) {
        super(problem + ": " + where, null, false, false);
        this.problem = problem;
        this.where = where;
    }

    public Problem problem() {
        return problem;
    }

    /** What of the document itself it was about, to be shown to readers of any language; empty for measures and places. */
    public String named() {
        return switch (problem) {
            case DUPLICATE_KEY, UNKNOWN_CONTEXT, UNSAFE_CONTEXT, UNDEFINED_TERM, RELATIVE_IRI -> where();
            case TOO_LARGE,
                    TOO_DEEP,
                    TOO_MANY_NODES,
                    NOT_UTF_8,
                    NOT_JSON,
                    NOT_AN_OBJECT,
                    LONE_SURROGATE,
                    NUL_CHARACTER,
                    NUMBER_OUT_OF_RANGE,
                    TOO_COMPLEX,
                    NOT_JSON_LD -> "";
        };
    }

    /** The key, context or size that it was about; never more than 200 characters; empty where there is nothing to name. */
    public String where() {
        return where.length() <= 200 ? where : where.substring(0, 200);
    }
}
