package org.maillage.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.queue.Tab;

/**
 * From a command's acknowledgement to its being in every view, over how long its acknowledgement took. Each of 8 users
 * claims, waits for the views and finds the claim in the queue; it is validated, and they wait again and find it done in
 * the queue, in their balance and as the first line of their statement.
 */
final class Visibility {

    private static final int USERS = 8;
    private static final int OF_EACH_USER = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Server server;
    private final int rounds;
    private final int seconds;
    private int earlier;

    Visibility(Server server, int rounds, int seconds) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Figure> measure() {
        var ratios = new ArrayList<Double>();
        var last = "";
        try (var world = new World(server, 1 + USERS * OF_EACH_USER);
                var views = Projections.open(
                        world.database, world.vault, new JournalFeed(world.journal), Clock.systemUTC())) {
            round(world, views, Math.max(5, seconds)); // warm
            for (var round = 0; round < rounds; round++) {
                var measured = round(world, views, seconds);
                ratios.add(measured.held.p99() / measured.commit.p99());
                last = measured.toString();
            }
        }
        return List.of(new Figure("acknowledged to in every view, p99 over that of the commit", "≤ 3", ratios, last));
    }

    private Round round(World world, Projections views, int seconds) {
        var round = new Round(world, views, earlier);
        earlier += Load.run(server, USERS, seconds, round::claim).done();
        return round;
    }

    /**
     * What was timed in one round.
     *
     * @param earlier claims of earlier rounds: none is of the same member's same day
     * @param commit until a command was acknowledged
     * @param held from then on until every view held it
     * @param read the same until it had also been read
     */
    private record Round(World world, Projections views, int earlier, Waits commit, Waits held, Waits read) {

        Round(World world, Projections views, int earlier) {
            this(world, views, earlier, new Waits(), new Waits(), new Waits());
        }

        /** One claim from its sending to its being read as validated, by members that no other user has. */
        void claim(int number) {
            var turn = number / USERS;
            var by = world.members.get(1 + number % USERS + USERS * (turn % OF_EACH_USER));
            var day = LocalDate.now(ZoneOffset.UTC).minusDays(1 + (earlier + turn) / OF_EACH_USER);
            var share = ClaimedShare.plain(AccountId.of(by), new KindCode("workshop-led"), Quantity.minutes(90), day);
            var claim = ContributionId.next();
            var submit =
                    new Submit(claim, world.network, by, List.of(share), null, null, List.of(), Set.of(), null, null);
            var submitted = commit.time(() -> world.execute(submit));
            read.time(() -> seen(submitted, () -> isWaiting(claim)));
            var validate = new Validate(claim, world.network, world.members.getFirst(), List.of());
            var validated = commit.time(() -> world.execute(validate));
            read.time(() -> seen(validated, () -> isCredited(claim, by)));
        }

        private interface Reading {
            boolean isThere();
        }

        private boolean seen(Outcome outcome, Reading reading) {
            if (!held.time(() -> views.awaitPosition(outcome.position(), PATIENCE))) {
                throw new IllegalStateException("the views do not follow: " + views.stopped());
            }
            if (!reading.isThere()) {
                throw new IllegalStateException("held, and not there: " + views.parked());
            }
            return true;
        }

        private boolean isWaiting(ContributionId claim) {
            return views.queue()
                    .item(world.network, claim, AsOf.NOW)
                    .filter(item -> item.tab() != Tab.DONE)
                    .isPresent();
        }

        private boolean isCredited(ContributionId claim, MemberId by) {
            var account = AccountId.of(by);
            var line = views.accounts()
                    .statement(world.network, account, AsOf.NOW, null, 1)
                    .items()
                    .getFirst();
            var balance = views.accounts().balance(world.network, account, AsOf.NOW);
            var done = views.queue()
                    .item(world.network, claim, AsOf.NOW)
                    .filter(item -> item.tab() == Tab.DONE)
                    .isPresent();
            return done && claim.equals(line.contribution()) && line.after().equals(balance);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "last round: acknowledged in %.2f ms (median %.2f), in every view %.2f ms later (median %.2f), and"
                            + " read there %.2f ms later (median %.2f)",
                    commit.p99(),
                    commit.median(),
                    held.p99(),
                    held.median(),
                    read.p99(),
                    read.median());
        }
    }
}
