package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger.Request;
import org.maillage.ledger.Ledger.Result;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.MovableClock;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.StreamId;

/** Whatever is asked in bulk becomes what it becomes one by one in memory. */
abstract class RandomBulksContract {

    private static final int COMMANDS = 200;
    private static final int LARGEST = 60;
    private static final int THREADS = 4;

    final MovableClock clock = new MovableClock(LedgerFixture.NOON);
    private int accepted;
    private int refused;
    private int repeated;
    private int moved;

    /** The journal as two processes have it: what is handed in is stored later. */
    abstract List<Journal> processes();

    abstract Snapshots snapshots();

    abstract int histories();

    private LedgerCore process(int number) {
        return LedgerCore.start(processes().get(number), snapshots(), new PlainVault());
    }

    private interface History {
        void play(long seed) throws Exception;
    }

    private void histories(History history) {
        long first = new Random().nextLong();
        System.out.println("seed " + first);
        var seeds = new Random(first);
        for (var i = 0; i < histories(); i++) {
            var seed = seeds.nextLong();
            try {
                history.play(seed);
            } catch (AssertionError | Exception failure) {
                throw new AssertionError("seed of the history: " + seed, failure);
            }
        }
        System.out.printf("accepted %d, refused %d, repeated %d, movements %d%n", accepted, refused, repeated, moved);
        assertThat(accepted).isGreaterThan(histories() * 10);
        assertThat(refused).isGreaterThan(histories() * 10);
        assertThat(repeated).isGreaterThan(histories());
        assertThat(moved).isGreaterThan(histories());
    }

    /** A journal in memory that decides one by one. */
    private static final class OneByOne implements AutoCloseable {

        private final InMemoryJournal journal = new InMemoryJournal(new MovableClock(LedgerFixture.NOON));
        private final LedgerCore ledger = LedgerCore.start(journal, journal, new PlainVault());

        Result decide(Request request) {
            try {
                return new Result.Done(ledger.execute(request.command(), request.origin()));
            } catch (Refused refusal) {
                return new Result.Declined(refusal);
            }
        }

        @Override
        public void close() {
            ledger.close();
        }
    }

    @Test
    void a_bulk_becomes_what_its_commands_become_one_by_one() {
        histories(seed -> {
            var random = new Random(seed);
            var commands = new RandomCommands(seed, clock.instant());
            var journal = processes().getFirst();
            long start = journal.position();
            try (var bulk = process(0);
                    var single = new OneByOne()) {
                same(bulk, single, commands.beginning(), start);
                var requests = requests(commands, random, COMMANDS);
                for (int from = 0; from < COMMANDS; ) {
                    int to = Math.min(COMMANDS, from + 1 + random.nextInt(LARGEST));
                    same(bulk, single, requests.subList(from, to), start);
                    from = to;
                }
                var stored = journal.after(start, Integer.MAX_VALUE);
                assertThat(stored).extracting(RandomBulksContract::said).isEqualTo(saidBy(single.journal));
                assertThat(balances(stored)).isEqualTo(balances(single.journal.after(0, Integer.MAX_VALUE)));
                moved += LedgerInvariants.hold(stored, true);
            }
        });
    }

    private void same(LedgerCore bulk, OneByOne single, List<Request> requests, long start) {
        var results = bulk.executeAll(requests);
        assertThat(results).hasSameSizeAs(requests);
        for (var i = 0; i < requests.size(); i++) {
            assertThat(told(results.get(i), start))
                    .as("%s", requests.get(i))
                    .isEqualTo(told(single.decide(requests.get(i)), 0));
            count(results.get(i));
        }
    }

    private void count(Result result) {
        switch (result) {
            case Result.Done(var outcome) when outcome.repeated() -> repeated++;
            case Result.Done _ -> accepted++;
            case Result.Declined _ -> refused++;
        }
    }

    private static Object told(Result result, long start) {
        return switch (result) {
            case Result.Done(var outcome) ->
                new Outcome(outcome.commandId(), outcome.position() - start, outcome.events(), outcome.repeated());
            case Result.Declined(var refusal) -> List.of(refusal.reason(), refusal.details());
        };
    }

    /** Commands of which some are asked again: the same, the same under an id of its own, or another under its key. */
    private static List<Request> requests(RandomCommands commands, Random random, int count) {
        var requests = new ArrayList<Request>(count);
        while (requests.size() < count) {
            var next = commands.likely();
            var earlier = requests.isEmpty() ? next : requests.get(random.nextInt(requests.size()));
            switch (random.nextInt(24)) {
                case 0, 1 -> requests.add(earlier);
                case 2 -> requests.add(new Request(earlier.command(), under(earlier.origin())));
                case 3 -> requests.add(new Request(next.command(), under(earlier.origin())));
                default -> requests.add(next);
            }
            if (requests.getLast().command() instanceof EntrustDecision) {
                requests.removeLast(); // draws lots
            }
        }
        return requests;
    }

    private static Origin under(Origin earlier) {
        return new Origin(UUID.randomUUID(), earlier.scope(), earlier.key(), earlier.actor(), null, earlier.now());
    }

    private record Said(StreamId stream, long version, Actor actor, UUID command, LedgerEvent event) {}

    private static Said said(Recorded recorded) {
        return new Said(
                recorded.stream(), recorded.version(), recorded.actor(), recorded.commandId(), recorded.event());
    }

    private static List<Said> saidBy(InMemoryJournal journal) {
        return journal.after(0, Integer.MAX_VALUE).stream()
                .map(RandomBulksContract::said)
                .toList();
    }

    private static Map<StreamId, Balance> balances(List<Recorded> events) {
        var balances = new HashMap<StreamId, Balance>();
        for (var recorded : events) {
            if (recorded.event() instanceof CreditEvent event) {
                balances.merge(event.stream(), Balance.ZERO.after(event), (before, _) -> before.after(event));
            }
        }
        return balances;
    }

    /** Bulks of two processes on the same streams: what was stored is what its commands become one by one in that order. */
    @Test
    void bulks_that_meet_lose_nothing_double_nothing_and_keep_their_order() {
        histories(seed -> {
            var commands = new RandomCommands(seed, clock.instant());
            var random = new Random(seed);
            var journal = processes().getFirst();
            long start = journal.position();
            try (var one = process(0);
                    var other = process(1);
                    var single = new OneByOne()) {
                var asked = new HashMap<UUID, Request>();
                for (var request : commands.beginning()) {
                    one.execute(request.command(), request.origin());
                    asked.put(request.origin().commandId(), request);
                }
                var requests = requests(commands, random, COMMANDS).stream()
                        .filter(request -> !isGrant(request))
                        .toList();
                requests.forEach(request -> asked.putIfAbsent(request.origin().commandId(), request));
                var results = atOnce(one, other, requests);
                var stored = journal.after(start, Integer.MAX_VALUE);
                checkEach(results, stored, start);
                var order = stored.stream().map(Recorded::commandId).distinct().toList();
                order.forEach(
                        command -> assertThat(single.decide(asked.get(command))).isInstanceOf(Result.Done.class));
                assertThat(stored).extracting(RandomBulksContract::said).isEqualTo(saidBy(single.journal));
                moved += LedgerInvariants.hold(stored, true);
            }
        });
    }

    /** The fund's receipts are not guarded: what is granted may be taken back elsewhere at the same time. */
    private static boolean isGrant(Request request) {
        return request.command() instanceof Give give && give.from().holder() == Holder.FUND;
    }

    /** Each thread's results, of bulks of its own, from both processes. */
    private static List<List<Result>> atOnce(LedgerCore one, LedgerCore other, List<Request> requests)
            throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<List<Result>>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var ledger = thread % 2 == 0 ? one : other;
                var own = new ArrayList<Request>();
                for (var i = thread; i < requests.size(); i += THREADS) {
                    own.add(requests.get(i));
                }
                running.add(threads.submit(() -> {
                    start.await();
                    var results = new ArrayList<Result>();
                    for (var i = 0; i < own.size(); i += LARGEST) {
                        results.addAll(ledger.executeAll(own.subList(i, Math.min(own.size(), i + LARGEST))));
                    }
                    return results;
                }));
            }
            start.countDown();
            var results = new ArrayList<List<Result>>();
            for (var future : running) {
                results.add(future.get());
            }
            return results;
        }
    }

    private void checkEach(List<List<Result>> threads, List<Recorded> stored, long start) {
        for (var results : threads) {
            long last = 0;
            for (var result : results) {
                count(result);
                if (result instanceof Result.Done(var outcome) && outcome.events() > 0) {
                    int end = Math.toIntExact(outcome.position() - start);
                    assertThat(stored.subList(end - outcome.events(), end))
                            .extracting(Recorded::commandId)
                            .containsOnly(outcome.commandId());
                    if (!outcome.repeated()) {
                        assertThat(outcome.position()).isGreaterThan(last);
                        last = outcome.position();
                    }
                }
            }
        }
    }
}
