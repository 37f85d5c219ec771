package org.maillage.badge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.maillage.testing.ProgramCode;

/** What badges may see of the rest. */
class BadgeServiceBoundariesTest {

    private static final ProgramCode BADGES = ProgramCode.ofThisModule("org.maillage.badge");

    @Test
    void badges_see_events_values_feed_and_vault_of_the_core_alone() {
        BADGES.follows(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.maillage.ledger..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                "org.maillage.ledger.event..",
                                "org.maillage.ledger.value..",
                                "org.maillage.ledger.feed..",
                                "org.maillage.ledger.vault..")))));
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
