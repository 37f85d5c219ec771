package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.credit.CreditCommand;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.governance.GovernanceCommand;
import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.MovableClock;
import org.maillage.ledger.member.MemberCommand;
import org.maillage.ledger.network.NetworkCommand;

/** Whatever is asked, in whatever order, by however many processes: the rules of the ledger hold. */
class RandomHistoriesTest {

    private static final int HISTORIES = 1_200;
    private static final int COMMANDS = 60;

    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private long repeated;

    @Test
    void the_rules_hold_in_every_history() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var seeds = new Random(seed);
        var moved = 0;
        // An answer to a clarification is taken in one history of two hundred: where none was, others are added.
        for (var i = 0; i < HISTORIES || (i < 5 * HISTORIES && !eachWasTakenAndRefused()); i++) {
            moved += history(seeds.nextLong(), i % 10 == 0);
        }
        System.out.println("accepted " + accepted + ", refused " + refused + ", movements " + moved);
        assertThat(moved).isGreaterThan(HISTORIES * 2);
        assertThat(repeated).isPositive();
        assertThat(commands()).allSatisfy(name -> {
            assertThat(accepted.getOrDefault(name, 0)).as("accepted %s", name).isPositive();
            assertThat(refused.getOrDefault(name, 0)).as("refused %s", name).isPositive();
        });
    }

    private boolean eachWasTakenAndRefused() {
        return accepted.keySet().containsAll(commands()) && refused.keySet().containsAll(commands());
    }

    private static List<String> commands() {
        return Stream.of(
                        ContributionCommand.class,
                        CreditCommand.class,
                        MemberCommand.class,
                        NetworkCommand.class,
                        GovernanceCommand.class)
                .flatMap(context -> Stream.of(context.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .toList();
    }

    private int history(long seed, boolean replayed) {
        var clock = new MovableClock(LedgerFixture.NOON);
        var journal = new InMemoryJournal(clock);
        var random = new Random(seed);
        var commands = new RandomCommands(seed, clock.instant());
        try (var one = LedgerCore.start(journal, journal, new PlainVault());
                var other = LedgerCore.start(journal, journal, new PlainVault())) {
            commands.beginning().forEach(request -> one.execute(request.command(), request.origin()));
            for (var i = 0; i < COMMANDS; i++) {
                var ledger = random.nextInt(3) > 0 ? one : other;
                if (random.nextInt(6) == 0) {
                    batch(ledger, Stream.generate(commands::next).limit(4).toList());
                } else {
                    single(ledger, commands.next(), journal, random);
                }
            }
            if (replayed) {
                decidesTheSame(one, journal, commands);
            }
            return LedgerInvariants.hold(all(journal), true);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed of the history: " + seed, failure);
        }
    }

    private void batch(LedgerCore ledger, List<Ledger.Request> requests) {
        var results = ledger.executeAll(requests);
        assertThat(results).hasSameSizeAs(requests);
        for (var i = 0; i < requests.size(); i++) {
            count(requests.get(i), results.get(i) instanceof Ledger.Result.Done);
        }
    }

    private void single(LedgerCore ledger, Ledger.Request request, InMemoryJournal journal, Random random) {
        var before = journal.position();
        try {
            var outcome = ledger.execute(request.command(), request.origin());
            assertThat(journal.position()).isEqualTo(before + outcome.events());
            count(request, true);
            if (random.nextInt(10) == 0) {
                var again = ledger.execute(request.command(), request.origin());
                assertThat(again)
                        .isEqualTo(new Outcome(outcome.commandId(), outcome.position(), outcome.events(), true));
                assertThat(journal.position()).isEqualTo(before + outcome.events());
                repeated++;
            }
        } catch (Refused refusal) {
            assertThat(journal.position())
                    .as("events of a refusal: %s", refusal)
                    .isEqualTo(before);
            count(request, false);
        }
    }

    private void count(Ledger.Request request, boolean done) {
        var name = request.command().getClass().getSimpleName();
        (done ? accepted : refused).merge(name, 1, Integer::sum);
    }

    private static List<Recorded> all(InMemoryJournal journal) {
        return journal.after(0, Integer.MAX_VALUE);
    }

    /** What was kept in memory over the whole history decides as does what is folded from the journal. */
    private static void decidesTheSame(LedgerCore old, InMemoryJournal journal, RandomCommands commands) {
        for (var i = 0; i < 8; i++) {
            var request = commands.next();
            if (request.command() instanceof ContributionCommand.EntrustDecision) {
                continue; // draws lots
            }
            var copy = copy(journal);
            try (var fresh = LedgerCore.start(copy, copy, new PlainVault())) {
                assertThat(decided(old, journal, request)).isEqualTo(decided(fresh, copy, request));
            }
        }
    }

    private static List<? extends Object> decided(LedgerCore ledger, InMemoryJournal journal, Ledger.Request request) {
        var before = journal.position();
        try {
            ledger.execute(request.command(), request.origin());
            return journal.after(before, Integer.MAX_VALUE).stream()
                    .map(Recorded::event)
                    .toList();
        } catch (Refused refusal) {
            return List.of(refusal.reason(), refusal.details());
        }
    }

    private static InMemoryJournal copy(InMemoryJournal journal) {
        var clock = new MovableClock(LedgerFixture.NOON);
        var copy = new InMemoryJournal(clock);
        for (var recorded : all(journal)) {
            LedgerEvent event = recorded.event();
            clock.set(recorded.recordedAt());
            var version = event.stream().unguarded() ? Journal.UNGUARDED : recorded.version();
            var entry = new Journal.Entry(recorded.eventId(), version, event);
            var origin = Origin.of(recorded.actor(), recorded.recordedAt());
            copy.append(new Journal.Append(List.of(entry), Map.of(), origin, null));
        }
        return copy;
    }

    @Test
    void the_rules_hold_where_two_processes_append_at_once() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var seeds = new Random(seed);
        var moved = 0;
        var done = new AtomicInteger();
        for (var i = 0; i < 150; i++) {
            moved += crossing(seeds.nextLong(), done);
        }
        assertThat(moved).isGreaterThan(500);
        assertThat(done.get()).isGreaterThan(1_000);
    }

    private static int crossing(long seed, AtomicInteger done) throws InterruptedException, ExecutionException {
        var clock = new MovableClock(LedgerFixture.NOON);
        var journal = new InMemoryJournal(clock);
        var commands = new RandomCommands(seed, clock.instant());
        try (var one = LedgerCore.start(journal, journal, new PlainVault());
                var other = LedgerCore.start(journal, journal, new PlainVault());
                var threads = Executors.newFixedThreadPool(4)) {
            commands.beginning().forEach(request -> one.execute(request.command(), request.origin()));
            var requests = Stream.generate(commands::next).limit(160).toList();
            var start = new CountDownLatch(1);
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var part = 0; part < 4; part++) {
                var ledger = part % 2 == 0 ? one : other;
                var own = requests.subList(part * 40, part * 40 + 40);
                running.add(threads.submit(() -> {
                    start.await();
                    for (var i = 0; i < own.size(); i += 4) {
                        var results = ledger.executeAll(own.subList(i, i + 4));
                        done.addAndGet((int) results.stream()
                                .filter(Ledger.Result.Done.class::isInstance)
                                .count());
                    }
                    return null;
                }));
            }
            start.countDown();
            for (var future : running) {
                future.get();
            }
            clock.advance(Duration.ofMinutes(1));
            try {
                return LedgerInvariants.hold(all(journal), false);
            } catch (AssertionError failure) {
                throw new AssertionError("seed of the history: " + seed, failure);
            }
        }
    }
}
