package org.maillage.web.signin;

import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.member.MemberCommand.AppointAdministrator;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.wiring.Installation;
import org.maillage.web.wiring.PublicAddress;
import org.maillage.web.wiring.StartupFailure;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Lets in whom MAILLAGE_ADMINISTRATOR names, so that an empty installation has somebody to begin with. */
@Component
class FirstAdministrator {

    private final Installation installation;
    private final SignIns signIns;
    private final OneTimeLinks links;
    private final Ledger ledger;
    private final PublicAddress address;
    private final Environment environment;
    private final java.time.Clock clock;

    FirstAdministrator(
            Installation installation,
            SignIns signIns,
            OneTimeLinks links,
            Ledger ledger,
            PublicAddress address,
            Environment environment,
            java.time.Clock clock) {
        this.installation = installation;
        this.signIns = signIns;
        this.links = links;
        this.ledger = ledger;
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
        var person = signIns.find(email).orElseGet(() -> appoint(email));
        if (!environment.containsProperty("spring.mail.host")) {
            // Whoever reads the console of this machine owns the installation.
            System.out.println("  Administrator, without a mail server: "
                    + address.of("/connexion/lien?jeton=" + links.make(person).text())
                    + " (once, for " + OneTimeLinks.LIFE.toMinutes() + " minutes)\n");
        }
    }

    private PersonId appoint(EmailAddress email) {
        var person = PersonId.next();
        run(new RegisterPerson(person));
        run(new AppointAdministrator(person));
        signIns.allow(email, person);
        return person;
    }

    private void run(LedgerCommand command) {
        ledger.execute(command, Origin.of(Actor.SYSTEM, clock.instant()));
    }
}
