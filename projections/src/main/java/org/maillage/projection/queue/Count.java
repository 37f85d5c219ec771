package org.maillage.projection.queue;

import io.micronaut.core.annotation.Introspected;

/** How many items have a name: of a tab or of a kind. */
@Introspected
record Count(String name, long items) {}
