package org.maillage.badge.image;

/** A file that is no picture, is broken, or hides something. */
public final class MalformedImage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a picture. */
    public enum Problem {
        BROKEN,
        /** More pixels than a badge's picture may have. */
        TOO_LARGE,
        CUT_SHORT,
        /** A part does not have the sum that was written beside it. */
        CHANGED,
        BADGE_COMPRESSED,
        SEVERAL_BADGES,
        DOCUMENT_TYPE
    }

    private final Problem problem;

    MalformedImage(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    MalformedImage(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
