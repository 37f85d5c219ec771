package org.maillage.web.imports.read;

/** A line is refused while it is being read. */
final class LineRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;

    LineRefused(Problem problem, String detail) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    Line.Rejected at(long number, String key) {
        return new Line.Rejected(number, key, problem, detail);
    }
}
