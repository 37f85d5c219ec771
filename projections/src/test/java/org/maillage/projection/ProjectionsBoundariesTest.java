package org.maillage.projection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.testing.ProgramCode;

/** What the views may see of the rest. */
class ProjectionsBoundariesTest {

    private static final String ROOT = "org.maillage.projection";

    private static final ProgramCode PROJECTIONS = ProgramCode.ofThisModule(ROOT);

    @Test
    void views_see_events_values_feed_and_vault_of_the_core_alone() {
        PROJECTIONS.follows(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.maillage.ledger..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                "org.maillage.ledger.event..",
                                "org.maillage.ledger.value..",
                                "org.maillage.ledger.feed..",
                                "org.maillage.ledger.vault..")))
                        // How the feed and the vault say that their database is away.
                        .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Ledger.Unavailable.class)))));
    }

    @Test
    void views_know_neither_axon_nor_spring_nor_badges_nor_pages() {
        PROJECTIONS.follows(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework..", "org.springframework..", "org.maillage.badge..", "org.maillage.web.."));
    }

    @Test
    void kafka_is_met_by_the_standalone_process_alone() {
        PROJECTIONS.follows(noClasses()
                .that()
                .resideOutsideOfPackage("org.maillage.projection.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.maillage.relay.."));
    }

    @Test
    void a_view_never_asks_what_time_it_is() {
        var views = PROJECTIONS.packagesUnder(ROOT).stream()
                // A program, which hands its clock on.
                .filter(folder -> !folder.equals("standalone"))
                .map(folder -> ROOT + "." + folder + "..");
        PROJECTIONS.follows(
                ProgramCode.noClockCallsIn(Stream.concat(Stream.of(ROOT), views).toArray(String[]::new)));
    }

    @Test
    void every_package_is_null_marked() {
        PROJECTIONS.has_only_null_marked_packages();
    }

    @Test
    void names_say_what_a_class_does() {
        PROJECTIONS.has_no_name_that_says_nothing();
    }
}
