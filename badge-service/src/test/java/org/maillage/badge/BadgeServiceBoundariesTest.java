package org.maillage.badge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.testing.ProgramCode;

/** What badges may see of the rest. */
class BadgeServiceBoundariesTest {

    private static final ProgramCode BADGES = ProgramCode.ofThisModule("org.maillage.badge");

    /** What a reaction needs: the ledger as an interface, and the commands about badges. */
    private static final DescribedPredicate<JavaClass> DOOR = assignableTo(Ledger.class)
            .or(assignableTo(LedgerCommand.class))
            .or(assignableTo(Origin.class))
            .or(assignableTo(Outcome.class))
            .or(assignableTo(Refused.class))
            .or(assignableTo(Reason.class))
            .or(JavaClass.Predicates.belongToAnyOf(Ledger.class));

    @Test
    void badges_see_events_values_feed_and_vault_of_the_core_and_ask_at_its_door_for_badges_alone() {
        BADGES.follows(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.maillage.ledger..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                "org.maillage.ledger.event..",
                                "org.maillage.ledger.value..",
                                "org.maillage.ledger.feed..",
                                "org.maillage.ledger.vault..")))
                        .and(DescribedPredicate.not(DOOR))));
    }

    @Test
    void only_reactions_ask_the_ledger_for_anything() {
        BADGES.follows(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.maillage.badge.rule..", "org.maillage.badge.feed..", "org.maillage.badge.question..")
                .should()
                .dependOnClassesThat(DOOR));
    }

    @Test
    void badges_know_neither_the_views_nor_a_web_framework() {
        BADGES.follows(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.maillage.projection..",
                        "org.maillage.web..",
                        "org.springframework..",
                        "io.micronaut..",
                        "org.apache.kafka.."));
    }

    @Test
    void every_package_is_null_marked() {
        BADGES.has_only_null_marked_packages();
    }

    @Test
    void names_say_what_a_class_does() {
        BADGES.has_no_name_that_says_nothing();
    }
}
