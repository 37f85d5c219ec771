package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.receipt;
import static org.maillage.ledger.journal.Appending.registered;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.feed.Payload;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/** A process that appends nothing reads the same journal. */
final class ReadOnlyJournalTest {

    private final javax.sql.DataSource database = TestDatabase.withJournal();

    @Test
    void what_is_stored_is_read_as_it_is_and_as_what_it_means() {
        var network = NetworkId.next();
        try (var journal = new PostgresJournal(database, Clock.systemUTC())) {
            journal.append(append(PersonId.next(), 0));
            var reaction = new Origin(
                    Id.nextUuid(), "scope", "key", Actor.person(PersonId.next()), Id.nextUuid(), Appending.NOON);
            journal.append(new Journal.Append(
                    List.of(Appending.entry(Journal.UNGUARDED, receipt(network))), Map.of(), reaction, Appending.HASH));
            var reading = new ReadOnlyJournal(database);

            var stored = reading.storedAfter(0, 10);

            assertThat(stored).isEqualTo(journal.storedAfter(0, 10)).hasSize(2);
            assertThat(stored).extracting(StoredEvent::network).containsExactly(null, network.value());
            assertThat(stored.getLast().cause()).isEqualTo(reaction.cause()).isNotNull();
            assertThat(stored.getLast().actor()).isEqualTo(reaction.actor().toString());
            assertThat(stored).extracting(StoredEvent::read).isEqualTo(journal.after(0, 10));
            assertThat(reading.after(1, 10)).isEqualTo(journal.after(1, 10)).hasSize(1);
            assertThat(stored)
                    .allSatisfy(event -> assertThat(event.payload())
                            .isEqualTo(new Payload(EventJson.write(event.read().event()))));
        }
    }

    @Test
    void it_learns_what_others_append() throws Exception {
        try (var journal = new PostgresJournal(database, Clock.systemUTC())) {
            var reading = new ReadOnlyJournal(database);
            assertThat(reading.position()).isZero();
            assertThat(reading.await(0, Duration.ofMillis(1))).isFalse();
            var waiting = CompletableFuture.supplyAsync(() -> awaits(reading));
            journal.append(append(PersonId.next(), 0));
            assertThat(waiting.join()).isTrue();
            assertThat(reading.position()).isEqualTo(1);
            assertThat(reading.after(0, 5).getFirst().event())
                    .isInstanceOf(registered(PersonId.next()).getClass());
        }
    }

    private static boolean awaits(ReadOnlyJournal journal) {
        try {
            return journal.await(0, Duration.ofSeconds(60));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
