package org.maillage.projection.queue;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an item is looked through for a text.
 *
 * @param title sealed; null for none
 * @param communes codes where its shares took place, separated by spaces; null for none
 */
@Introspected
record LookedThrough(
        UUID contribution, @Nullable String title, @Nullable String communes) {}
