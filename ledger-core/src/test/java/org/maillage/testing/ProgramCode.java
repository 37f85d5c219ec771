package org.maillage.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The compiled classes of a module's package, without its tests, and the rules that hold in each. */
public final class ProgramCode {

    private static final Set<String> CLOCK_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private final JavaClasses classes;

    private ProgramCode(JavaClasses classes) {
        this.classes = classes;
    }

    /**
     * The module whose tests run, which is where Maven starts them.
     *
     * @param rootPackage the package of which all is looked at, with those under it
     */
    public static ProgramCode ofThisModule(String rootPackage) {
        var classes = new ClassFileImporter()
                .importPath(Path.of("target/classes"))
                .that(resideInAPackage(rootPackage + ".."));
        assertThat(classes).as("classes read of %s", rootPackage).isNotEmpty();
        return new ProgramCode(classes);
    }

    public void follows(ArchRule rule) {
        rule.check(classes);
    }

    /** The classes of the given packages, asserted to exist: a rule about them cannot pass on nothing. */
    public Set<JavaClass> in(String... packages) {
        var found = classes.stream().filter(resideInAnyPackage(packages)).collect(Collectors.toSet());
        assertThat(found).as("classes of %s", List.of(packages)).isNotEmpty();
        return found;
    }

    /** The names of the packages right under the given one, sorted. */
    public Set<String> packagesUnder(String rootPackage) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(rootPackage + "."))
                .map(name -> name.substring(rootPackage.length() + 1).split("\\.", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public void has_only_null_marked_packages() {
        var packages = classes.stream().map(JavaClass::getPackage).distinct().toList();
        assertThat(packages).isNotEmpty();
        assertThat(packages)
                .filteredOn(candidate -> !candidate.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    /** No class is named for what it is made of rather than for what it does (STYLE). */
    public void has_no_name_that_says_nothing() {
        follows(classes().should(new ArchCondition<>("not be named Manager, Helper, Util, Service, Data or Impl") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var empty = Stream.of("Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Data", "Impl")
                        .anyMatch(item.getSimpleName()::endsWith);
                events.add(new SimpleConditionEvent(item, !empty, item.getFullName()));
            }
        }));
    }

    /** The time comes from a {@code Clock} that was handed in, or as data. */
    public static ArchRule noClockCallsIn(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "the machine's clock is read", call -> readsTheClock(call.getTarget())))
                .orShould()
                .callConstructor(Date.class);
    }

    private static boolean readsTheClock(AccessTarget.MethodCallTarget target) {
        var owner = target.getOwner().getFullName();
        return switch (target.getName()) {
            case "now" ->
                CLOCK_TYPES.contains(owner)
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case String name -> owner.equals("java.time.Clock") && name.startsWith("system");
        };
    }
}
