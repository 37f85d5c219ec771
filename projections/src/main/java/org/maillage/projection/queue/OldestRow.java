package org.maillage.projection.queue;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when the oldest open claim waits; null where none does. */
@Introspected
record OldestRow(@Nullable Instant oldest) {}
