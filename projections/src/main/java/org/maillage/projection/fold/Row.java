package org.maillage.projection.fold;

import java.util.UUID;

/** A row of a view. It is of one network and remembers the last event that was applied to it. */
public interface Row {

    /** The network; {@link Batch#INSTALLATION} for what concerns persons. */
    UUID network();

    /** Position of the last event applied. */
    long position();

    /** What rows that are loaded together have in common within their network: a UUID, a String, or a list of such. */
    Object group();

    /** What tells it apart from the others of its group. */
    default Object id() {
        return group();
    }
}
