package org.maillage.ledger.journal;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresJournalTest extends JournalContract {

    private static DataSource database;

    private PostgresJournal journal;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.withJournal();
    }

    @BeforeEach
    void open() {
        TestDatabase.execute(database, "truncate journal.event, journal.command, journal.snapshot");
        journal = new PostgresJournal(database, clock);
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
