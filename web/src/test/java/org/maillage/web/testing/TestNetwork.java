package org.maillage.web.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.member.MemberCommand.AppointAdministrator;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Projections;
import org.maillage.web.signin.DemoPeople;
import org.springframework.stereotype.Component;

/** A network with Nadia who contributes, Claire who coordinates it, and Ali who administers the installation. */
@Component
public final class TestNetwork {

    private final Ledger ledger;
    private final Projections views;
    private final Badges badges;
    private final DemoPeople people;
    private final Clock clock;

    TestNetwork(Ledger ledger, Projections views, Badges badges, DemoPeople people, Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.badges = badges;
        this.people = people;
        this.clock = clock;
    }

    /** Somebody of the network. */
    public record Someone(PersonId person, MemberId member) {}

    /** The network and its people; Ali is of no network. */
    public record Made(NetworkId network, Someone nadia, Someone claire, PersonId ali) {}

    /** Makes the network with new people, all of whom may sign in with one press. */
    public Made make() {
        var network = NetworkId.next();
        run(new Create(network, "Val d’Arcelle", null, ZoneId.of("Europe/Paris"), Set.of(), null, null));
        var nadia = join(network, "Nadia");
        var claire = join(network, "Claire");
        run(new AppointCoordinator(network, claire.member(), null));
        var ali = PersonId.next();
        run(new RegisterPerson(ali));
        var last = run(new AppointAdministrator(ali));
        people.offer(ali, 3, null, "Ali", "administre", "administers");
        see(last);
        quiet(badges);
        return new Made(network, nadia, claire, ali);
    }

    /** A network as an import makes one, and who coordinates it without an account. */
    public record Imported(NetworkId network, MemberId ana) {}

    /** Makes a network in which Ana, who has no account, is the only one and coordinates. */
    public Imported imported(String name) {
        var made = new Imported(NetworkId.next(), MemberId.next());
        var by = Actor.batch(ImportId.next());
        run(by, new Create(made.network(), name, null, ZoneId.of("Europe/Paris"), Set.of(), null, null));
        run(by, new Enter(made.ana(), made.network(), null, MemberEvent.Origin.IMPORTED, "Ana", null));
        see(run(by, new AppointCoordinator(made.network(), made.ana(), null)));
        return made;
    }

    /** One more coordinator. */
    public Someone coordinator(Made made, String name) {
        var someone = join(made.network(), name);
        see(run(new AppointCoordinator(made.network(), someone.member(), null)));
        return someone;
    }

    /** One more member of a network, with an account. */
    public Someone member(NetworkId network, String name) {
        var someone = join(network, name);
        see(run(new RegisterPerson(someone.person())));
        return someone;
    }

    /** Lets somebody who is of one network join another one too. */
    public void joins(NetworkId other, Someone someone, String name) {
        see(run(new Join(MemberId.next(), other, someone.person(), Via.FOUNDING, name)));
    }

    private Someone join(NetworkId network, String name) {
        var someone = new Someone(PersonId.next(), MemberId.next());
        run(new RegisterPerson(someone.person()));
        run(new Join(someone.member(), network, someone.person(), Via.FOUNDING, name));
        people.offer(someone.person(), 1, null, name, "membre", "member");
        return someone;
    }

    /** Claims two hours of a workshop of yesterday as somebody. */
    public ContributionId claim(Made made, Someone by) {
        return claim(made, by, "Premiers pas");
    }

    /** Claims two hours of a workshop of yesterday, called so, as somebody. */
    public ContributionId claim(Made made, Someone by, String title) {
        return claim(made, by, title, "workshop-led");
    }

    /** Claims two hours of a kind of yesterday, called so, as somebody. */
    public ContributionId claim(Made made, Someone by, String title, String kind) {
        return claim(made, by, by, title, kind, null, 1);
    }

    /** Claims two hours of a workshop of so many days ago as somebody. */
    public ContributionId claim(Made made, Someone by, String title, int daysAgo) {
        return claim(made, by, by, title, "workshop-led", null, daysAgo);
    }

    /** Claims for somebody else alone, who has not confirmed. */
    public ContributionId claimFor(Made made, Someone by, Someone contributor, String title) {
        return claim(made, by, contributor, title, "workshop-led", null, 1);
    }

    /** Claims two kinds for somebody else alone, who has confirmed neither. */
    public ContributionId claimTwoFor(Made made, Someone by, Someone contributor, String title) {
        return claim(made, by, contributor, title, List.of("workshop-led", "documentation"), null, 1);
    }

    /** Claims anew what another claim should have said. */
    public ContributionId correct(Made made, Someone by, ContributionId replaced, String title) {
        return claim(made, by, by, title, "workshop-led", replaced, 1);
    }

    private ContributionId claim(
            Made made,
            Someone by,
            Someone contributor,
            String title,
            String kind,
            @Nullable ContributionId replaced,
            int daysAgo) {
        return claim(made, by, contributor, title, List.of(kind), replaced, daysAgo);
    }

    private ContributionId claim(
            Made made,
            Someone by,
            Someone contributor,
            String title,
            List<String> kinds,
            @Nullable ContributionId replaced,
            int daysAgo) {
        var claim = ContributionId.next();
        var day =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).minusDays(daysAgo);
        var account = AccountId.of(contributor.member());
        var shares = kinds.stream()
                .map(kind -> ClaimedShare.plain(account, new KindCode(kind), Quantity.minutes(120), day))
                .toList();
        see(run(new Submit(
                claim, made.network(), by.member(), shares, title, null, List.of(), Set.of(), null, replaced)));
        return claim;
    }

    /** Validates a claim as Claire. */
    public void validate(Made made, ContributionId claim) {
        see(run(new Validate(claim, made.network(), made.claire().member(), List.of())));
        quiet(badges);
    }

    /** Waits until badges have nothing left to do: what a test counts after it moves by the test alone. */
    public static void quiet(Badges badges) {
        var until = Instant.now().plusSeconds(60);
        while (!badges.isIdle()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("badges did not follow: " + badges.stopped() + " " + badges.parked());
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void see(Outcome outcome) {
        if (!views.awaitPosition(outcome.position(), Duration.ofSeconds(60))) {
            throw new AssertionError("the views did not follow: " + views.stopped() + " " + views.parked());
        }
        if (!views.parked().isEmpty()) {
            throw new AssertionError("the views parked: " + views.parked());
        }
    }

    private Outcome run(LedgerCommand command) {
        return run(Actor.SYSTEM, command);
    }

    private Outcome run(Actor by, LedgerCommand command) {
        return ledger.execute(command, Origin.of(by, UUID.randomUUID().toString(), clock.instant()));
    }

    /** A browser in which somebody has signed in. */
    public static Browser signedIn(int port, String language, PersonId person) {
        var browser = new Browser(port, language);
        browser.submit("/connexion/demonstration", java.util.Map.of("person", person.toString()));
        return browser;
    }
}
