package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.entry;
import static org.maillage.ledger.journal.Appending.registered;

import java.time.Clock;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Conflict;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;
import org.postgresql.ds.PGSimpleDataSource;

/** What a committer remembers of streams never outlives what others store. */
final class KnownStreamsTest {

    private static final PGSimpleDataSource DATABASE = TestDatabase.withJournal();

    @ParameterizedTest
    @ValueSource(ints = {1, KnownStreams.MOST_NEWS, KnownStreams.MOST_NEWS + 1})
    void what_another_process_has_stored_is_met_be_it_little_or_much(int events) {
        var person = PersonId.next();
        try (var journal = new PostgresJournal(DATABASE, Clock.systemUTC());
                var other = new PostgresJournal(DATABASE, Clock.systemUTC())) {
            journal.append(append(person, 0));
            other.append(many(person, 1, events));
            assertThatThrownBy(() -> journal.append(append(person, 1))).isInstanceOf(Conflict.class);
            assertThat(journal.append(append(person, events + 1L)).events()).isEqualTo(1);
            assertThatThrownBy(() -> other.append(append(person, events + 1L))).isInstanceOf(Conflict.class);
            assertThat(journal.stream(StreamId.of(person), 0)).hasSize(events + 2);
        }
    }

    private static Append many(PersonId person, long from, int events) {
        return append(LongStream.range(from, from + events)
                .mapToObj(version -> entry(version, registered(person)))
                .toArray(Journal.Entry[]::new));
    }
}
