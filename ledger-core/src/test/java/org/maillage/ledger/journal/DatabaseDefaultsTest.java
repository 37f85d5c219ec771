package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.atOnce;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.NetworkId;
import org.postgresql.ds.PGSimpleDataSource;

/** A database whose defaults are not what the journal needs. */
final class DatabaseDefaultsTest {

    private final PGSimpleDataSource database = TestDatabase.withJournal();
    private final NetworkId network = NetworkId.next();

    @Test
    void committers_take_turns_where_transactions_keep_their_snapshot_by_default() throws Exception {
        TestDatabase.execute(
                database,
                "alter database " + database.getDatabaseName()
                        + " set default_transaction_isolation = 'repeatable read'");
        assertThat(TestDatabase.ask(database, "show transaction_isolation")).isEqualTo("repeatable read");
        var fates = new Fates();
        try (var one = new PostgresJournal(database, Clock.systemUTC());
                var two = new PostgresJournal(database, Clock.systemUTC())) {
            var writers = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 16; i++) {
                var journal = i % 2 == 0 ? one : two;
                var random = new Random(i);
                writers.add(() -> fates.write(journal, network, 40, random));
            }
            assertThat(atOnce(writers)).hasSize(16);
            assertThat(fates.failed).isEmpty();
            fates.assertTold(one, database);
        }
    }

    @Test
    void a_commit_is_on_disk_where_the_database_would_not_wait_for_that() throws Exception {
        TestDatabase.execute(
                database, "alter database " + database.getDatabaseName() + " set synchronous_commit = off");
        var pooled = new OneConnection(database);
        assertThat(TestDatabase.ask(pooled, "show synchronous_commit")).isEqualTo("off");
        try (var journal = new PostgresJournal(pooled, Clock.systemUTC())) {
            assertThat(journal.append(append(network))).isEqualTo(new Stored(1, 1));
            assertThat(TestDatabase.ask(pooled, "show synchronous_commit")).isEqualTo("on");
        }
        assertThat(TestDatabase.ask(pooled, "show synchronous_commit")).isEqualTo("off");
    }
}
