package org.maillage.web.signin;

import java.time.Clock;
import java.util.Locale;
import org.maillage.ledger.Ledger;
import org.maillage.web.demo.DemonstrationNetwork;
import org.maillage.web.demo.Progress;
import org.maillage.web.wiring.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the demonstration network behind the running program, then offers its people at the sign-in page. */
@Component
class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Installation installation;
    private final Ledger ledger;
    private final DemoPeople people;
    private final SignIns signIns;
    private final Clock clock;

    Demonstration(Installation installation, Ledger ledger, DemoPeople people, SignIns signIns, Clock clock) {
        this.installation = installation;
        this.ledger = ledger;
        this.people = people;
        this.signIns = signIns;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (installation.demonstration() && installation.demonstrate()) {
            Thread.ofVirtual().name("demonstration").start(this::make);
        }
    }

    // It is continued at the next start where the program is stopped meanwhile.
    private void make() {
        if (people.people(Locale.FRENCH).isEmpty()) {
            LOG.info("making the demonstration network; its people are offered at the sign-in page when it is there");
        }
        try {
            DemonstrationNetwork.make(ledger, clock, Progress.silent());
            offer();
        } catch (RuntimeException e) {
            LOG.warn("the demonstration network is not finished: it is continued at the next start", e);
        }
    }

    private void offer() {
        int place = 0;
        for (var person : DemonstrationNetwork.people()) {
            people.offer(person.person(), place++, person.name(), person.lineFr(), person.lineEn());
            EmailAddress.read(person.email()).ifPresent(email -> signIns.allow(email, person.person()));
        }
    }
}
