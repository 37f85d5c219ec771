package org.maillage.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.TransferId;
import org.postgresql.ds.PGSimpleDataSource;

/** A journal of several networks and of persons, on a database of its own, that grows as a test wants. */
final class FilledJournal implements AutoCloseable {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int AN_APPEND = 1_000;

    final PGSimpleDataSource database = TestDatabase.withJournal();
    final PostgresJournal journal = new PostgresJournal(database, Clock.systemUTC());
    private final List<NetworkId> networks =
            IntStream.range(0, 9).mapToObj(it -> NetworkId.next()).toList();
    private int made;

    /** With so many events. */
    static FilledJournal of(int events) {
        var journal = new FilledJournal();
        journal.grow(events);
        return journal;
    }

    /** Appends so many more. */
    void grow(int events) {
        for (int left = events; left > 0; left -= AN_APPEND) {
            var entries = new ArrayList<Journal.Entry>();
            for (int i = 0; i < Math.min(left, AN_APPEND); i++) {
                entries.add(entry(made++));
            }
            var origin = made % 2 == 0 ? Origin.of(Actor.SYSTEM, NOON) : Origin.of(Actor.person(PersonId.next()), NOON);
            journal.append(new Journal.Append(entries, Map.of(), origin, null));
        }
    }

    private Journal.Entry entry(int number) {
        if (number % 10 == 0) {
            return new Journal.Entry(Id.nextUuid(), 0, new PersonEvent.Registered(PersonId.next()));
        }
        var network = networks.get(number % networks.size());
        var event = new CreditEvent.Received(
                AccountId.fundOf(network),
                network,
                TransferId.next(),
                AccountId.of(MemberId.next()),
                new Mailles(number),
                GiftReason.THANKS,
                null,
                null,
                null,
                null);
        return new Journal.Entry(Id.nextUuid(), Journal.UNGUARDED, event);
    }

    List<StoredEvent> all() {
        return journal.storedAfter(0, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        journal.close();
    }
}
