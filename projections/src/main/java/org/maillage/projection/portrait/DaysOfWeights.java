package org.maillage.projection.portrait;

import io.micronaut.core.annotation.Introspected;

/** Contribution-days that have the same frozen weights. */
@Introspected
record DaysOfWeights(String weights, int days) {}
