package org.maillage.ledger.journal;

import java.util.Optional;
import org.maillage.ledger.value.StreamId;

/** States of long streams, so that they need not be read from their first event. They may be lost at any time. */
public interface Snapshots {

    /** Keeps a state, unless a newer one of the same type is kept already. */
    void save(Snapshot snapshot);

    /** The state kept of a stream; empty where there is none of this type. */
    Optional<Snapshot> load(StreamId stream, String type);

    /**
     * The state of a stream after an event.
     *
     * @param version version of the last event in it
     * @param type name of the state's form with its version, such as {@code account.1}; another form is not read
     * @param json the state
     */
    record Snapshot(StreamId stream, long version, String type, String json) {}
}
