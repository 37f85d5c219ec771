package org.maillage.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.journal.TestDatabase;

class LeaseTest {

    private static final Copied NOTHING = new Copied(0, List.of(0L, 0L));
    private static final Copied FURTHER = new Copied(20, List.of(20L, 19L));

    private final DataSource database = TestDatabase.fresh();
    private final Lease one = new Lease(database, "events", Duration.ofHours(1));
    private final Lease other = new Lease(database, "events", Duration.ofHours(1));

    @BeforeEach
    void migrate() {
        RelaySchema.migrate(database);
    }

    @Test
    void one_process_holds_it_at_a_time() throws Exception {
        assertThat(one.take(2)).contains(NOTHING);
        assertThat(other.take(2)).isEmpty();
        assertThat(one.move(NOTHING, FURTHER)).isTrue();

        one.release();

        assertThat(other.take(2)).contains(FURTHER);
        assertThat(one.take(2)).isEmpty();
    }

    @Test
    void who_was_frozen_for_longer_than_the_lease_moves_nothing() throws Exception {
        assertThat(one.take(2)).isPresent();
        TestDatabase.execute(database, "update relay.progress set held_until = now() - interval '1 second'");
        assertThat(other.take(2)).isPresent();

        assertThat(one.renew()).isFalse();
        assertThat(one.move(NOTHING, FURTHER)).isFalse();
        one.release();

        assertThat(other.renew()).isTrue();
        assertThat(other.move(NOTHING, FURTHER)).isTrue();
        assertThat(Copied.find(database.getConnection(), "events")).contains(FURTHER);
    }

    @Test
    void a_position_that_somebody_else_moved_is_not_moved() throws Exception {
        assertThat(one.take(2)).isPresent();
        assertThat(one.move(FURTHER, new Copied(30, List.of(30L, 29L)))).isFalse();
        assertThat(one.move(NOTHING, FURTHER)).isTrue();
    }

    @Test
    void each_topic_has_a_copy_and_a_lease_of_its_own() throws Exception {
        assertThat(one.take(2)).isPresent();
        assertThat(new Lease(database, "others", Duration.ofHours(1)).take(3))
                .contains(new Copied(0, List.of(0L, 0L, 0L)));
    }

    @Test
    void before_any_relay_there_is_no_copy() throws Exception {
        try (var connection = TestDatabase.fresh().getConnection()) {
            assertThat(Copied.find(connection, "events")).isEmpty();
        }
    }
}
