package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;

/** Many ask for the same thing at once, of two processes on one journal. */
abstract class ContentionContract {

    private static final int PATIENCE = 120;

    private final NetworkId network = NetworkId.next();
    private Journal journal;
    private LedgerCore one;
    private LedgerCore other;
    private Someone claire;
    private Someone samir;
    private Someone nadia;
    private Someone karim;

    /** An empty journal. */
    abstract Journal open();

    abstract Snapshots snapshots();

    /** How often two coordinators meet on one claim. */
    abstract int meetings();

    @BeforeEach
    void begin() {
        journal = open();
        one = LedgerCore.start(journal, snapshots(), new PlainVault());
        other = LedgerCore.start(journal, snapshots(), new PlainVault());
        system(new Create(network, "Réseau du Val d'Arcelle", null, LedgerFixture.PARIS, Set.of(), null, null));
        claire = joined();
        samir = joined();
        nadia = joined();
        karim = joined();
        system(new AppointCoordinator(network, claire.member(), null));
        system(new AppointCoordinator(network, samir.member(), null));
    }

    @AfterEach
    void end() {
        one.close();
        other.close();
    }

    private Someone joined() {
        var someone = new Someone(PersonId.next(), MemberId.next());
        system(new RegisterPerson(someone.person()));
        system(new Join(someone.member(), network, someone.person(), Via.FOUNDING, "Quelqu'un"));
        return someone;
    }

    private void system(LedgerCommand command) {
        one.execute(command, Origin.of(Actor.SYSTEM, LedgerFixture.NOON));
    }

    private static Origin origin(Someone who) {
        return Origin.of(Actor.person(who.person()), LedgerFixture.NOON);
    }

    private ContributionId claimed(Someone who, int minutes, int daysAgo) {
        var claim = ContributionId.next();
        var share = ClaimedShare.plain(
                who.account(),
                LedgerFixture.WORKSHOP,
                Quantity.minutes(minutes),
                LedgerFixture.TODAY.minusDays(daysAgo));
        one.execute(
                new Submit(claim, network, who.member(), List.of(share), null, null, List.of(), Set.of(), null, null),
                origin(who));
        return claim;
    }

    private void earns(Someone who, int minutes) {
        one.execute(new Validate(claimed(who, minutes, 0), network, claire.member(), List.of()), origin(claire));
    }

    private Give thanks(Someone from, Someone to, long hundredths) {
        return new Give(
                TransferId.next(),
                network,
                from.member(),
                from.account(),
                to.account(),
                new Mailles(hundredths),
                null,
                null);
    }

    private static Ledger.Result result(LedgerCore ledger, LedgerCommand command, Origin origin) {
        return ledger.executeAll(List.of(new Ledger.Request(command, origin))).getFirst();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException, TimeoutException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(future.get(PATIENCE, TimeUnit.SECONDS));
            }
            return results;
        }
    }

    private List<LedgerEvent> events(StreamId stream) {
        return journal.stream(stream, 0).stream().map(Recorded::event).toList();
    }

    private Balance balance(Someone who) {
        return events(StreamId.of(who.account())).stream()
                .map(CreditEvent.class::cast)
                .reduce(Balance.ZERO, Balance::after, (_, last) -> last);
    }

    @Test
    void of_two_coordinators_one_validates_and_the_other_is_told_who() throws Exception {
        var second = 0;
        for (var i = 0; i < meetings(); i++) {
            var claim = claimed(nadia, 30, i);
            var process = i % 2 == 0 ? one : other;
            var results = atOnce(List.<Callable<Ledger.Result>>of(
                    () -> result(one, new Validate(claim, network, claire.member(), List.of()), origin(claire)),
                    () -> result(process, new Validate(claim, network, samir.member(), List.of()), origin(samir))));
            var validated = events(StreamId.of(claim)).stream()
                    .filter(Validated.class::isInstance)
                    .map(Validated.class::cast)
                    .toList();
            assertThat(validated).hasSize(1);
            var first = validated.getFirst().by();
            second += first.equals(samir.member()) ? 1 : 0;
            assertThat(results.get(first.equals(claire.member()) ? 1 : 0))
                    .isInstanceOfSatisfying(Ledger.Result.Declined.class, told -> {
                        assertThat(told.refusal().reason()).isEqualTo(Reason.ALREADY_DECIDED);
                        assertThat(told.refusal().details()).containsEntry("by", first.toString());
                    });
        }
        assertThat(second).as("either of them may be first").isLessThan(meetings());
        assertThat(balance(nadia).available()).isEqualTo(new Mailles(100L * meetings()));
    }

    @Test
    void fifty_threads_that_spend_the_same_mailles_never_go_below_the_floor() throws Exception {
        earns(nadia, 600);
        var tasks = new ArrayList<Callable<Ledger.Result>>();
        for (var i = 0; i < 50; i++) {
            var ledger = i % 2 == 0 ? one : other;
            tasks.add(() -> result(ledger, thanks(nadia, karim, 100), origin(nadia)));
        }
        var done = atOnce(tasks).stream()
                .filter(Ledger.Result.Done.class::isInstance)
                .count();
        assertThat(done).isBetween(1L, 20L);
        assertThat(balance(nadia).available()).isEqualTo(new Mailles(2_000 - 100 * done));
        assertThat(balance(karim).available()).isEqualTo(new Mailles(100 * done));
        assertThat(LedgerInvariants.hold(journal.after(0, Integer.MAX_VALUE), true))
                .isEqualTo((int) (1 + 2 * done));
    }

    @Test
    void crossing_thanks_do_not_wait_for_each_other() throws Exception {
        earns(nadia, 600);
        earns(karim, 600);
        var tasks = new ArrayList<Callable<Ledger.Result>>();
        for (var i = 0; i < 100; i++) {
            var forth = i % 2 == 0;
            tasks.add(() -> result(
                    one, forth ? thanks(nadia, karim, 10) : thanks(karim, nadia, 10), origin(forth ? nadia : karim)));
        }
        assertThat(atOnce(tasks)).hasSize(100).allMatch(Ledger.Result.Done.class::isInstance);
        assertThat(balance(nadia).available()).isEqualTo(Mailles.whole(20));
        assertThat(balance(karim).available()).isEqualTo(Mailles.whole(20));
    }

    @Test
    void the_same_key_a_hundred_times_at_once_has_one_effect() throws Exception {
        earns(nadia, 60);
        var before = journal.position();
        var command = thanks(nadia, karim, 150);
        var results = atOnce(Collections.<Callable<Outcome>>nCopies(
                100,
                () -> one.execute(command, Origin.of(Actor.person(nadia.person()), "un clic", LedgerFixture.NOON))));
        assertThat(journal.position()).isEqualTo(before + 2);
        assertThat(results)
                .extracting(Outcome::commandId)
                .containsOnly(results.getFirst().commandId());
        assertThat(results).filteredOn(outcome -> !outcome.repeated()).hasSize(1);
    }
}
