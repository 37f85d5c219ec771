package org.maillage.ledger;

import java.util.Map;
import java.util.TreeMap;

/** The ledger refuses: thrown before anything is appended, so nothing is stored. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Map<String, String> details;

    public Refused(Reason reason) {
        this(reason, Map.of());
    }

    /** @param details what a screen needs to say it well, by name; ids and figures, no personal text */
    public Refused(Reason reason, Map<String, String> details) {
        super(details.isEmpty() ? reason.code() : reason.code() + " " + new TreeMap<>(details), null, false, false);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public Reason reason() {
        return reason;
    }

    public Map<String, String> details() {
        return details;
    }

    /** A guard in one line: refuses where the condition holds. */
    public static void when(boolean condition, Reason reason) {
        if (condition) {
            throw new Refused(reason);
        }
    }
}
