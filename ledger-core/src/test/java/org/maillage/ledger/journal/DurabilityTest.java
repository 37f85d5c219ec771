package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the other tests rely on. */
final class DurabilityTest {

    private final DataSource database = TestDatabase.fresh();

    @Test
    void the_test_server_writes_to_disk_before_it_answers() {
        assertThat(TestDatabase.ask(database, "show fsync")).isEqualTo("on");
        assertThat(TestDatabase.ask(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(TestDatabase.ask(database, "show full_page_writes")).isEqualTo("on");
    }

    @Test
    void the_schema_is_made_once_however_often_it_is_asked_for() {
        JournalSchema.migrate(database);
        JournalSchema.migrate(database);
        assertThat(TestDatabase.ask(database, "select count(*) from journal.event"))
                .isEqualTo("0");
    }
}
