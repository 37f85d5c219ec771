package org.maillage.ledger.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Entry;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;

/** Appends for the tests of the journal. */
final class Appending {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String HASH = "0".repeat(64);

    private Appending() {}

    static LedgerEvent registered(PersonId person) {
        return new PersonEvent.Registered(person);
    }

    /** An event of a network's unguarded stream. */
    static LedgerEvent receipt(NetworkId network) {
        return new CreditEvent.Received(
                AccountId.fundOf(network),
                network,
                TransferId.next(),
                AccountId.of(MemberId.next()),
                new Mailles(150),
                GiftReason.THANKS,
                null,
                null,
                null,
                null);
    }

    static Entry entry(long version, LedgerEvent event) {
        return new Entry(Id.nextUuid(), version, event);
    }

    static Origin origin() {
        return Origin.of(Actor.SYSTEM, NOON);
    }

    static Origin origin(String key) {
        return Origin.of(Actor.SYSTEM, key, NOON);
    }

    static Append append(Entry... entries) {
        return new Append(List.of(entries), Map.of(), origin(), HASH);
    }

    static Append append(PersonId person, long version) {
        return append(entry(version, registered(person)));
    }

    static Append append(NetworkId network) {
        return append(entry(Journal.UNGUARDED, receipt(network)));
    }

    static Append withKey(String key, Entry... entries) {
        return new Append(List.of(entries), Map.of(), origin(key), HASH);
    }

    static Append reading(Map<StreamId, Long> readSet, Entry... entries) {
        return new Append(List.of(entries), readSet, origin(), HASH);
    }

    /** Everything that a journal holds. */
    static List<Recorded> all(Journal journal) {
        return journal.after(0, Integer.MAX_VALUE);
    }

    /** Runs tasks on a thread each, all at once, and returns what they return. */
    static <T> List<T> atOnce(List<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
