package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger.Request;
import org.maillage.ledger.Ledger.Result;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.journal.HoldingJournal;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.TransferId;

/** Several commands at once are answered as they would be one after another. */
class BulkTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    private Request asks(Someone who, LedgerCommand command) {
        return new Request(command, Origin.of(Actor.person(who.person()), given.clock.instant()));
    }

    private Request asks(Someone who, String key, LedgerCommand command) {
        return new Request(command, Origin.of(Actor.person(who.person()), key, given.clock.instant()));
    }

    private Give thanks(Someone from, AccountId to, long hundredths) {
        return new Give(
                TransferId.next(),
                given.network,
                from.member(),
                from.account(),
                to,
                new Mailles(hundredths),
                null,
                null);
    }

    private List<Object> told(Request... requests) {
        return told(given.ledger, requests);
    }

    /** The reason of each refusal, and the events of each that was accepted. */
    private static List<Object> told(Ledger ledger, Request... requests) {
        return ledger.executeAll(List.of(requests)).stream()
                .<Object>map(result -> switch (result) {
                    case Result.Done(var outcome) -> outcome.events();
                    case Result.Declined(var refusal) -> refusal.reason();
                })
                .toList();
    }

    @Test
    void what_follows_does_not_lift_a_refusal() {
        var claim = given.claims(given.nadia, 60);
        var results = told(
                asks(given.nadia, thanks(given.nadia, given.karim.account(), 150)),
                asks(given.claire, given.validate(claim, given.claire)),
                asks(given.nadia, thanks(given.nadia, given.karim.account(), 50)));
        assertThat(results).containsExactly(Reason.NOT_ENOUGH_AVAILABLE, 2, 2);
        assertThat(given.balance(given.karim.account()).available()).isEqualTo(new Mailles(50));
    }

    @Test
    void a_key_that_was_refused_and_then_accepted_is_answered_twice() {
        var claim = given.claims(given.nadia, 60);
        var thanks = thanks(given.nadia, given.karim.account(), 150);
        var results = told(
                asks(given.nadia, "merci", thanks),
                asks(given.claire, given.validate(claim, given.claire)),
                asks(given.nadia, "merci", thanks),
                asks(given.nadia, "merci", thanks));
        assertThat(results).containsExactly(Reason.NOT_ENOUGH_AVAILABLE, 2, 2, 2);
        assertThat(given.balance(given.karim.account()).available()).isEqualTo(new Mailles(150));
    }

    @Test
    void what_was_to_be_stored_before_a_later_command_is_not_overtaken_by_it() {
        given.earns(given.nadia, 120);
        var elsewhere = asks(given.nadia, thanks(given.nadia, given.jeanne.account(), 100));
        try (var other = given.secondProcess()) {
            var holding =
                    new HoldingJournal(given.journal, 2, () -> other.execute(elsewhere.command(), elsewhere.origin()));
            try (var ledger = LedgerCore.start(holding, given.journal, new PlainVault())) {
                var results = told(
                        ledger,
                        asks(given.nadia, thanks(given.nadia, given.karim.account(), 200)),
                        asks(given.karim, new Leave(given.karim.member(), given.network)));
                assertThat(holding.hasHeld()).isTrue();
                assertThat(results).containsExactly(2, 3);
            }
        }
        assertThat(given.balance(given.nadia.account()).available()).isEqualTo(Mailles.whole(1));
        assertThat(given.balance(given.karim.account()).available()).isEqualTo(Mailles.ZERO);
    }

    @Test
    void claims_that_were_made_before_are_answered_as_before_and_the_others_made() {
        var requests = new Request[40];
        for (var i = 0; i < requests.length; i++) {
            requests[i] = asks(given.nadia, "row-" + i, given.submit(ContributionId.next(), given.nadia, share(i)));
        }
        for (var i = 0; i < requests.length; i += 3) {
            given.ledger.execute(requests[i].command(), requests[i].origin());
        }
        var before = given.journal.position();
        try (var other = given.secondProcess()) {
            assertThat(told(other, requests)).hasSize(40).containsOnly(1);
            assertThat(given.journal.position()).isEqualTo(before + 26);
            assertThat(told(other, requests)).hasSize(40).containsOnly(1);
        }
        assertThat(given.journal.position()).isEqualTo(before + 26);
    }

    private ClaimedShare share(int i) {
        return ClaimedShare.plain(
                given.nadia.account(), LedgerFixture.WORKSHOP, Quantity.minutes(30), LedgerFixture.TODAY.minusDays(i));
    }
}
