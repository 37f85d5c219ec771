package org.maillage.badge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maillage.badge.rule.Lack.Part;
import org.maillage.badge.rule.Lack.What;
import org.maillage.badge.rule.Verdict.Met;
import org.maillage.badge.rule.Verdict.Missing;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;

/** What rules say, by example. */
class RulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final KindCode WORKSHOP = new KindCode("workshop-led");
    private static final KindCode WATCH = new KindCode("watch");
    private static final MemberId KARIM = MemberId.next();

    private static CountedShare share(KindCode kind, RoleWeights weights, LocalDate day, int minutes) {
        return share(kind, weights, day, minutes, null, true);
    }

    private static CountedShare share(
            KindCode kind, RoleWeights weights, LocalDate day, int minutes, @Nullable String place, boolean outside) {
        return new CountedShare(
                ContributionId.next(),
                ShareId.next(),
                kind,
                weights,
                day,
                minutes,
                place,
                outside,
                Set.of(KARIM),
                Set.of());
    }

    private static CountedShare workshop(LocalDate day) {
        return share(WORKSHOP, RoleWeights.all(Role.LEAD), day, 120);
    }

    private static Verdict read(BadgeRule rule, CountedShare... shares) {
        return Rules.evaluate(rule, Evidence.of(List.of(shares)), TODAY);
    }

    private static void missing(Verdict verdict, What what, long wanted, long had) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing -> assertThat(missing.lack()).isInstanceOfSatisfying(Part.class, part -> {
                            assertThat(part.what()).isEqualTo(what);
                            assertThat(part.wanted()).isEqualTo(wanted);
                            assertThat(part.had()).isEqualTo(had);
                        }));
    }

    @Test
    void the_earliest_contributions_that_meet_a_rule_earn_it() {
        var first = workshop(TODAY.minusDays(9));
        var second = workshop(TODAY.minusDays(5));
        var rule = new BadgeRule.Count(2, Among.role(Role.LEAD), null);
        assertThat(read(rule, workshop(TODAY), second, first)).isEqualTo(new Met(List.of(first, second)));
        missing(read(rule, first), What.CONTRIBUTIONS, 2, 1);
    }

    @Test
    void two_shares_of_one_contribution_are_one_contribution() {
        var one = workshop(TODAY);
        var other = new CountedShare(
                one.contribution(),
                ShareId.next(),
                WATCH,
                RoleWeights.halves(Role.INVENT, Role.SPREAD),
                TODAY,
                60,
                null,
                true,
                Set.of(),
                Set.of());
        missing(read(new BadgeRule.Count(2, Among.ALL, null), one, other), What.CONTRIBUTIONS, 2, 1);
    }

    @Test
    void hours_of_a_role_are_the_roles_part_and_of_a_kind_the_whole() {
        var watch = share(WATCH, RoleWeights.halves(Role.INVENT, Role.SPREAD), TODAY, 121);
        missing(read(new BadgeRule.Hours(61, Among.role(Role.SPREAD), null), watch), What.MINUTES, 61, 60);
        assertThat(read(new BadgeRule.Hours(121, Among.kinds(WATCH), null), watch)
                        .isMet())
                .isTrue();
        var both = new Among(Set.of(), Set.of(Role.INVENT, Role.SPREAD));
        assertThat(read(new BadgeRule.Hours(121, both, null), watch).isMet()).isTrue();
    }

    @Test
    void a_window_ends_on_the_day_that_is_asked_about() {
        var rule = new BadgeRule.Count(1, Among.ALL, Window.months(1));
        assertThat(read(rule, workshop(LocalDate.of(2026, 10, 20))).isMet()).isTrue();
        missing(read(rule, workshop(LocalDate.of(2026, 10, 19))), What.CONTRIBUTIONS, 1, 0);
        missing(read(rule, workshop(TODAY.plusDays(1))), What.CONTRIBUTIONS, 1, 0);
        var week = new BadgeRule.Count(1, Among.ALL, new Window(7, Window.Unit.DAYS));
        assertThat(read(week, workshop(TODAY.minusDays(6))).isMet()).isTrue();
        missing(read(week, workshop(TODAY.minusDays(7))), What.CONTRIBUTIONS, 1, 0);
    }

    @Test
    void an_internal_outcome_confirms_nothing_from_outside() {
        var rule = new BadgeRule.ConfirmedBy(1, Among.ALL, null);
        missing(read(rule, share(WORKSHOP, RoleWeights.all(Role.LEAD), TODAY, 60, null, false)), What.PEOPLE, 1, 0);
        assertThat(read(rule, workshop(TODAY)).isMet()).isTrue();
    }

    @Test
    void places_are_different_ones_and_what_is_remote_is_none() {
        var rule = new BadgeRule.Places(2, Among.ALL, null);
        var lead = RoleWeights.all(Role.LEAD);
        var here = share(WORKSHOP, lead, TODAY, 60, "commune:51108", true);
        var again = share(WORKSHOP, lead, TODAY.minusDays(1), 60, "commune:51108", true);
        missing(read(rule, here, again, workshop(TODAY)), What.PLACES, 2, 1);
        var there = share(WORKSHOP, lead, TODAY, 60, "place:médiathèque", true);
        assertThat(read(rule, here, again, there).isMet()).isTrue();
    }

    @Test
    void all_that_is_missing_is_said_and_for_one_of_several_each_way() {
        var count = new BadgeRule.Count(3, Among.ALL, null);
        var months = new BadgeRule.SpreadOverMonths(2, Among.ALL, null);
        var all = read(new BadgeRule.AllOf(List.of(count, months)), workshop(TODAY));
        assertThat(all)
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing -> assertThat(missing.lack())
                                .isInstanceOfSatisfying(
                                        Lack.All.class,
                                        lack -> assertThat(lack.lacks()).hasSize(2)));
        var any = read(new BadgeRule.AnyOf(List.of(count, months)), workshop(TODAY));
        assertThat(any)
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing -> assertThat(missing.lack())
                                .isInstanceOfSatisfying(
                                        Lack.Any.class,
                                        lack -> assertThat(lack.lacks()).hasSize(2)));
    }

    @Test
    void a_badge_by_hand_waits_for_a_decision_and_one_by_endorsement_for_others() {
        missing(read(new BadgeRule.ByHand(), workshop(TODAY)), What.DECISION, 1, 0);
        missing(read(new BadgeRule.Endorsements(2), workshop(TODAY)), What.ENDORSEMENTS, 2, 0);
        assertThat(Rules.evaluate(new BadgeRule.Endorsements(2), Evidence.NONE.endorsed(2), TODAY))
                .isEqualTo(new Met(List.of()));
    }
}
