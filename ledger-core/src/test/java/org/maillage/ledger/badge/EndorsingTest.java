package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.BadgeFixture;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.WithdrawAwardEndorsement;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.event.AwardEvent.Endorsed;
import org.maillage.ledger.event.AwardEvent.EndorsementWithdrawn;
import org.maillage.ledger.event.RecognitionEvent.PracticeDescribed;
import org.maillage.ledger.event.RecognitionEvent.PracticeEndorsed;
import org.maillage.ledger.event.RecognitionEvent.PracticeEndorsementWithdrawn;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;

/** Peers, and organisations, say of others what they have seen; nobody says it of themselves. */
class EndorsingTest {

    private final LedgerFixture given = new LedgerFixture();
    private final BadgeFixture badges = new BadgeFixture(given);
    private final BadgeDefinitionId badge = badges.defined(new BadgeRule.Endorsements(2));
    private final RecognitionId practice = RecognitionId.of(badge, given.nadia.member());

    @AfterEach
    void close() {
        given.close();
    }

    private DescribePractice describe(String text) {
        return new DescribePractice(badge, given.network, given.nadia.member(), text);
    }

    private EndorsePractice endorse(Someone by, @Nullable OrganisationId organisation) {
        return new EndorsePractice(practice, given.network, by.member(), organisation, "Je l'ai vu faire.", null);
    }

    private void described() {
        given.when(given.nadia, describe("J'accompagne à domicile."));
        given.note();
    }

    @Test
    void a_member_describes_a_practice_and_anew_while_nobody_endorses_it() {
        given.note();
        given.when(given.nadia, describe("J'accompagne."));
        given.when(given.nadia, describe("J'accompagne à domicile."));
        assertThat(given.news(PracticeDescribed.class))
                .hasSize(2)
                .allMatch(
                        d -> d.recognition().equals(practice) && d.definition().equals(badge));
        given.when(given.karim, endorse(given.karim, null));
        given.refused(given.nadia, describe("Autre chose."), Reason.PRACTICE_ENDORSED);
        given.when(given.karim, new WithdrawEndorsement(practice, given.network, given.karim.member(), null));
        given.when(given.nadia, describe("Autre chose."));
        assertThat(given.news(PracticeDescribed.class)).hasSize(3);
    }

    @Test
    void a_practice_is_described_for_a_badge_that_endorsements_earn_and_by_oneself() {
        var byCount = badges.defined(ONCE);
        given.refused(
                given.nadia,
                new DescribePractice(byCount, given.network, given.nadia.member(), "J'anime."),
                Reason.NOT_BY_ENDORSEMENT);
        given.refused(given.karim, describe("Elle anime."), Reason.NOT_YOURSELF);
        given.refused(given.nadia, describe(""), Reason.TEXT_MISSING);
        given.when(given.claire, new Retire(badge, given.network, given.claire.member()));
        given.refused(given.nadia, describe("J'anime."), Reason.BADGE_RETIRED);
    }

    @Test
    void a_peer_endorses_once_and_may_take_it_back_once() {
        described();
        given.when(given.karim, endorse(given.karim, null));
        given.when(given.karim, endorse(given.karim, null));
        var withdraw = new WithdrawEndorsement(practice, given.network, given.karim.member(), null);
        given.when(given.karim, withdraw);
        given.when(given.karim, withdraw);
        assertThat(given.news()).hasSize(2);
        assertThat(given.news(PracticeEndorsed.class)).hasSize(1);
        assertThat(given.news(PracticeEndorsementWithdrawn.class)).hasSize(1);
    }

    @Test
    void what_was_described_anew_since_it_was_read_is_not_endorsed() {
        given.note();
        given.when(given.nadia, describe("J'accompagne."));
        given.when(given.nadia, describe("Autre chose."));
        var prints = given.news(PracticeDescribed.class).stream()
                .map(described -> described.practice().print())
                .toList();
        given.refused(given.karim, reading(prints.getFirst()), Reason.PRACTICE_DESCRIBED_ANEW);
        given.when(given.karim, reading(prints.getLast()));
        assertThat(given.news(PracticeEndorsed.class)).hasSize(1);
        given.when(given.karim, reading(prints.getFirst()));
        assertThat(given.news(PracticeEndorsed.class)).as("said already").hasSize(1);
    }

    private EndorsePractice reading(String print) {
        return new EndorsePractice(practice, given.network, given.karim.member(), null, "Oui.", print);
    }

    @Test
    void an_organisation_speaks_once_by_whichever_of_its_members() {
        described();
        var organisation = given.organisation(given.karim, given.jeanne);
        given.note();
        given.when(given.karim, endorse(given.karim, organisation));
        given.when(given.jeanne, endorse(given.jeanne, organisation));
        given.when(given.karim, endorse(given.karim, null));
        assertThat(given.news(PracticeEndorsed.class)).hasSize(2);
        given.refused(given.samir, endorse(given.samir, organisation), Reason.NOT_YOUR_ORGANISATION);
        given.refused(
                given.samir,
                new WithdrawEndorsement(practice, given.network, given.samir.member(), organisation),
                Reason.NOT_YOUR_ORGANISATION);
    }

    @Test
    void nobody_endorses_themselves_or_what_nobody_described() {
        given.refused(given.karim, endorse(given.karim, null), Reason.UNKNOWN_PRACTICE);
        described();
        given.refused(given.nadia, endorse(given.nadia, null), Reason.ENDORSES_ONESELF);
        given.refused(given.jeanne, endorse(given.karim, null), Reason.NOT_YOURSELF);
        given.refused(
                given.karim,
                new WithdrawEndorsement(practice, given.network, given.karim.member(), null),
                Reason.NOT_ENDORSED);
        given.refused(
                given.karim,
                new WithdrawEndorsement(
                        RecognitionId.of(badge, given.karim.member()), given.network, given.karim.member(), null),
                Reason.UNKNOWN_PRACTICE);
    }

    @Test
    void a_badge_that_somebody_has_is_endorsed_in_the_same_way() {
        var award = badges.accepted(badges.defined(ONCE), given.nadia);
        given.note();
        var endorse = new EndorseAward(award, given.network, given.karim.member(), null, "Oui.");
        given.when(given.karim, endorse);
        given.when(given.karim, endorse);
        var withdraw = new WithdrawAwardEndorsement(award, given.network, given.karim.member(), null);
        given.when(given.karim, withdraw);
        given.when(given.karim, withdraw);
        assertThat(given.news(Endorsed.class)).hasSize(1);
        assertThat(given.news(EndorsementWithdrawn.class)).hasSize(1);
        given.refused(
                given.nadia,
                new EndorseAward(award, given.network, given.nadia.member(), null, null),
                Reason.ENDORSES_ONESELF);
        given.refused(
                given.samir,
                new WithdrawAwardEndorsement(award, given.network, given.samir.member(), null),
                Reason.NOT_ENDORSED);
        given.refused(
                given.karim,
                new EndorseAward(
                        AwardId.of(badge, given.nadia.member()), given.network, given.karim.member(), null, null),
                Reason.UNKNOWN_AWARD);
        given.when(given.samir, badges.revoke(award));
        given.refused(given.karim, endorse, Reason.BADGE_REVOKED);
    }
}
