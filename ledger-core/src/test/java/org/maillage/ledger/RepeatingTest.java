package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.member.MemberCommand.Rename;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Quantity;

/** What is asked again has no second effect; what cannot be read is not kept. */
class RepeatingTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void the_same_key_answers_the_same_outcome() {
        var rename = new Rename(given.nadia.member(), given.network, "Nadia B.");
        var first = given.when(given.nadia, "clé", rename);
        given.note();
        var second = given.when(given.nadia, "clé", rename);
        assertThat(second).isEqualTo(new Outcome(first.commandId(), first.position(), first.events(), true));
        assertThat(given.news()).isEmpty();
    }

    @Test
    void a_key_of_a_command_that_needed_no_event_is_remembered_too() {
        var claim = given.earns(given.nadia, 60);
        given.when(given.claire, "clé", given.validate(claim, given.claire));
        var reused = catchThrowableOfType(
                Refused.class,
                () -> given.when(given.claire, "clé", new Rename(given.claire.member(), given.network, "Claire V.")));
        assertThat(reused.reason()).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void a_key_is_its_principals_own() {
        given.when(given.nadia, "clé", new Rename(given.nadia.member(), given.network, "Nadia B."));
        given.note();
        given.when(given.karim, "clé", new Rename(given.karim.member(), given.network, "Karim O."));
        assertThat(given.news()).hasSize(1);
    }

    @Test
    void a_claim_that_is_made_again_is_the_same_and_another_one_has_no_right_to_its_id() {
        var share = ClaimedShare.plain(given.nadia.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        var submit = given.submit(ContributionId.next(), given.nadia, share);
        given.when(given.nadia, submit);
        given.note();
        given.when(given.nadia, submit);
        assertThat(given.news()).isEmpty();
        given.refused(
                given.karim,
                given.submit(
                        submit.contribution(),
                        given.karim,
                        ClaimedShare.plain(given.karim.account(), WORKSHOP, Quantity.minutes(60), TODAY)),
                Reason.ALREADY_EXISTS);
    }

    @Test
    void a_share_that_was_confirmed_stays_so_after_the_decision() {
        var share = ClaimedShare.plain(given.karim.account(), WORKSHOP, Quantity.minutes(60), TODAY);
        var claim = given.claims(given.nadia, share);
        var confirm = new ConfirmShare(claim, given.network, given.karim.member(), share.share());
        given.refused(Actor.link(org.maillage.ledger.value.ShareId.next()), confirm, Reason.NOT_YOUR_SHARE);
        given.ledger.execute(confirm, Origin.of(Actor.link(share.share()), given.clock.instant()));
        given.when(given.claire, given.validate(claim, given.claire));
        given.note();
        given.when(given.karim, confirm);
        assertThat(given.news()).isEmpty();
        given.refused(
                Actor.link(share.share()),
                new Withdraw(claim, given.network, given.karim.member()),
                Reason.NOT_YOURSELF);
    }

    @ParameterizedTest
    @CsvSource({"0000", "0007", "202E", "2066", "D83D", "FFFF"})
    void what_cannot_be_read_is_not_a_name(String character) {
        var name = "Na" + (char) Integer.parseInt(character, 16) + "dia";
        given.refused(given.nadia, new Rename(given.nadia.member(), given.network, name), Reason.TEXT_UNREADABLE);
    }
}
