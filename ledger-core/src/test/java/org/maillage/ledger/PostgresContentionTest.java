package org.maillage.ledger;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.PostgresSnapshots;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.journal.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresContentionTest extends ContentionContract {

    private final PGSimpleDataSource database = TestDatabase.withJournal();
    private final PostgresJournal journal = new PostgresJournal(database, Clock.systemUTC());

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    Journal open() {
        return journal;
    }

    @Override
    Snapshots snapshots() {
        return new PostgresSnapshots(database);
    }

    @Override
    int meetings() {
        return 50;
    }
}
