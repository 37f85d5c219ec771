package org.maillage.projection;

import java.util.List;

/**
 * What the topic is known to hold.
 *
 * @param position every event up to it is there
 * @param last position of the last of them in each partition; 0 for none
 */
public record Sent(long position, List<Long> last) {

    /** Where nothing is known. */
    public static final Sent UNKNOWN = new Sent(0, List.of());

    /** Copies the list in. */
    public Sent {
        last = List.copyOf(last);
    }

    /** Up to which position all events of a partition are in, where those up to {@code in} are. */
    long covers(int partition, long in) {
        return partition < last.size() && in >= last.get(partition) ? Math.max(in, position) : in;
    }
}
