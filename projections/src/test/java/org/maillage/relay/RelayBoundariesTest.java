package org.maillage.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.maillage.testing.ProgramCode;

/** What the relay may see of the rest. */
class RelayBoundariesTest {

    private static final ProgramCode RELAY = ProgramCode.ofThisModule("org.maillage.relay");

    @Test
    void the_relay_sees_the_feed_of_the_core_and_no_event() {
        RELAY.follows(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.maillage.ledger..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.maillage.ledger.feed.."))
                                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(
                                        org.maillage.ledger.Ledger.Unavailable.class))))));
    }

    @Test
    void the_relay_knows_no_view() {
        RELAY.follows(noClasses().should().dependOnClassesThat().resideInAPackage("org.maillage.projection.."));
    }

    @Test
    void the_relay_knows_neither_axon_nor_spring_nor_micronaut() {
        RELAY.follows(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "org.springframework..", "io.micronaut.."));
    }

    @Test
    void clocks_of_processes_decide_nothing() {
        RELAY.follows(ProgramCode.noClockCallsIn("org.maillage.relay.."));
    }

    @Test
    void every_package_is_null_marked() {
        RELAY.has_only_null_marked_packages();
    }

    @Test
    void names_say_what_a_class_does() {
        RELAY.has_no_name_that_says_nothing();
    }
}
