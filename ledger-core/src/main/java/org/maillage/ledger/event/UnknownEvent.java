package org.maillage.ledger.event;

/**
 * An event has a name, or a version, that this program does not know: it is older than who wrote it. A feed stops on it
 * and parks nothing (decision 5).
 */
public final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    public UnknownEvent(String name) {
        super("unknown event " + name, null, false, true);
        this.name = name;
    }

    /** The name with its version. */
    public String name() {
        return name;
    }
}
