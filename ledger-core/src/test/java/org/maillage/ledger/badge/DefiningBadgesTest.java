package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;
import static org.maillage.ledger.BadgeFixture.content;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.BadgeFixture;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.badge.DefinitionCommand.Revise;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.DefinitionEvent.Defined;
import org.maillage.ledger.event.DefinitionEvent.Retired;
import org.maillage.ledger.event.DefinitionEvent.Revised;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.ledger.value.KindCode;

/** What badges a network has. */
class DefiningBadgesTest {

    private final LedgerFixture given = new LedgerFixture();
    private final BadgeFixture badges = new BadgeFixture(given);

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void a_coordinator_defines_a_badge() {
        var define = badges.define(given.claire, ONCE);
        given.when(given.claire, define);
        assertThat(given.news())
                .containsExactly(
                        new Defined(define.definition(), given.network, given.claire.member(), content(ONCE), null));
    }

    @Test
    void a_definition_that_is_sent_again_is_the_same_and_its_id_is_not_another_badges() {
        var define = badges.define(given.claire, ONCE);
        given.when(given.claire, define);
        given.note();
        given.when(given.claire, define);
        assertThat(given.news()).isEmpty();
        given.refused(
                given.claire,
                new Define(
                        define.definition(),
                        given.network,
                        given.claire.member(),
                        content(new BadgeRule.ByHand()),
                        null),
                Reason.ALREADY_EXISTS);
    }

    @Test
    void the_program_gives_what_it_ships_and_nobody_else_does_without_a_coordinator() {
        var id = BadgeDefinitionId.shipped(given.network, "lead.practice");
        var define = new Define(id, given.network, null, content(ONCE), "lead.practice");
        given.refused(given.nadia, define, Reason.NOT_AN_ADMINISTRATOR);
        given.system(define);
        assertThat(given.news(Defined.class)).singleElement().satisfies(defined -> {
            assertThat(defined.by()).isNull();
            assertThat(defined.shipped()).isEqualTo("lead.practice");
        });
        assertThat(BadgeDefinitionId.shipped(given.network, "lead.practice")).isEqualTo(id);
    }

    @Test
    void who_does_not_coordinate_defines_nothing() {
        given.refused(given.nadia, badges.define(given.nadia, ONCE), Reason.NOT_A_COORDINATOR);
        given.refused(given.nadia, badges.define(given.claire, ONCE), Reason.NOT_YOURSELF);
    }

    @Test
    void a_rule_names_kinds_of_the_network_and_stays_small() {
        var unknown = new BadgeRule.Count(1, Among.kinds(new KindCode("sieste")), null);
        given.refused(given.claire, badges.define(given.claire, unknown), Reason.UNKNOWN_KIND);
        BadgeRule wide = new BadgeRule.AllOf(Collections.nCopies(30, new BadgeRule.ByHand()));
        given.refused(given.claire, badges.define(given.claire, wide), Reason.RULE_TOO_LARGE);
        given.refused(
                given.claire, badges.define(given.claire, new BadgeRule.AnyOf(List.of(unknown))), Reason.UNKNOWN_KIND);
        var most = new BadgeRule.AllOf(Collections.nCopies(29, new BadgeRule.ByHand()));
        given.when(given.claire, badges.define(given.claire, most));
        assertThat(given.news(Defined.class)).hasSize(1);
    }

    @Test
    void texts_are_needed_in_both_languages() {
        var text = content(ONCE).texts().fr();
        var blank = new BadgeTexts(text, new BadgeText(" ", text.description(), text.criteria()));
        given.refused(
                given.claire,
                new Define(BadgeDefinitionId.next(), given.network, given.claire.member(), withTexts(blank), null),
                Reason.TEXT_MISSING);
    }

    private static BadgeContent withTexts(BadgeTexts texts) {
        var content = content(ONCE);
        return new BadgeContent(content.role(), content.step(), texts, content.rule(), List.of(), null);
    }

    @Test
    void a_revision_is_the_next_version_and_takes_no_badge_from_anybody() {
        var badge = badges.defined(ONCE);
        badges.awarded(badge, given.nadia);
        given.note();
        var harder = content(new BadgeRule.Count(50, Among.ALL, null));
        var revise = new Revise(badge, given.network, given.samir.member(), 2, harder);
        given.when(given.samir, revise);
        given.when(given.samir, revise);
        assertThat(given.news()).containsExactly(new Revised(badge, given.network, given.samir.member(), 2, harder));
        assertThat(given.news(AwardEvent.class)).isEmpty();
    }

    @Test
    void versions_follow_each_other() {
        var badge = badges.defined(ONCE);
        var content = content(new BadgeRule.ByHand());
        given.refused(
                given.claire,
                new Revise(badge, given.network, given.claire.member(), 3, content),
                Reason.VERSION_NOT_NEXT);
        given.refused(
                given.claire,
                new Revise(BadgeDefinitionId.next(), given.network, given.claire.member(), 2, content),
                Reason.UNKNOWN_BADGE);
        given.refused(
                given.nadia,
                new Revise(badge, given.network, given.nadia.member(), 2, content),
                Reason.NOT_A_COORDINATOR);
    }

    @Test
    void a_badge_of_another_network_is_unknown_here() {
        var elsewhere = given.elsewhere(null);
        var badge = badges.defined(ONCE);
        var by = elsewhere.coordinator();
        given.refused(by, new Retire(badge, elsewhere.network(), by.member()), Reason.UNKNOWN_BADGE);
    }

    @Test
    void a_retired_badge_is_retired_once_and_revised_no_more() {
        var badge = badges.defined(ONCE);
        given.note();
        var retire = new Retire(badge, given.network, given.claire.member());
        given.when(given.claire, retire);
        given.when(given.claire, retire);
        assertThat(given.news(Retired.class)).hasSize(1);
        given.refused(
                given.claire,
                new Revise(badge, given.network, given.claire.member(), 2, content(new BadgeRule.ByHand())),
                Reason.BADGE_RETIRED);
        given.refused(given.nadia, new Retire(badge, given.network, given.nadia.member()), Reason.NOT_A_COORDINATOR);
        given.refused(Actor.SYSTEM, badges.byRule(badge, given.nadia), Reason.BADGE_RETIRED);
    }

    @Test
    void a_rule_says_which_kinds_it_names_wherever_they_stand() {
        var kind = new KindCode("workshop-led");
        var rule = new BadgeRule.AllOf(List.of(
                new BadgeRule.AnyOf(List.of(new BadgeRule.Hours(60, Among.kinds(kind), null), ONCE)),
                new BadgeRule.Variety(2, null)));
        assertThat(rule.kinds().toList()).containsExactly(kind);
        assertThat(rule.depth()).isEqualTo(3);
        assertThat(rule.parts()).hasSize(5);
        assertThat(Set.copyOf(rule.parts().toList())).contains(ONCE, rule);
    }
}
