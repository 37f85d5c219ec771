package org.maillage.projection.queue;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** How many were decided, and in how many seconds the middle one; null where none was. */
@Introspected
record DecidedRow(long done, @Nullable Double median) {}
