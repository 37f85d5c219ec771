package org.maillage.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.web.demo.DemonstrationNetwork;
import org.maillage.web.demo.Progress;
import org.maillage.web.demo.ShownBadges;
import org.maillage.web.wiring.Installation;
import org.maillage.web.wiring.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the demonstration network behind the running program, then offers its people at the sign-in page. */
@Component
class Demonstration implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String SIGN_IN = "Sign in: open %s and enter as one of the demonstration's people.";

    private final Installation installation;
    private final Ledger ledger;
    private final Badges badges;
    private final DemoPeople people;
    private final SignIns signIns;
    private final Correspondents correspondents;
    private final PublicAddress address;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile @Nullable Thread making;

    Demonstration(
            Installation installation,
            Ledger ledger,
            Badges badges,
            DemoPeople people,
            SignIns signIns,
            Correspondents correspondents,
            PublicAddress address,
            Clock clock) {
        this.installation = installation;
        this.ledger = ledger;
        this.badges = badges;
        this.people = people;
        this.signIns = signIns;
        this.correspondents = correspondents;
        this.address = address;
        this.clock = clock;
    }

    // After the program has said where it is.
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent ready) {
        if (installation.demonstration() && installation.demonstrate()) {
            say(
                    people.people(Locale.FRENCH).isEmpty()
                            ? "The demonstration network is being made, which takes a few minutes: %s says how far it"
                                    + " is."
                            : SIGN_IN);
            making = Thread.ofVirtual().name("demonstration").start(this::make);
        }
    }

    // It is continued at the next start where the program is stopped meanwhile.
    private void make() {
        var first = people.people(Locale.FRENCH).isEmpty();
        try {
            var made = DemonstrationNetwork.make(new UntilStopped(), clock, first ? told() : Progress.silent());
            if (!made.refused().isEmpty()) {
                LOG.warn(
                        "the ledger refused {} commands of the demonstration network",
                        made.refused().size());
            }
            offer();
            if (first) {
                LOG.info("the demonstration network is there");
                say(SIGN_IN);
            }
            showBadges(first);
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.info("the demonstration network is not finished: it is continued at the next start");
            } else {
                LOG.warn("the demonstration network is not finished: it is continued at the next start", e);
            }
        } finally {
            people.making(-1);
        }
    }

    // Badges are awarded behind the making. At a later start only what an earlier one had no time for is said.
    private void showBadges(boolean first) {
        while (!badges.isIdle() && badges.stopped().isEmpty()) {
            if (stopping) {
                throw new CancellationException("the program stops");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        new ShownBadges(new UntilStopped(), badges, clock).say(DemonstrationNetwork.people(), first);
    }

    private Progress told() {
        var lines = Progress.toLines(LOG::info);
        return percent -> {
            people.making(percent);
            lines.at(percent);
        };
    }

    // For whoever started the program: beside what it said when it was ready.
    private void say(String sentence) {
        System.out.printf(Locale.ROOT, "%n  %s%n%n", sentence.formatted(address.of("/connexion")));
    }

    private void offer() {
        int place = 0;
        for (var person : DemonstrationNetwork.people()) {
            people.offer(person.person(), place++, person.network(), person.name(), person.lineFr(), person.lineEn());
            EmailAddress.read(person.email()).ifPresent(email -> {
                signIns.allow(email, person.person());
                correspondents.keep(person.member(), email);
            });
        }
    }

    @Override
    public void start() {}

    @Override
    public boolean isRunning() {
        return making != null;
    }

    // Before the ledger stops (see Shutdown).
    @Override
    public int getPhase() {
        return 1_000;
    }

    @Override
    public void stop() {
        stopping = true;
        var thread = making;
        making = null;
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The ledger, which takes nothing more of the making once the program stops. */
    private final class UntilStopped implements Ledger {

        @Override
        public Outcome execute(LedgerCommand command, Origin origin) {
            check();
            return ledger.execute(command, origin);
        }

        @Override
        public List<Result> executeAll(List<Request> requests) {
            check();
            return ledger.executeAll(requests);
        }

        private void check() {
            if (stopping) {
                throw new CancellationException("the program stops");
            }
        }
    }
}
