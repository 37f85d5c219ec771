package org.maillage.badge.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;

/** How far each network is, and which wait; written in the transaction that writes the rows. */
final class Partitions {

    /** Where the events of persons stand, which happen in no network. */
    private static final UUID INSTALLATION = new UUID(0, 0);

    /** One network. */
    private record At(long position, @Nullable Parked parked) {}

    private final Map<UUID, At> networks;
    private final Set<UUID> changed = new HashSet<>();

    private Partitions(Map<UUID, At> networks) {
        this.networks = networks;
    }

    static UUID of(Recorded recorded) {
        var network = recorded.event().network();
        return network == null ? INSTALLATION : network.value();
    }

    /** As it was before the batch. */
    Partitions copy() {
        var copy = new Partitions(new HashMap<>(networks));
        copy.changed.addAll(changed);
        return copy;
    }

    /** Whether an event was applied before. */
    boolean holds(Recorded recorded) {
        var at = networks.get(of(recorded));
        return at != null && recorded.position() <= at.position();
    }

    /** Whether an event waits behind one that could not be applied; it is counted. */
    boolean waits(Recorded recorded) {
        var at = networks.get(of(recorded));
        if (at == null || at.parked() == null) {
            return false;
        }
        if (recorded.position() > at.parked().position()) {
            put(
                    of(recorded),
                    new At(at.position(), waiting(at.parked(), at.parked().waiting() + 1)));
        }
        return true;
    }

    private static Parked waiting(Parked parked, long count) {
        return new Parked(parked.network(), parked.position(), parked.event(), parked.cause(), parked.since(), count);
    }

    void applied(Recorded recorded) {
        put(of(recorded), new At(recorded.position(), null));
    }

    /** Stops the network of an event at it. */
    void park(Recorded recorded, Exception cause, Instant now) {
        var at = networks.get(of(recorded));
        var parked = new Parked(
                recorded.event().network(),
                recorded.position(),
                EventJson.nameOf(recorded.event()),
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                now,
                1);
        put(of(recorded), new At(at == null ? 0 : at.position(), parked));
    }

    /** Lets a network go on; returns the event at which it stopped, or null where it does not wait. */
    @Nullable
    Parked release(UUID network) {
        var at = networks.get(network);
        if (at == null || at.parked() == null) {
            return null;
        }
        put(network, new At(at.position(), null));
        return at.parked();
    }

    List<Parked> parked() {
        var stopped = new ArrayList<Parked>();
        for (var at : networks.values()) {
            if (at.parked() != null) {
                stopped.add(at.parked());
            }
        }
        return stopped;
    }

    private void put(UUID network, At at) {
        networks.put(network, at);
        changed.add(network);
    }

    static Partitions load(Connection connection) throws SQLException {
        var networks = new HashMap<UUID, At>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select network, position, parked_position, parked_event, parked_cause, parked_since, waiting
                      from badge.partition_position
                    """)) {
            while (row.next()) {
                var id = row.getObject(1, UUID.class);
                long stopped = row.getLong(3);
                var parked = row.wasNull()
                        ? null
                        : new Parked(
                                id.equals(INSTALLATION) ? null : new NetworkId(id),
                                stopped,
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getLong(7));
                networks.put(id, new At(row.getLong(2), parked));
            }
        }
        return new Partitions(networks);
    }

    void store(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
            insert into badge.partition_position
                (network, position, parked_position, parked_event, parked_cause, parked_since, waiting)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (network) do update set position = excluded.position,
                parked_position = excluded.parked_position, parked_event = excluded.parked_event,
                parked_cause = excluded.parked_cause, parked_since = excluded.parked_since, waiting = excluded.waiting
            """)) {
            for (var network : changed) {
                var at = Objects.requireNonNull(networks.get(network));
                var parked = at.parked();
                statement.setObject(1, network);
                statement.setLong(2, at.position());
                statement.setObject(3, parked == null ? null : parked.position());
                statement.setString(4, parked == null ? null : parked.event());
                statement.setString(5, parked == null ? null : parked.cause());
                statement.setObject(6, parked == null ? null : parked.since().atOffset(ZoneOffset.UTC));
                statement.setLong(7, parked == null ? 0 : parked.waiting());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        changed.clear();
    }
}
