package org.maillage.web.badges.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.catalogue.Catalogue;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Role;
import org.maillage.web.badges.work.RulePart.What;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class RulePartTest {

    @Test
    void every_kind_of_rule_is_the_same_after_its_form_was_sent() {
        var among = new Among(java.util.Set.of(new KindCode("review")), java.util.Set.of(Role.LEAD, Role.TEST));
        var all = new BadgeRule.AllOf(List.of(
                new BadgeRule.Count(3, among, Window.months(2)),
                new BadgeRule.Hours(50, Among.ALL, null),
                new BadgeRule.SpreadOverMonths(2, Among.ALL, new Window(90, Window.Unit.DAYS)),
                new BadgeRule.AnyOf(List.of(
                        new BadgeRule.ConfirmedBy(4, among, null),
                        new BadgeRule.AllOf(List.of(new BadgeRule.Places(2, Among.ALL, null))),
                        new BadgeRule.Variety(3, Window.months(12)))),
                new BadgeRule.CompanionEndorsement(1),
                new BadgeRule.Endorsements(2),
                new BadgeRule.ByHand()));
        assertThat(again(all)).isEqualTo(all);
        assertThat(Catalogue.entries())
                .hasSize(25)
                .allSatisfy(entry -> assertThat(again(entry.content().rule()))
                        .isEqualTo(entry.content().rule()));
    }

    @Test
    void every_number_of_minutes_is_the_same_after_its_form_was_sent() {
        for (int minutes = 1; minutes <= 6_000; minutes++) {
            var rule = new BadgeRule.Hours(minutes, Among.ALL, null);
            assertThat(again(rule)).isEqualTo(rule);
        }
    }

    @Test
    void parts_are_named_anew_when_one_goes() {
        var whole =
                RulePart.blank(What.ALL).at(RulePart.WHOLE).and("r", What.ANY).and("r-1", What.PLACES);
        assertThat(whole.last("r-1")).isEqualTo("r-1-1");
        var less = whole.without("r-0");
        assertThat(less.inner()).singleElement().satisfies(group -> {
            assertThat(group.path()).isEqualTo("r-0");
            assertThat(group.inner()).extracting(RulePart::path).containsExactly("r-0-0", "r-0-1");
        });
        assertThat(less.without(RulePart.WHOLE)).isEqualTo(less);
    }

    @Test
    void a_form_deeper_than_a_rule_may_be_is_cut() {
        var typed = new LinkedMultiValueMap<String, String>();
        var path = "r";
        for (int i = 0; i < 10; i++) {
            typed.add("what-" + path, "ALL");
            path += "-0";
        }
        assertThat(depth(RulePart.read(typed))).isEqualTo(BadgeRule.MOST_DEPTH);
    }

    private static int depth(RulePart part) {
        return 1 + part.inner().stream().mapToInt(RulePartTest::depth).max().orElse(0);
    }

    private static BadgeRule again(BadgeRule rule) {
        var typed = new LinkedMultiValueMap<String, String>();
        type(RuleReading.parts(rule), typed);
        var form = new org.maillage.web.frame.Form();
        return new RuleReading(form, key -> key)
                .rule(RulePart.read(typed))
                .orElseThrow(() -> new AssertionError(form.errors()));
    }

    private static void type(RulePart part, MultiValueMap<String, String> typed) {
        typed.add("what-" + part.path(), part.what().name());
        typed.add("wanted-" + part.path(), part.wanted());
        part.roles().forEach(role -> typed.add("roles-" + part.path(), role));
        part.kinds().forEach(kind -> typed.add("kinds-" + part.path(), kind));
        typed.add("length-" + part.path(), part.length());
        typed.add("unit-" + part.path(), part.unit());
        part.inner().forEach(one -> type(one, typed));
    }
}
