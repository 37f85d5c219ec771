package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.web.wiring.Copying.Brokers;

class CopyingTest {

    private final javax.sql.DataSource database = TestDatabase.withJournal();
    private final PostgresJournal journal = new PostgresJournal(database, Clock.systemUTC());

    @AfterEach
    void close() {
        journal.close();
    }

    private static Brokers brokers(String servers) {
        return new Brokers(servers, "maillage.events", 12, 0, "");
    }

    @Test
    void where_no_brokers_are_named_nothing_of_it_is_made_or_runs() {
        var copying = new Copying(brokers(" "), journal, database);
        assertThat(copying.status()).isEmpty();
        assertThat(copying.position()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("relay");
        assertThat(TestDatabase.ask(database, "select count(*) from pg_namespace where nspname = 'relay'"))
                .isEqualTo("0");
        copying.close();
    }

    @Test
    void what_names_no_brokers_is_said_before_anything_starts() {
        assertThatThrownBy(() -> new Copying(brokers("kafka"), journal, database))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("MAILLAGE_KAFKA is not host:port, several by commas: kafka.");
        assertThatThrownBy(() -> new Copying(new Brokers("k:1", "a b", 12, 0, ""), journal, database))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("MAILLAGE_KAFKA_TOPIC");
        assertThatThrownBy(() -> new Copying(new Brokers("k:1", "events", 0, 0, ""), journal, database))
                .hasMessageContaining("MAILLAGE_KAFKA_PARTITIONS");
        assertThatThrownBy(() -> new Copying(new Brokers("k:1", "events", 12, 0, "/nowhere"), journal, database))
                .hasMessageContaining("MAILLAGE_KAFKA_PROPERTIES cannot be read");
    }
}
