package org.maillage.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.credit.Accounts;
import org.maillage.ledger.credit.Computation;
import org.maillage.testing.ProgramCode;

/** Who may see whom inside the core. */
class LedgerCoreBoundariesTest {

    private static final String ROOT = "org.maillage.ledger";
    private static final List<String> CONTEXTS = List.of(
            "contribution", "credit", "member", "network", "governance", "listing", "equipment", "gathering", "badge");
    private static final Set<String> KNOWN =
            Set.of("value", "event", "decision", "journal", "feed", "vault", "evidence");

    private static final ProgramCode CORE = ProgramCode.ofThisModule(ROOT);

    @Test
    void every_folder_of_the_core_is_a_context_or_one_of_its_foundations() {
        assertThat(CORE.packagesUnder(ROOT))
                .contains("value", "event")
                .allMatch(folder -> KNOWN.contains(folder) || CONTEXTS.contains(folder));
    }

    @Test
    void the_core_knows_neither_spring_nor_kafka_nor_micronaut() {
        CORE.follows(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.micronaut.."));
    }

    @Test
    void values_know_nothing_but_values() {
        CORE.follows(classes()
                .that()
                .resideInAPackage(ROOT + ".value..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        ROOT + ".value..",
                        "com.fasterxml.jackson.annotation..",
                        "com.github.f4b6a3.uuid..",
                        "org.jspecify.annotations..")));
    }

    @Test
    void events_know_values_and_their_codec_alone() {
        CORE.follows(classes()
                .that()
                .resideInAPackage(ROOT + ".event..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        ROOT + ".value..",
                        ROOT + ".event..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "org.jspecify.annotations..")));
    }

    /** What moves on accounts stands in the append of what caused it: the one door between contexts but events. */
    @Test
    void contexts_meet_through_events_and_at_the_door_of_the_accounts() {
        var door = assignableTo(Accounts.class).or(assignableTo(Computation.class));
        for (var context : presentContexts()) {
            var others = CONTEXTS.stream()
                    .filter(other -> !other.equals(context))
                    .map(other -> ROOT + "." + other + "..")
                    .toArray(String[]::new);
            CORE.follows(noClasses()
                    .that(resideInAPackage(ROOT + "." + context + ".."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others).and(not(door))));
        }
    }

    @Test
    void contexts_do_not_know_how_events_are_stored() {
        CORE.follows(noClasses()
                .that()
                .resideInAnyPackage(packages(presentContexts()))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")));
    }

    @Test
    void axon_is_met_by_contexts_journal_and_wiring_alone() {
        CORE.follows(noClasses()
                .that()
                .resideInAnyPackage(packages(List.of("value", "event", "feed", "vault")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework.."));
    }

    @Test
    void the_time_reaches_the_core_as_data_or_through_a_clock() {
        CORE.follows(ProgramCode.noClockCallsIn(ROOT + ".."));
    }

    @Test
    void every_package_is_null_marked() {
        CORE.has_only_null_marked_packages();
    }

    @Test
    void names_say_what_a_class_does() {
        CORE.has_no_name_that_says_nothing();
    }

    private List<String> presentContexts() {
        var present =
                CORE.packagesUnder(ROOT).stream().filter(CONTEXTS::contains).toList();
        assertThat(present).as("contexts of the core").isNotEmpty();
        return present;
    }

    private static String[] packages(List<String> folders) {
        return folders.stream()
                .flatMap(folder -> Stream.of(ROOT + "." + folder + ".."))
                .toArray(String[]::new);
    }
}
