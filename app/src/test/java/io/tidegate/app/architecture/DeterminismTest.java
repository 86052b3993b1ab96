package io.tidegate.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tidegate.app.architecture.planted.CallsWhatTheCoreMayNot;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must replay alike asks nobody: time, chance, threads, files, sockets and the environment stay at the edges.
class DeterminismTest {
    private static final String NOBODY = "io.tidegate.nobody..";
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    /// A rule for the packages named: nothing in them calls or refers to what any of the patterns matches.
    record Rule(String where, List<Pattern> banned) {
        Rule(String where, Pattern... banned) {
            this(where, List.of(banned));
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "io.tidegate.core..",
                        Calls.CLOCKS,
                        Calls.CHANCE,
                        Calls.THREADS,
                        Calls.SOCKETS,
                        Calls.FILES,
                        Calls.ENVIRONMENT,
                        Calls.HASH_ORDER),
                new Rule(
                        "io.tidegate.model..",
                        Calls.CLOCKS,
                        Calls.CHANCE,
                        Calls.THREADS,
                        Calls.SOCKETS,
                        Calls.FILES,
                        Calls.ENVIRONMENT),
                new Rule("io.tidegate.host..", Calls.CLOCKS, Calls.CHANCE, Calls.SOCKETS, Calls.ENVIRONMENT),
                new Rule(
                        "io.tidegate.venues..",
                        Calls.CLOCKS,
                        Calls.CHANCE,
                        Calls.THREADS,
                        Calls.SOCKETS,
                        Calls.FILES,
                        Calls.ENVIRONMENT),
                new Rule(
                        "io.tidegate.transport.simulated..",
                        Calls.CLOCKS,
                        Calls.THREADS,
                        Calls.SOCKETS,
                        Calls.ENVIRONMENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void whatReplaysAsksNobody(Rule rule) {
        for (var banned : rule.banned()) {
            Calls.never(rule.where(), NOBODY, banned).check(Main.CLASSES);
        }
    }

    @Test
    void theCoreKnowsNoFilesSocketsOrLogs() {
        doesNotKnow(
                        "io.tidegate.core..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "org.slf4j..",
                        "java.util.logging..")
                .check(Main.CLASSES);
    }

    @Test
    void theCoreTheHostAndTheJournalKnowNothingOfAeron() {
        for (var module : List.of("io.tidegate.core..", "io.tidegate.host..", "io.tidegate.journal..")) {
            doesNotKnow(module, "io.aeron..").check(Main.CLASSES);
        }
    }

    @Test
    void onlyTheTransportOnRealSocketsKnowsVertxAndNetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidegate.transport.vertx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(Main.CLASSES);
    }

    @Test
    void noMoneyFloats() {
        for (var module : List.of("io.tidegate.core..", "io.tidegate.model..", "io.tidegate.wire..")) {
            doesNotFloat(module).check(Main.CLASSES);
        }
    }

    /// Every rule above is shown a class that breaks it; a rule that finds nothing there finds nothing anywhere.
    @Test
    void eachRuleFindsWhatWasPlantedForIt() {
        var planted = new ClassFileImporter().importClasses(CallsWhatTheCoreMayNot.class);
        var here = "io.tidegate.app.architecture.planted..";
        var found = Stream.of(
                        Calls.ENDING,
                        Calls.CLOCKS,
                        Calls.CHANCE,
                        Calls.THREADS,
                        Calls.SOCKETS,
                        Calls.FILES,
                        Calls.ENVIRONMENT,
                        Calls.HASH_ORDER)
                .map(banned -> Calls.never(here, NOBODY, banned)
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails()
                        .size());
        assertThat(found).containsExactly(1, 3, 3, 1, 2, 2, 2, 6);
        assertThat(doesNotKnow(here, "org.slf4j..").evaluate(planted).hasViolation())
                .isTrue();
        assertThat(doesNotFloat(here).evaluate(planted).getFailureReport().getDetails())
                .hasSize(2);
    }

    private static ArchRule doesNotKnow(String where, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(where)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private static ArchRule doesNotFloat(String where) {
        var floats = DescribedPredicate.<JavaClass>describe(
                "a double or a float",
                type -> FLOATING.contains(type.getBaseComponentType().getName()));
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(where)
                .should()
                .haveRawType(floats)
                .allowEmptyShould(true);
    }
}
