package org.maillage.relay;

import org.jspecify.annotations.Nullable;

/**
 * What a process's relay is at.
 *
 * @param position every event up to it was acknowledged, as far as this process knows
 * @param why what is wrong, as Kafka, the database or the check of the topic says it; null unless AWAY or REFUSED
 */
public record RelayStatus(
        State state, long position, @Nullable String why) {

    /** What it is at. */
    public enum State {
        /** not yet connected */
        STARTING,
        /** this process copies the journal */
        RELAYING,
        /** another process does */
        STANDING_BY,
        /** no answer, or no acknowledgement; it is tried again */
        AWAY,
        /** the topic is not what the copy needs; it is looked at again */
        REFUSED,
        STOPPED
    }
}
