package org.maillage.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Which partition of the topic an event is in: the one that Kafka's own clients choose for its key. */
public final class Partitions {

    /** The key of what concerns persons, outside the networks. */
    static final String INSTALLATION = "installation";

    private Partitions() {}

    /** The key of a network's events; null for the installation. */
    static String key(@Nullable UUID network) {
        return network == null ? INSTALLATION : network.toString();
    }

    /** The partition of a network's events, from 0; null for the installation. */
    public static int of(@Nullable UUID network, int count) {
        return Utils.toPositive(Utils.murmur2(key(network).getBytes(US_ASCII))) % count;
    }
}
