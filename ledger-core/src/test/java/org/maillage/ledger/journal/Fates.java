package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/** What callers were told of their appends, to be held against what is stored. */
final class Fates {

    final Map<Append, Stored> stored = new ConcurrentHashMap<>();
    final Map<Append, RuntimeException> failed = new ConcurrentHashMap<>();

    /** Appends as one writer: to a stream of its own, to a shared one, to both, or a command that changes nothing. */
    int write(Journal journal, NetworkId network, int appends, Random random) {
        var person = PersonId.next();
        long version = 0;
        for (int i = 0; i < appends; i++) {
            var guarded = Appending.entry(version, Appending.registered(person));
            var unguarded = Appending.entry(Journal.UNGUARDED, Appending.receipt(network));
            var append = switch (random.nextInt(4)) {
                case 0 -> Appending.append(guarded);
                case 1 -> Appending.append(unguarded);
                case 2 -> Appending.append(guarded, unguarded);
                default -> Appending.append();
            };
            try {
                stored.put(append, journal.append(append));
                version += append.entries().contains(guarded) ? 1 : 0;
            } catch (RuntimeException failure) {
                failed.put(append, failure);
            }
        }
        return appends;
    }

    /** What was acknowledged is stored where it was said to be, once; and nothing else is, but what is not known. */
    void assertTold(Journal journal, DataSource database) {
        var events = Appending.all(journal);
        assertThat(events)
                .extracting(Recorded::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        var byPosition = new HashMap<Long, Recorded>();
        events.forEach(event -> byPosition.put(event.position(), event));
        stored.forEach((append, at) -> {
            long position = at.lastPosition() - at.events();
            for (var entry : append.entries()) {
                assertThat(byPosition.get(++position).eventId()).isEqualTo(entry.eventId());
            }
        });
        assertThat(events.stream().map(Recorded::eventId).distinct().count()).isEqualTo(events.size());
        if (failed.isEmpty()) {
            int told =
                    stored.keySet().stream().mapToInt(a -> a.entries().size()).sum();
            assertThat(events).hasSize(told);
            assertThat(TestDatabase.ask(database, "select count(*) from journal.command"))
                    .isEqualTo(Integer.toString(stored.size()));
        }
    }

    /** Whether a command is remembered. */
    static boolean isRemembered(DataSource database, UUID command) {
        return !TestDatabase.ask(database, "select count(*) from journal.command where command_id = '" + command + "'")
                .equals("0");
    }
}
