package org.maillage.ledger;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.PostgresSnapshots;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.journal.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresRandomBulksTest extends RandomBulksContract {

    private final PGSimpleDataSource database = TestDatabase.withJournal();
    private final PostgresJournal one = new PostgresJournal(database, clock);
    private final PostgresJournal other = new PostgresJournal(database, clock);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Override
    List<Journal> processes() {
        return List.of(one, other);
    }

    @Override
    Snapshots snapshots() {
        return new PostgresSnapshots(database);
    }

    @Override
    int histories() {
        return 3;
    }
}
