package org.maillage.projection.fold;

import java.util.List;
import org.maillage.ledger.feed.Recorded;

/** A fold of events into rows. */
public interface View {

    /** The tables that it alone writes. */
    List<Table<?>> tables();

    /**
     * Names the rows that an event will need, so that a batch loads them at once; leaving some out is only slow. It is
     * asked again after each loading, so that rows may lead to others.
     */
    default void need(Recorded recorded, Batch batch) {}

    /** Applies an event; an exception parks the event's network. */
    void apply(Recorded recorded, Batch batch);
}
