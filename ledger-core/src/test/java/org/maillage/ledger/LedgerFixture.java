package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.journal.MovableClock;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.StreamId;

/**
 * The whole core on a journal in memory: given events, when a command, then events. Val d'Arcelle is its network; Claire
 * and Samir coordinate it, Nadia, Karim and Jeanne are members. All of them are fictional.
 */
public final class LedgerFixture implements AutoCloseable {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final Instant NOON = Instant.parse("2026-11-19T11:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    public static final KindCode WORKSHOP = new KindCode("workshop-led");
    public static final KindCode REVIEWING = new KindCode("review");

    /** Somebody who signs in, with their membership of one network. */
    public record Someone(PersonId person, MemberId member) {
        public AccountId account() {
            return AccountId.of(member);
        }
    }

    public final MovableClock clock = new MovableClock(NOON);
    public final InMemoryJournal journal = new InMemoryJournal(clock);
    public final LedgerCore ledger = LedgerCore.start(journal, journal, new PlainVault());
    public final NetworkId network = NetworkId.next();
    public final Someone claire;
    public final Someone samir;
    public final Someone nadia;
    public final Someone karim;
    public final Someone jeanne;
    private int noted;

    public LedgerFixture() {
        system(new Create(network, "Réseau du Val d'Arcelle", null, PARIS, Set.of(), null, null));
        claire = joined("Claire Vasseur");
        samir = joined("Samir Haddad");
        nadia = joined("Nadia Benali");
        karim = joined("Karim Ould");
        jeanne = joined("Jeanne Riffault");
        system(new AppointCoordinator(network, claire.member(), null));
        system(new AppointCoordinator(network, samir.member(), null));
        note();
    }

    /** A person who joins the network. */
    public Someone joined(String name) {
        return joined(network, name, PersonId.next());
    }

    /** A person, new or known, who joins a network. */
    public Someone joined(NetworkId of, String name, PersonId person) {
        var member = MemberId.next();
        system(new RegisterPerson(person));
        system(new Join(member, of, person, Via.FOUNDING, name));
        return new Someone(person, member);
    }

    /** Something that the program itself asks. */
    public Outcome system(LedgerCommand command) {
        return ledger.execute(command, Origin.of(Actor.SYSTEM, clock.instant()));
    }

    /** Something that somebody asks. */
    public Outcome when(Someone who, LedgerCommand command) {
        return ledger.execute(command, Origin.of(Actor.person(who.person()), clock.instant()));
    }

    /** Something that somebody asks under a key. */
    public Outcome when(Someone who, String key, LedgerCommand command) {
        return ledger.execute(command, Origin.of(Actor.person(who.person()), key, clock.instant()));
    }

    /** What somebody asks is refused for this reason, and nothing is stored. */
    public Refused refused(Someone who, LedgerCommand command, Reason reason) {
        return refused(Actor.person(who.person()), command, reason);
    }

    /** What an actor asks is refused for this reason, and nothing is stored. */
    public Refused refused(Actor actor, LedgerCommand command, Reason reason) {
        var before = journal.position();
        var refusal =
                catchThrowableOfType(Refused.class, () -> ledger.execute(command, Origin.of(actor, clock.instant())));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(journal.position()).isEqualTo(before);
        return refusal;
    }

    /** A claim of one's own hours today, in the workshop kind. */
    public ContributionId claims(Someone who, int minutes) {
        return claims(who, ClaimedShare.plain(who.account(), WORKSHOP, Quantity.minutes(minutes), TODAY));
    }

    /** A claim of these shares. */
    public ContributionId claims(Someone who, ClaimedShare... shares) {
        var contribution = ContributionId.next();
        when(who, submit(contribution, who, shares));
        return contribution;
    }

    public Submit submit(ContributionId contribution, Someone who, ClaimedShare... shares) {
        return new Submit(
                contribution, network, who.member(), List.of(shares), null, null, List.of(), Set.of(), null, null);
    }

    public ContributionCommand.Validate validate(ContributionId contribution, Someone by) {
        return new ContributionCommand.Validate(contribution, network, by.member(), List.of());
    }

    /** Validates a claim of one's own hours, so that the member has mailles. */
    public ContributionId earns(Someone who, int minutes) {
        var claim = claims(who, minutes);
        when(claire, validate(claim, claire));
        return claim;
    }

    /** Another network with one coordinator, who is a new person. */
    public Elsewhere elsewhere(@Nullable NetworkId parent) {
        var other = NetworkId.next();
        system(new Create(other, "Réseau de la Brumaie", parent, PARIS, Set.of(), null, null));
        var coordinator = joined(other, "Odile Marchand", PersonId.next());
        system(new AppointCoordinator(other, coordinator.member(), null));
        return new Elsewhere(other, coordinator);
    }

    /** A network that is not the fixture's. */
    public record Elsewhere(NetworkId network, Someone coordinator) {}

    /** An organisation of the network, with these members. */
    public OrganisationId organisation(Someone... members) {
        var organisation = OrganisationId.next();
        system(new RegisterOrganisation(network, null, organisation, "Les Fils d'Arcelle", null));
        for (var someone : members) {
            when(someone, new ChangeOrganisation(someone.member(), network, organisation));
        }
        return organisation;
    }

    /** What the account of somebody holds now, as its last event says. */
    public Balance balance(AccountId account) {
        return journal.stream(StreamId.of(account), 0).stream()
                .map(recorded -> (CreditEvent) recorded.event())
                .reduce(Balance.ZERO, Balance::after, (_, last) -> last);
    }

    /** A second process on the same journal. */
    public LedgerCore secondProcess() {
        return LedgerCore.start(journal, journal, new PlainVault());
    }

    /** From here on, {@link #news} starts. */
    public void note() {
        noted = (int) journal.position();
    }

    /** The events since {@link #note}. */
    public List<LedgerEvent> news() {
        var events = new ArrayList<LedgerEvent>();
        journal.after(noted, Integer.MAX_VALUE).forEach(recorded -> events.add(recorded.event()));
        return events;
    }

    /** The events of one type since {@link #note}. */
    public <E extends LedgerEvent> List<E> news(Class<E> type) {
        return news().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
