package org.maillage.badge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.badge.award.BulkAward.Result;
import org.maillage.badge.award.BulkAward.Row;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.AwardCause;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.MemberId;

/** Many badges by hand: each row stands alone, and a list that is given again awards nothing anew. */
class BulkAwardTest {

    private final World world = new World();
    private final LedgerFixture given = world.given;
    private final BadgeDefinitionId badge = world.fixture.defined(new BadgeRule.ByHand());
    private final UUID list = UUID.randomUUID();

    @AfterEach
    void close() {
        world.close();
    }

    private Row row(String key, Someone who) {
        return new Row(key, badge, who.member(), "A tenu l'accueil.", "https://exemple.fr/" + key);
    }

    private List<Result> award(Row... rows) {
        var claire = given.claire;
        return world.bulk.award(given.network, claire.member(), Actor.person(claire.person()), list, List.of(rows));
    }

    @Test
    void each_row_has_its_own_result() {
        var results = award(
                row("1", given.nadia),
                new Row("2", badge, MemberId.next(), "Oui", null),
                row("3", given.claire),
                new Row("4", badge, given.karim.member(), "Oui", "ftp://exemple.fr"),
                new Row("5", BadgeDefinitionId.next(), given.karim.member(), "Oui", null),
                row("6", given.nadia),
                row("7", given.jeanne));
        assertThat(results).extracting(Result::key).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(results.get(0)).isInstanceOf(Result.Awarded.class);
        assertThat(results.get(1)).isEqualTo(new Result.Declined("2", Reason.UNKNOWN_MEMBER));
        assertThat(results.get(2)).isEqualTo(new Result.Declined("3", Reason.DECIDES_OWN_BADGE));
        assertThat(results.get(3)).isEqualTo(new Result.Declined("4", Reason.LINK_INVALID));
        assertThat(results.get(4)).isEqualTo(new Result.Declined("5", Reason.UNKNOWN_BADGE));
        assertThat(results.get(5)).isInstanceOf(Result.AlreadyThere.class);
        assertThat(results.get(6)).isInstanceOf(Result.Awarded.class);
        assertThat(given.news(Awarded.class)).hasSize(2).allMatch(a -> a.cause() == AwardCause.LIST);
        world.settle();
        assertThat(world.badgesOf(given.nadia)).singleElement().satisfies(award -> {
            assertThat(award.narrative()).isEqualTo("A tenu l'accueil.");
            assertThat(award.evidence()).isEqualTo("https://exemple.fr/1");
        });
    }

    @Test
    void a_list_that_is_given_again_awards_nothing_anew_and_a_changed_row_is_told() {
        award(row("1", given.nadia), row("2", given.karim));
        var again = award(row("1", given.nadia), row("2", given.karim), row("3", given.jeanne));
        assertThat(again.subList(0, 2)).allMatch(Result.AlreadyThere.class::isInstance);
        assertThat(again.get(2)).isInstanceOf(Result.Awarded.class);
        assertThat(given.news(Awarded.class)).hasSize(3);
        assertThat(award(row("1", given.samir))).containsExactly(new Result.Declined("1", Reason.KEY_REUSED));
    }

    @Test
    void what_its_member_alone_knows_of_is_awarded_as_to_anybody_once() {
        var earned = world.fixture.defined(ONCE);
        given.earns(given.nadia, 60);
        world.settle();
        assertThat(award(new Row("1", earned, given.nadia.member(), "Oui", null)))
                .hasSize(1)
                .allMatch(Result.Awarded.class::isInstance);
        assertThat(given.news(AwardEvent.AwardedToo.class)).hasSize(1);
        assertThat(award(new Row("2", earned, given.nadia.member(), "Oui", null)))
                .hasSize(1)
                .allMatch(Result.AlreadyThere.class::isInstance);
    }
}
