package org.maillage.ledger.value;

import org.jspecify.annotations.Nullable;

/**
 * Where a contribution took place: a commune, a place, or remote; all may be unknown for an imported one.
 *
 * @param commune null where it is not known or remote
 * @param place null where no registered place is named
 * @param remote whether it was done at a distance
 */
public record Where(@Nullable Commune commune, @Nullable PlaceId place, boolean remote) {

    /** Not known. */
    public static final Where UNKNOWN = new Where(null, null, false);

    /** At a distance. */
    public static final Where REMOTE = new Where(null, null, true);

    /** In a commune. */
    public static Where in(Commune commune) {
        return new Where(commune, null, false);
    }
}
