package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.CopyStore;
import org.maillage.projection.fold.DatabaseStore;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;

/**
 * Fills an empty generation from the journal as it is now. While memory holds the rows that may still change, each row is
 * written once, beside the folding, into tables that have no key yet; beyond that, or past a row that the database
 * refuses, in batches over keyed tables.
 */
final class Filling {

    /** Events between two writes. */
    private static final int WRITE = 60_000;

    private static final int CAREFUL = 1_000;

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Folding folding;
    private final Connection connection;
    private final Schema next;
    private final long mostRows;
    /** Events found out not to apply, so that their networks stop there when all is folded again. */
    private final Map<Recorded, RuntimeException> poison = new HashMap<>();

    /**
     * A filling.
     *
     * @param connection in a transaction; what it writes is committed by and by
     * @param next is made anew
     * @param mostRows kept in memory, roughly
     */
    Filling(DataSource dataSource, EventFeed feed, Folding folding, Connection connection, Schema next, long mostRows) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.folding = folding;
        this.connection = connection;
        this.next = next;
        this.mostRows = mostRows;
    }

    /** Fills it and says how far it is meanwhile. @return the positions that it holds; its keys are made, not its indexes */
    Positions run(LongConsumer show) throws SQLException, InterruptedException {
        boolean once = true;
        while (true) {
            begin();
            try {
                var positions = once ? copy(show) : keyed();
                return positions.feed() < feed.position() ? onward(positions, show) : positions;
            } catch (Folding.Poisoned poisoned) {
                // Half of it may be folded: all again, now knowing where to stop that network.
                poison.put(poisoned.recorded(), poisoned.why());
            } catch (StoreFailure failure) {
                if (!failure.isAboutContent()) {
                    throw failure;
                }
                once = false;
            }
            connection.rollback();
        }
    }

    private void begin() throws SQLException {
        next.drop(connection);
        next.create(connection);
        connection.commit();
    }

    private Positions copy(LongConsumer show) throws SQLException, InterruptedException {
        next.dropKeys(connection);
        connection.commit();
        var positions = start(Positions.none());
        try (var store = new CopyStore(dataSource, next.name());
                var ahead = new ReadAhead(feed, 0, feed.position())) {
            var batch = new Batch(store, folding.vault(), true);
            for (var events = ahead.next(); !events.isEmpty(); events = ahead.next()) {
                folding.fold(events, batch, positions);
                batch.writeSettled();
                show.accept(positions.feed());
                if (batch.rowCount() > mostRows) {
                    break;
                }
            }
            batch.write();
            store.finish();
        }
        next.addKeys(new Indexing(dataSource));
        return keep(positions);
    }

    private Positions keyed() throws SQLException {
        return keep(start(Positions.none()));
    }

    /** The rest, in batches that load what they need. */
    private Positions onward(Positions filled, LongConsumer show) throws SQLException, InterruptedException {
        var stored = filled;
        while (true) {
            try {
                return batches(start(stored.copy()), show);
            } catch (Folding.Poisoned poisoned) {
                connection.rollback();
                poison.put(poisoned.recorded(), poisoned.why());
            } catch (StoreFailure failure) {
                connection.rollback();
                if (!failure.isAboutContent()) {
                    throw failure;
                }
                carefully(show);
            }
            stored = Positions.load(connection, next);
        }
    }

    private Positions batches(Positions positions, LongConsumer show) throws SQLException, InterruptedException {
        var batch = batch();
        try (var ahead = new ReadAhead(feed, positions.feed(), feed.position())) {
            int since = 0;
            for (var events = ahead.next(); !events.isEmpty(); events = ahead.next()) {
                folding.fold(events, batch, positions);
                since += events.size();
                show.accept(positions.feed());
                if (since >= WRITE) {
                    batch.write();
                    keep(positions);
                    since = 0;
                    batch = batch.rowCount() > mostRows ? batch() : batch;
                }
            }
        }
        batch.write();
        return keep(positions);
    }

    /** Past a row that the database refuses: in small batches, so that only its network is parked. */
    private void carefully(LongConsumer show) throws SQLException {
        var positions = Positions.load(connection, next);
        long to = Math.min(positions.feed() + 2L * WRITE, feed.position());
        while (positions.feed() < to) {
            positions = folding.apply(connection, next, positions, feed.after(positions.feed(), CAREFUL));
            connection.commit();
            show.accept(positions.feed());
        }
    }

    private Batch batch() {
        return new Batch(new DatabaseStore(connection, next.name()), folding.vault(), false);
    }

    /** Positions at which the networks of later events that do not apply are stopped. */
    private Positions start(Positions positions) {
        long from = positions.feed();
        poison.forEach((recorded, cause) -> {
            if (recorded.position() > from) {
                folding.park(positions, recorded, cause);
            }
        });
        return positions;
    }

    private Positions keep(Positions positions) throws SQLException {
        positions.store(connection, next);
        connection.commit();
        return positions;
    }
}
