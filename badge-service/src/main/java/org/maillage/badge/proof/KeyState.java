package org.maillage.badge.proof;

import java.time.Instant;

/** Where a key stands in its life. */
public sealed interface KeyState {

    /** Signs. */
    record Active() implements KeyState {}

    /** Signs no more; what it signed stays good. */
    record Retired(Instant at) implements KeyState {}

    /** Somebody else may sign with it, since then: what it is said to have signed later is worth nothing. */
    record Compromised(Instant since) implements KeyState {}
}
