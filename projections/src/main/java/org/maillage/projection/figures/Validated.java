package org.maillage.projection.figures;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** Validated shares of a kind and month that have the same frozen weights. */
@Introspected
record Validated(String kind, String weights, LocalDate month, long shares, long minutes, long units) {}
