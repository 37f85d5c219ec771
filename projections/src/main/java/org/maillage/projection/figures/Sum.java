package org.maillage.projection.figures;

import io.micronaut.core.annotation.Introspected;

/** A sum under a name. */
@Introspected
record Sum(String name, long amount) {}
