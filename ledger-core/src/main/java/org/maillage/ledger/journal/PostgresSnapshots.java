package org.maillage.ledger.journal;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.value.StreamId;

/** Snapshots beside the journal, in its schema. */
public final class PostgresSnapshots implements Snapshots {

    private final DataSource dataSource;

    public PostgresSnapshots(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void save(Snapshot snapshot) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(Sql.SAVE_SNAPSHOT)) {
            insert.setString(1, snapshot.stream().value());
            insert.setLong(2, snapshot.version());
            insert.setString(3, snapshot.type());
            insert.setString(4, snapshot.json());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new Ledger.Unavailable("a snapshot cannot be kept now", failure);
        }
    }

    @Override
    public Optional<Snapshot> load(StreamId stream, String type) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(Sql.LOAD_SNAPSHOT)) {
            query.setString(1, stream.value());
            query.setString(2, type);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Snapshot(stream, rows.getLong(1), type, rows.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new Ledger.Unavailable("snapshots cannot be read now", failure);
        }
    }
}
