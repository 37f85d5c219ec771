package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maillage.ledger.journal.Snapshots.Snapshot;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

final class SnapshotsTest {

    private final StreamId stream = StreamId.of(PersonId.next());

    static Stream<Snapshots> both() {
        return Stream.of(new InMemoryJournal(), new PostgresSnapshots(TestDatabase.withJournal()));
    }

    private Snapshot snapshot(long version, String type) {
        return new Snapshot(stream, version, type, "{\"été\": " + version + "}");
    }

    @ParameterizedTest
    @MethodSource("both")
    void the_newest_state_of_a_stream_is_kept(Snapshots snapshots) {
        assertThat(snapshots.load(stream, "account.1")).isEmpty();
        snapshots.save(snapshot(100, "account.1"));
        snapshots.save(snapshot(200, "account.1"));
        snapshots.save(snapshot(150, "account.1"));
        assertThat(snapshots.load(stream, "account.1")).contains(snapshot(200, "account.1"));
        assertThat(snapshots.load(StreamId.of(PersonId.next()), "account.1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_state_of_another_form_is_not_read_and_gives_way(Snapshots snapshots) {
        snapshots.save(snapshot(200, "account.1"));
        assertThat(snapshots.load(stream, "account.2")).isEmpty();
        snapshots.save(snapshot(150, "account.2"));
        assertThat(snapshots.load(stream, "account.2")).contains(snapshot(150, "account.2"));
        assertThat(snapshots.load(stream, "account.1")).isEmpty();
    }
}
