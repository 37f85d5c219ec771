package org.maillage.projection.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a network's coordination keeps up, as a whole and never by person (rule 14).
 *
 * @param done claims decided in the time asked for
 * @param median time from a claim to its decision, of the middle one of these; null where none was decided
 * @param waitingSince when the oldest open claim was submitted; null where none waits
 */
public record Pace(
        long done, @Nullable Duration median, @Nullable Instant waitingSince) {}
