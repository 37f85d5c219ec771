package org.maillage.projection;

import java.time.Duration;
import java.util.Optional;

/** How far the live views are, whoever keeps them. */
sealed interface Keeping extends AutoCloseable permits Projector, Watching {

    void start();

    /** Position of the last event that they hold. */
    long position();

    /** They hold events up to a position now. */
    void reach(long position);

    /** Why they go no further; empty while they do. */
    Optional<String> stopped();

    /** Waits until a position is reached, at most so long; returns whether it is. */
    boolean await(long wanted, Duration atMost);

    @Override
    void close();
}
