package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.maillage.ledger.LedgerFixture.TODAY;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.CreditEvent.IssueReversed;
import org.maillage.ledger.event.CreditEvent.Issued;
import org.maillage.ledger.event.NetworkEvent.CoordinatorAppointed;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;
import org.maillage.ledger.journal.HoldingJournal;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.network.ShippedKinds;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.TransferId;

/** Two processes on one journal: what one has in memory may be stale, and nothing is decided on it. */
class StaleReadsTest {

    private final LedgerFixture given = new LedgerFixture();
    private final LedgerCore other = given.secondProcess();

    @AfterEach
    void close() {
        other.close();
        given.close();
    }

    private Outcome elsewhere(Someone who, LedgerCommand command) {
        return other.execute(command, origin(who));
    }

    private Origin origin(Someone who) {
        return Origin.of(Actor.person(who.person()), given.clock.instant());
    }

    private Reason refusedElsewhere(Someone who, LedgerCommand command) {
        var before = given.journal.position();
        var refusal = catchThrowableOfType(Refused.class, () -> elsewhere(who, command));
        assertThat(given.journal.position()).isEqualTo(before);
        return refusal.reason();
    }

    private Give thanks(Someone from, Someone to, long hundredths) {
        return new Give(
                TransferId.next(),
                given.network,
                from.member(),
                from.account(),
                to.account(),
                new Mailles(hundredths),
                null,
                null);
    }

    private AppointCoordinator appoint(Someone member) {
        return new AppointCoordinator(given.network, member.member(), given.claire.member());
    }

    private DismissCoordinator dismiss(Someone member) {
        return new DismissCoordinator(given.network, member.member(), given.claire.member());
    }

    @Test
    void a_coordinator_dismissed_in_one_process_is_refused_in_the_other() {
        var first = given.claims(given.nadia, 60);
        var second = given.claims(given.nadia, 30);
        elsewhere(given.samir, given.validate(first, given.samir));
        given.when(given.claire, dismiss(given.samir));
        assertThat(refusedElsewhere(given.samir, given.validate(second, given.samir)))
                .isEqualTo(Reason.NOT_A_COORDINATOR);
    }

    @Test
    void a_member_who_left_in_one_process_is_refused_in_the_other() {
        given.earns(given.nadia, 60);
        elsewhere(given.nadia, thanks(given.nadia, given.karim, 50));
        given.when(given.nadia, new Leave(given.nadia.member(), given.network));
        assertThat(refusedElsewhere(given.nadia, thanks(given.nadia, given.karim, 0)))
                .isEqualTo(Reason.NOT_AN_ACTIVE_MEMBER);
    }

    @Test
    void what_was_credited_by_a_tariff_that_this_process_has_not_seen_can_be_taken_back() {
        var first = given.claims(given.nadia, 60);
        var second = given.claims(given.nadia, 60);
        elsewhere(given.samir, given.validate(first, given.samir));
        given.when(
                given.claire,
                new AdoptTariff(
                        given.network,
                        given.claire.member(),
                        2,
                        TODAY,
                        ShippedKinds.tariff(),
                        false,
                        Mailles.ZERO,
                        ""));
        given.when(given.claire, given.validate(second, given.claire));
        given.note();
        elsewhere(given.claire, new Undo(second, given.network, given.claire.member()));
        assertThat(given.news(IssueReversed.class)).hasSize(1);
    }

    @Test
    void a_tariff_adopted_in_one_process_rules_in_the_other() {
        var first = given.claims(given.nadia, 60);
        var second = given.claims(given.nadia, 60);
        elsewhere(given.samir, given.validate(first, given.samir));
        var doubled = ShippedKinds.tariff().stream()
                .map(line -> new org.maillage.ledger.event.GovernanceEvent.TariffLine(
                        line.kind(), 400, null, line.weights()))
                .toList();
        given.when(
                given.claire,
                new AdoptTariff(
                        given.network, given.claire.member(), 2, TODAY, doubled, true, Mailles.ZERO, "Deux fois"));
        given.note();
        elsewhere(given.samir, given.validate(second, given.samir));
        assertThat(given.news(Issued.class)).singleElement().satisfies(issued -> {
            assertThat(issued.tariffVersion()).isEqualTo(2);
            assertThat(issued.amount()).isEqualTo(Mailles.whole(4));
        });
    }

    @Test
    void a_refusal_that_rests_on_a_stale_cache_is_evaluated_again() {
        var claim = given.claims(given.nadia, 60);
        assertThat(refusedElsewhere(given.karim, given.validate(claim, given.karim)))
                .isEqualTo(Reason.NOT_A_COORDINATOR);
        given.when(given.claire, appoint(given.karim));
        given.note();
        elsewhere(given.karim, given.validate(claim, given.karim));
        assertThat(given.news(Issued.class)).hasSize(1);
    }

    @Test
    void a_charter_published_in_one_process_can_be_signed_in_the_other() {
        var sign = new SignCharter(given.nadia.member(), given.network, 1);
        assertThat(refusedElsewhere(given.nadia, sign)).isEqualTo(Reason.CHARTER_UNKNOWN);
        given.when(given.claire, new PublishCharter(given.network, given.claire.member(), 1, "L'éducation…"));
        given.note();
        elsewhere(given.nadia, sign);
        assertThat(given.news()).hasSize(1);
    }

    @Test
    void an_answer_without_events_does_not_rest_on_a_stale_cache_either() {
        elsewhere(given.claire, appoint(given.karim));
        given.when(given.claire, dismiss(given.karim));
        given.note();
        elsewhere(given.claire, appoint(given.karim));
        assertThat(given.news(CoordinatorAppointed.class)).hasSize(1);
    }

    @Test
    void mailles_spent_in_one_process_cannot_be_spent_in_the_other() {
        given.earns(given.nadia, 60);
        elsewhere(given.nadia, thanks(given.nadia, given.karim, 10));
        given.when(given.nadia, thanks(given.nadia, given.karim, 190));
        assertThat(refusedElsewhere(given.nadia, thanks(given.nadia, given.karim, 1)))
                .isEqualTo(Reason.NOT_ENOUGH_AVAILABLE);
    }

    @Test
    void what_builds_on_an_append_that_was_not_stored_is_decided_again() {
        given.earns(given.nadia, 120);
        var holding = new HoldingJournal(
                given.journal, 2, () -> elsewhere(given.nadia, thanks(given.nadia, given.karim, 200)));
        try (var ledger = LedgerCore.start(holding, given.journal, new PlainVault())) {
            var results = ledger.executeAll(List.of(
                    new Ledger.Request(thanks(given.nadia, given.karim, 150), origin(given.nadia)),
                    new Ledger.Request(thanks(given.nadia, given.karim, 50), origin(given.nadia))));
            assertThat(holding.hasHeld()).isTrue();
            assertThat(results).allMatch(Ledger.Result.Done.class::isInstance);
        }
        assertThat(given.balance(given.nadia.account()).available()).isEqualTo(Mailles.ZERO);
        assertThat(given.balance(given.karim.account()).available()).isEqualTo(Mailles.whole(4));
    }

    @Test
    void whoever_was_appointed_by_an_append_that_was_not_stored_decides_nothing() {
        var claim = given.claims(given.nadia, 60);
        var holding = new HoldingJournal(given.journal, 2, () -> elsewhere(given.claire, dismiss(given.samir)));
        try (var ledger = LedgerCore.start(holding, given.journal, new PlainVault())) {
            var results = ledger.executeAll(List.of(
                    new Ledger.Request(
                            new AppointCoordinator(given.network, given.karim.member(), given.samir.member()),
                            origin(given.samir)),
                    new Ledger.Request(given.validate(claim, given.karim), origin(given.karim))));
            assertThat(holding.hasHeld()).isTrue();
            assertThat(results).allMatch(Ledger.Result.Declined.class::isInstance);
        }
        assertThat(given.news(Issued.class)).isEmpty();
    }
}
