package io.tidegate.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tidegate.app.architecture.planted.CallsWhatTheCoreMayNot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModulesTest {
    /// What a module may use besides the JDK and nullness marks: ours first, then libraries. Nobody's main code uses
    /// `testkit`. Logging belongs to the edges: what is deterministic has nothing to say but its events.
    private static final List<Module> MODULES = List.of(
            new Module("testkit", "org.junit.jupiter.api"),
            new Module("model"),
            new Module("wire", "model", "org.agrona"),
            new Module("market", "model"),
            new Module("execution", "model"),
            new Module("core", "model", "org.agrona"),
            new Module("journal", "model", "wire", "org.agrona"),
            new Module("host", "model", "wire", "core", "journal", "org.agrona"),
            new Module("cluster", "model", "wire", "journal", "host", "io.aeron", "org.agrona", "org.slf4j"),
            new Module("transport", "model", "io.vertx", "io.netty", "org.agrona", "org.slf4j"),
            new Module("venues", "model", "market", "transport", "org.agrona", "tools.jackson", "org.bouncycastle"),
            new Module("feeds", "model", "market", "venues.api", "transport", "org.agrona", "org.slf4j"),
            new Module(
                    "gateway",
                    "model",
                    "wire",
                    "venues.api",
                    "transport",
                    "journal",
                    "org.agrona",
                    "org.HdrHistogram",
                    "org.slf4j"),
            new Module("records", "model", "wire", "journal", "io.questdb", "org.agrona", "org.slf4j"),
            new Module(
                    "api",
                    "model",
                    "execution",
                    "transport",
                    "wire",
                    "journal",
                    "tools.jackson",
                    "com.fasterxml",
                    "org.slf4j"),
            new Module("simulator", "model", "transport", "org.agrona", "tools.jackson", "org.bouncycastle"),
            new Module(
                    "world",
                    "model",
                    "wire",
                    "execution",
                    "core",
                    "journal",
                    "host",
                    "transport",
                    "venues",
                    "gateway",
                    "simulator",
                    "org.agrona"),
            new Module(
                    "app",
                    "model",
                    "wire",
                    "market",
                    "execution",
                    "core",
                    "journal",
                    "host",
                    "cluster",
                    "transport",
                    "venues",
                    "feeds",
                    "gateway",
                    "records",
                    "api",
                    "simulator",
                    "world",
                    "io.aeron",
                    "org.agrona",
                    "org.HdrHistogram",
                    "org.slf4j",
                    "org.apache.logging.log4j",
                    "picocli",
                    "tools.jackson"));

    /// Modules that stand on the application and are not seen from its tests: the benchmarks may use everything of
    /// ours, and nothing of ours may use them.
    private static final List<String> BEYOND = List.of("bench");

    /// A module and the first segments of what it may use; a name without an organisation in front is one of ours.
    record Module(String name, List<String> uses) {
        Module(String name, String... uses) {
            this(name, List.of(uses));
        }

        ArchRule rule() {
            var allowed = Stream.concat(
                            Stream.of("", "java..", "javax.crypto..", "org.jspecify..", "io.tidegate." + name + ".."),
                            uses.stream().map(Module::packages))
                    .toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage("io.tidegate." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(allowed)
                    .because(name + " stands on " + (uses.isEmpty() ? "nothing" : String.join(", ", uses)));
        }

        private static String packages(String used) {
            boolean ours = MODULES.stream().anyMatch(module -> (used + ".").startsWith(module.name + "."));
            return (ours ? "io.tidegate." : "") + used + "..";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Module> modules() {
        return MODULES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void aModuleUsesOnlyWhatItsRowNames(Module module) {
        module.rule().check(Main.CLASSES);
    }

    @Test
    void theTableNamesTheModulesOfTheReactorInItsOrder() throws IOException {
        var pom = Files.readString(Path.of(System.getProperty("tidegate.root"), "pom.xml"));
        var built = Pattern.compile("<module>(.*?)</module>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList();
        var seenFromHere = built.subList(0, built.size() - BEYOND.size());
        assertThat(MODULES).extracting(Module::name).containsExactlyElementsOf(seenFromHere);
        assertThat(built).endsWith(BEYOND.toArray(String[]::new));
        var seen = new TreeSet<String>();
        Main.CLASSES.forEach(type -> seen.add(type.getPackageName().split("\\.", -1)[2]));
        assertThat(seen).as("modules whose classes were read").containsExactlyInAnyOrderElementsOf(seenFromHere);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.tidegate.(**)").should().beFreeOfCycles().check(Main.CLASSES);
    }

    @Test
    void aVenueKnowsNoOtherVenue() {
        slices().matching("io.tidegate.venues.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.tidegate.venues.api.."))
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.tidegate.venues.words.."))
                .check(Main.CLASSES);
    }

    @Test
    void aFaceOfASimulatedVenueKnowsNoOther() {
        slices().matching("io.tidegate.simulator.venue.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(Main.CLASSES);
    }

    @Test
    void onlyTheProgramEndsTheProcess() {
        Calls.never("io.tidegate..", "io.tidegate.app..", Calls.ENDING).check(Main.CLASSES);
    }

    @Test
    void theTableRefusesWhatItDoesNotName() {
        var planted = new ClassFileImporter().importClasses(CallsWhatTheCoreMayNot.class);
        var nothing = new Module("app").rule();
        assertThatThrownBy(() -> nothing.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.slf4j.Logger");
    }
}
