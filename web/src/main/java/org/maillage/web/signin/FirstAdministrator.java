package org.maillage.web.signin;

import java.time.Duration;
import java.util.Optional;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.member.MemberCommand.AppointAdministrator;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.web.wiring.Installation;
import org.maillage.web.wiring.PublicAddress;
import org.maillage.web.wiring.StartupFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets in whom MAILLAGE_ADMINISTRATOR names, so that an installation without any administrator has somebody to begin
 * with; where there is one, the setting appoints nobody.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration VIEWS_FOLLOW_WITHIN = Duration.ofSeconds(60);

    private final Installation installation;
    private final SignIns signIns;
    private final OneTimeLinks links;
    private final Ledger ledger;
    private final Journal journal;
    private final Projections views;
    private final PublicAddress address;
    private final Environment environment;
    private final java.time.Clock clock;

    FirstAdministrator(
            Installation installation,
            SignIns signIns,
            OneTimeLinks links,
            Ledger ledger,
            Journal journal,
            Projections views,
            PublicAddress address,
            Environment environment,
            java.time.Clock clock) {
        this.installation = installation;
        this.signIns = signIns;
        this.links = links;
        this.ledger = ledger;
        this.journal = journal;
        this.views = views;
        this.address = address;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent ready) {
        if (installation.administrator().isBlank()) {
            return;
        }
        var email = EmailAddress.read(installation.administrator())
                .orElseThrow(() -> new StartupFailure("MAILLAGE_ADMINISTRATOR is not an e-mail address."));
        if (!views.awaitPosition(journal.position(), VIEWS_FOLLOW_WITHIN)) {
            LOG.warn("MAILLAGE_ADMINISTRATOR is left aside: the views, which tell who administers, are behind");
            return;
        }
        var administrators = views.members().administrators();
        var person = administrators.isEmpty() ? Optional.of(appoint(email)) : signIns.find(email);
        person.filter(one -> administrators.isEmpty() || administrators.contains(one))
                .ifPresentOrElse(
                        this::tell,
                        () -> LOG.warn("MAILLAGE_ADMINISTRATOR is left aside: this installation has another"
                                + " administrator"));
    }

    private void tell(PersonId person) {
        if (!environment.containsProperty("spring.mail.host")) {
            // Whoever reads the console of this machine owns the installation.
            System.out.println("  Administrator, without a mail server: "
                    + address.of("/connexion/lien?jeton=" + links.make(person).text())
                    + " (once, for " + OneTimeLinks.LIFE.toMinutes() + " minutes)\n");
        }
    }

    private PersonId appoint(EmailAddress email) {
        // The address first, so that a start that ends in between is finished by the next one. Who has the address
        // already is the one that is appointed.
        signIns.allow(email, PersonId.next());
        var person = signIns.find(email).orElseThrow();
        run(new RegisterPerson(person));
        run(new AppointAdministrator(person));
        return person;
    }

    private void run(LedgerCommand command) {
        ledger.execute(command, Origin.of(Actor.SYSTEM, clock.instant()));
    }
}
