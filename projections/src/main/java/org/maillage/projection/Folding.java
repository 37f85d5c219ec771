package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.DatabaseStore;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import org.maillage.projection.fold.View;
import org.maillage.projection.network.NetworkView;

/** Applies events to a generation of views: the same for live batches, rebuilds and retries. */
final class Folding {

    /** How often rows may lead to other rows that an event needs. */
    private static final int LOADINGS = 3;

    private final List<View> views;
    private final Vault vault;
    private final Clock clock;

    Folding(List<View> views, Vault vault, Clock clock) {
        this.views = views;
        this.vault = vault;
        this.clock = clock;
    }

    Vault vault() {
        return vault;
    }

    /** An event that could not be applied. */
    static final class Poisoned extends RuntimeException {
        private final transient Recorded recorded;
        private final RuntimeException why;

        Poisoned(Recorded recorded, RuntimeException why) {
            super(why);
            this.recorded = recorded;
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }

        Recorded recorded() {
            return recorded;
        }
    }

    /**
     * Applies events in the connection's transaction, rows and position together; an event that cannot be applied is
     * parked with the later ones of its network, and the others are applied all the same.
     *
     * @return the positions after it
     */
    Positions apply(Connection connection, Schema schema, Positions before, List<Recorded> events) throws SQLException {
        var positions = before;
        while (true) {
            var savepoint = connection.setSavepoint();
            try {
                var after = positions.copy();
                var batch = new Batch(new DatabaseStore(connection, schema.name()), vault, false);
                fold(events, batch, after);
                batch.write();
                after.store(connection, schema);
                return after;
            } catch (Poisoned poisoned) {
                connection.rollback(savepoint);
                positions = positions.copy();
                park(positions, poisoned.recorded(), poisoned.why());
            } catch (StoreFailure failure) {
                if (!failure.isAboutContent()) {
                    throw failure;
                }
                connection.rollback(savepoint);
                if (events.size() > 1) {
                    int half = events.size() / 2;
                    var first = apply(connection, schema, positions, events.subList(0, half));
                    return apply(connection, schema, first, events.subList(half, events.size()));
                }
                positions = positions.copy();
                park(positions, events.getFirst(), failure);
            }
        }
    }

    void park(Positions positions, Recorded recorded, Throwable cause) {
        positions.park(recorded, cause.getClass().getSimpleName() + ": " + cause.getMessage(), clock.instant());
    }

    /**
     * Folds events into a batch without writing it.
     *
     * @throws Poisoned where one cannot be applied; the batch is then of no use
     */
    void fold(List<Recorded> events, Batch batch, Positions positions) {
        if (!batch.isComplete()) {
            load(events, batch, positions);
        }
        for (var recorded : events) {
            if (positions.waits(recorded)) {
                positions.waiting(recorded);
            } else if (!positions.holds(recorded)) {
                fold(recorded, batch);
                positions.applied(recorded);
            }
            positions.reached(recorded.position());
        }
    }

    private void load(List<Recorded> events, Batch batch, Positions positions) {
        for (int i = 0; i < LOADINGS; i++) {
            for (var recorded : events) {
                if (!positions.waits(recorded) && !positions.holds(recorded)) {
                    need(recorded, batch);
                }
            }
            batch.load();
        }
    }

    private void need(Recorded recorded, Batch batch) {
        try {
            views.forEach(view -> view.need(recorded, batch));
        } catch (StoreFailure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw new Poisoned(recorded, e);
        }
    }

    private void fold(Recorded recorded, Batch batch) {
        try {
            batch.begin(recorded);
            batch.in(NetworkView.zone(recorded, batch), recorded);
            for (var view : views) {
                view.apply(recorded, batch);
            }
        } catch (StoreFailure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw new Poisoned(recorded, e);
        }
    }
}
