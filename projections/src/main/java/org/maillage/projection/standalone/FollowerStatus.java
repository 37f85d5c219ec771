package org.maillage.projection.standalone;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the follower of the topic is at.
 *
 * @param partitions that this process has
 * @param why what is wrong; null unless AWAY or STOPPED
 */
record FollowerStatus(
        State state, Set<Integer> partitions, @Nullable String why) {

    enum State {
        /** views are being built, or brokers have not answered yet */
        STARTING,
        FOLLOWING,
        /** a database or the brokers do not answer; it is tried again */
        AWAY,
        /** this process goes no further, and has left its partitions to others */
        STOPPED
    }

    FollowerStatus {
        partitions = Set.copyOf(partitions);
    }
}
