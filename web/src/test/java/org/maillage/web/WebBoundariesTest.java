package org.maillage.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maillage.testing.ProgramCode;

/** Where the program meets its frameworks. */
class WebBoundariesTest {

    private static final ProgramCode WEB = ProgramCode.ofThisModule("org.maillage.web");

    @Test
    void micronaut_and_kafka_are_met_in_the_wiring_alone() {
        WEB.follows(noClasses()
                .that()
                .resideOutsideOfPackage("org.maillage.web.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "org.apache.kafka.."));
    }

    /** Two containers in one process: the fewer places know both, the fewer can confuse them. */
    @Test
    void micronaut_is_met_in_one_class() {
        assertThat(WEB.in("org.maillage.web.."))
                .filteredOn(candidate -> candidate.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("io.micronaut")))
                .extracting(candidate -> candidate.getFullName().replaceFirst("\\$.*", ""))
                .satisfies(names -> assertThat(Set.copyOf(names)).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void axon_is_met_in_the_wiring_alone() {
        WEB.follows(noClasses()
                .that()
                .resideOutsideOfPackage("org.maillage.web.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework.."));
    }

    @Test
    void controllers_are_seen_by_their_own_package_alone() {
        WEB.follows(noClasses()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .bePublic()
                .allowEmptyShould(true));
    }

    @Test
    void every_package_is_null_marked() {
        WEB.has_only_null_marked_packages();
    }

    @Test
    void names_say_what_a_class_does() {
        WEB.has_no_name_that_says_nothing();
    }
}
