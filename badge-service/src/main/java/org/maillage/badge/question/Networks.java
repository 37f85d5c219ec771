package org.maillage.badge.question;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.maillage.badge.feed.WeightsText;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;

/** The days and kinds of networks. */
public final class Networks {

    private final Reading reading;
    private final Clock clock;

    public Networks(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** Now, in the network's zone. */
    public Moment now(NetworkId network) {
        return Moment.now(clock, zone(network));
    }

    /** What was recorded by the end of a day in the network's zone; today and later days mean now. */
    public Moment asOf(NetworkId network, LocalDate day) {
        return Moment.asOf(day, clock, zone(network));
    }

    /** Position of the newest event of a network that the tables hold; 0 where there is none. */
    long position(NetworkId network) {
        return reading.first(
                        "select position from badge.partition_position where network = ?",
                        row -> row.getLong("position"),
                        network.value())
                .orElse(0L);
    }

    private ZoneId zone(NetworkId network) {
        return reading.first(
                        "select zone from badge.network where network = ?",
                        row -> ZoneId.of(row.getString("zone")),
                        network.value())
                .orElse(ZoneOffset.UTC);
    }

    /** The kinds of a network with the role weights of its newest tariff. */
    Map<KindCode, RoleWeights> kinds(NetworkId network) {
        var kinds = new HashMap<KindCode, RoleWeights>();
        reading.list(
                "select kind, weights from badge.kind where network = ?",
                row -> kinds.put(new KindCode(row.getString("kind")), WeightsText.read(row.getString("weights"))),
                network.value());
        return kinds;
    }
}
