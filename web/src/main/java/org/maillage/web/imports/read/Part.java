package org.maillage.web.imports.read;

/** A part that somebody has in a shared work. */
public enum Part {
    /** made it */
    AUTHOR,
    /** took it into the common work */
    INTEGRATOR,
    REVIEWER,
    /** acknowledged it */
    ACKNOWLEDGER,
    TESTER,
    /** reported what it puts right */
    REPORTER,
    /** had the idea */
    SUGGESTER;

    /** Whether it confirms the work, so that its author cannot have it. */
    boolean confirms() {
        return switch (this) {
            case REVIEWER, ACKNOWLEDGER, TESTER -> true;
            case AUTHOR, INTEGRATOR, REPORTER, SUGGESTER -> false;
        };
    }
}
