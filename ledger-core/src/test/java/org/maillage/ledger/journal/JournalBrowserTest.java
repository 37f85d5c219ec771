package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.journal.Appending.NOON;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.entry;
import static org.maillage.ledger.journal.Appending.receipt;
import static org.maillage.ledger.journal.Appending.registered;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Origin;
import org.maillage.ledger.journal.JournalBrowser.Entry;
import org.maillage.ledger.journal.JournalBrowser.Filter;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

class JournalBrowserTest {

    private final MovableClock clock = new MovableClock(NOON);
    private final DataSource database = TestDatabase.withJournal();
    private final JournalBrowser browser = new JournalBrowser(database);
    private final NetworkId network = NetworkId.next();
    private PostgresJournal journal;

    @BeforeEach
    void open() {
        journal = new PostgresJournal(database, clock);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void events_are_read_from_the_newest_on_in_pages_that_leave_none_out() {
        receipts(7);
        var seen = new ArrayList<Long>();
        Long before = Long.MAX_VALUE;
        int pages = 0;
        while (before != null) {
            var found = browser.before(all(), before, 3);
            found.entries().forEach(entry -> seen.add(entry.position()));
            before = found.next();
            pages++;
        }
        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void an_empty_journal_has_nothing_to_show() {
        assertThat(browser.before(all(), Long.MAX_VALUE, 3).entries()).isEmpty();
        assertThat(browser.before(filter(List.of(), NOON, NOON), 9, 3).next()).isNull();
        assertThat(browser.at(1)).isEmpty();
    }

    @Test
    void events_are_found_by_stream_name_network_and_time() {
        var ada = PersonId.next();
        receipts(2);
        clock.advance(Duration.ofHours(1));
        journal.append(append(ada, 0));
        clock.advance(Duration.ofHours(1));
        receipts(2);

        assertThat(positions(filter(List.of(StreamId.of(ada).value()), null, null)))
                .containsExactly(3L);
        assertThat(positions(new Filter(List.of(), List.of("person.registered.1"), null, null, null)))
                .containsExactly(3L);
        assertThat(positions(new Filter(List.of(), List.of(), network, null, null)))
                .containsExactly(5L, 4L, 2L, 1L);
        assertThat(positions(new Filter(List.of(), List.of(), NetworkId.next(), null, null)))
                .isEmpty();
        var hour = NOON.plus(Duration.ofHours(1));
        assertThat(positions(filter(List.of(), hour, null))).containsExactly(5L, 4L, 3L);
        assertThat(positions(filter(List.of(), null, hour))).containsExactly(2L, 1L);
        assertThat(positions(filter(List.of(), hour, hour.plusSeconds(1)))).containsExactly(3L);
        assertThat(positions(filter(List.of(), hour.plusSeconds(1), hour))).isEmpty();
    }

    @Test
    void an_event_has_its_payload_its_command_and_its_effects() {
        var ada = PersonId.next();
        var first = entry(0, registered(ada));
        journal.append(append(first, entry(Journal.UNGUARDED, receipt(network))));
        var reaction = new Origin(Id.nextUuid(), "system", "reaction", Actor.SYSTEM, first.eventId(), NOON);
        journal.append(new Journal.Append(
                List.of(entry(Journal.UNGUARDED, receipt(network))), Map.of(), reaction, Appending.HASH));

        var entry = browser.at(1).orElseThrow();
        assertThat(entry.payload()).contains(ada.toString());
        assertThat(entry.name()).isEqualTo("person.registered.1");
        assertThat(entry.network()).isNull();
        assertThat(browser.event(first.eventId())).hasValue(entry);
        assertThat(browser.event(UUID.randomUUID())).isEmpty();
        assertThat(browser.ofCommand(entry)).extracting(Entry::position).containsExactly(1L, 2L);
        assertThat(browser.causedBy(first.eventId(), 10)).singleElement().satisfies(effect -> {
            assertThat(effect.position()).isEqualTo(3);
            assertThat(effect.cause()).isEqualTo(first.eventId());
        });
    }

    private void receipts(int count) {
        for (int i = 0; i < count; i++) {
            journal.append(append(network));
        }
    }

    private List<Long> positions(Filter filter) {
        return browser.before(filter, Long.MAX_VALUE, 10).entries().stream()
                .map(Entry::position)
                .toList();
    }

    private static Filter all() {
        return filter(List.of(), null, null);
    }

    private static Filter filter(List<String> streams, @Nullable Instant from, @Nullable Instant until) {
        return new Filter(streams, List.of(), null, from, until);
    }
}
