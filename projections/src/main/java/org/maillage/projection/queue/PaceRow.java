package org.maillage.projection.queue;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many were decided, in how many seconds the middle one, and since when the oldest open one waits. */
@Introspected
record PaceRow(long done, @Nullable Double median, @Nullable Instant oldest) {}
