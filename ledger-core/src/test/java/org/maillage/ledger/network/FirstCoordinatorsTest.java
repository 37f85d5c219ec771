package org.maillage.ledger.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Origin;
import org.maillage.ledger.PlainVault;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent.CoordinatorAppointed;
import org.maillage.ledger.event.NetworkEvent.CoordinatorDismissed;
import org.maillage.ledger.journal.HoldingJournal;
import org.maillage.ledger.member.MemberCommand.AppointAdministrator;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/** A network that an import made: its coordinators have no account, and an administrator hands it over (rule 3). */
class FirstCoordinatorsTest {

    private static final Actor IMPORT = Actor.batch(ImportId.next());

    private final LedgerFixture given = new LedgerFixture();
    private final NetworkId imported = NetworkId.next();
    private final MemberId ana = MemberId.next();
    private final MemberId bob = MemberId.next();
    private final PersonId ali = PersonId.next();
    private final Actor administrator = Actor.administrator(ali);
    private Someone lou;

    @BeforeEach
    void two_coordinators_without_account_and_a_member_with_one() {
        given.system(new RegisterPerson(ali));
        given.system(new AppointAdministrator(ali));
        run(IMPORT, new Create(imported, "Importé", null, LedgerFixture.PARIS, Set.of(), null, null));
        for (var member : new MemberId[] {ana, bob}) {
            run(IMPORT, new Enter(member, imported, null, MemberEvent.Origin.IMPORTED, "Quelqu’un", null));
            run(IMPORT, new AppointCoordinator(imported, member, null));
        }
        lou = given.joined(imported, "Lou", PersonId.next());
        given.note();
    }

    @AfterEach
    void close() {
        given.close();
    }

    private void run(Actor actor, LedgerCommand command) {
        run(given.ledger, actor, command);
    }

    private void run(LedgerCore ledger, Actor actor, LedgerCommand command) {
        ledger.execute(command, Origin.of(actor, given.clock.instant()));
    }

    private AppointCoordinator appoint(MemberId member) {
        return new AppointCoordinator(imported, member, null);
    }

    /** Somebody signs in and takes over a membership that waits. */
    private void takeOver(MemberId member) {
        var person = PersonId.next();
        given.system(new RegisterPerson(person));
        run(Actor.person(person), new Join(member, imported, person, MemberEvent.Via.LINK, null));
    }

    private MemberId invited() {
        var member = MemberId.next();
        run(administrator, new Invite(member, imported, null, "Rosa", "rosa@exemple.fr"));
        return member;
    }

    @Test
    void an_administrator_appoints_while_no_coordinator_has_an_account() {
        run(administrator, appoint(lou.member()));

        assertThat(given.news()).containsExactly(new CoordinatorAppointed(imported, lou.member(), null));
    }

    @Test
    void an_appointment_that_is_repeated_succeeds_and_adds_nothing() {
        run(administrator, appoint(lou.member()));
        run(administrator, appoint(lou.member()));

        assertThat(given.news(CoordinatorAppointed.class)).hasSize(1);
    }

    @Test
    void somebody_who_is_invited_coordinates_once_they_join_and_until_then_others_may_be_appointed() {
        var rosa = invited();
        run(administrator, appoint(rosa));
        run(administrator, appoint(lou.member()));

        assertThat(given.news(CoordinatorAppointed.class))
                .extracting(CoordinatorAppointed::member)
                .containsExactly(rosa, lou.member());
    }

    @Test
    void an_administrator_appoints_nobody_once_a_coordinator_took_over_their_membership() {
        takeOver(ana);

        given.refused(administrator, appoint(lou.member()), Reason.NOT_A_COORDINATOR);
        given.refused(administrator, appoint(MemberId.next()), Reason.NOT_A_COORDINATOR);
    }

    @Test
    void an_administrator_appoints_nobody_where_a_coordinator_had_an_account_from_the_first() {
        given.system(new RegisterPerson(ali));

        given.refused(
                administrator,
                new AppointCoordinator(given.network, given.nadia.member(), null),
                Reason.NOT_A_COORDINATOR);
    }

    @Test
    void a_member_who_does_not_administer_appoints_nobody() {
        given.refused(lou, appoint(lou.member()), Reason.NOT_AN_ADMINISTRATOR);
        given.refused(lou, new AppointCoordinator(imported, lou.member(), lou.member()), Reason.NOT_A_COORDINATOR);
        given.refused(Actor.administrator(lou.person()), appoint(lou.member()), Reason.NOT_AN_ADMINISTRATOR);
    }

    @Test
    void nobody_of_another_network_and_nobody_unknown_is_appointed() {
        given.refused(administrator, appoint(given.nadia.member()), Reason.UNKNOWN_MEMBER);
        given.refused(administrator, appoint(MemberId.next()), Reason.UNKNOWN_MEMBER);
        given.refused(
                administrator, new AppointCoordinator(NetworkId.next(), lou.member(), null), Reason.UNKNOWN_NETWORK);
    }

    @Test
    void nobody_of_another_network_and_nobody_unknown_is_dismissed() {
        given.refused(
                administrator, new DismissCoordinator(imported, given.claire.member(), null), Reason.UNKNOWN_MEMBER);
        given.refused(administrator, new DismissCoordinator(imported, MemberId.next(), null), Reason.UNKNOWN_MEMBER);
        given.refused(
                administrator, new DismissCoordinator(imported, lou.member(), null), Reason.NOT_A_COORDINATOR_YET);
    }

    @Test
    void the_last_one_without_account_is_no_deadlock() {
        run(administrator, new DismissCoordinator(imported, bob, null));
        given.refused(administrator, new DismissCoordinator(imported, ana, null), Reason.LAST_COORDINATOR);
        run(administrator, appoint(lou.member()));
        run(Actor.person(lou.person()), new DismissCoordinator(imported, ana, lou.member()));

        assertThat(given.news(CoordinatorDismissed.class)).hasSize(2);
    }

    @Test
    void what_another_process_remembers_of_accounts_does_not_let_it_appoint() {
        try (var other = given.secondProcess()) {
            run(other, administrator, appoint(invited()));
            takeOver(ana);
            given.note();
            var refused = catchThrowableOfType(Refused.class, () -> run(other, administrator, appoint(lou.member())));

            assertThat(refused.reason()).isEqualTo(Reason.NOT_A_COORDINATOR);
            assertThat(given.news()).isEmpty();
        }
    }

    @Test
    void a_take_over_that_is_stored_while_an_administrator_appoints_comes_first() {
        var holding = new HoldingJournal(given.journal, 1, () -> takeOver(ana));
        try (var ledger = LedgerCore.start(holding, given.journal, new PlainVault())) {
            var refused = catchThrowableOfType(Refused.class, () -> run(ledger, administrator, appoint(lou.member())));

            assertThat(holding.hasHeld()).isTrue();
            assertThat(refused.reason()).isEqualTo(Reason.NOT_A_COORDINATOR);
        }
        assertThat(given.news(CoordinatorAppointed.class)).isEmpty();
    }
}
