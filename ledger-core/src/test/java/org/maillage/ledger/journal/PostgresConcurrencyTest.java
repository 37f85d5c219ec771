package org.maillage.ledger.journal;

import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresConcurrencyTest extends ConcurrencyContract {

    private static DataSource database;

    private PostgresJournal journal;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.withJournal();
    }

    @BeforeEach
    void open() {
        TestDatabase.execute(database, "truncate journal.event, journal.command, journal.snapshot");
        journal = new PostgresJournal(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    protected Journal journal() {
        return journal;
    }
}
