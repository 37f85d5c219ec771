package org.maillage.ledger.event;

/** A payload is not an event of its name. It can only be parked: reading it again gives the same. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String name, Throwable cause) {
        super("not an event " + name, cause);
    }
}
