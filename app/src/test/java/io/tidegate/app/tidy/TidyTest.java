package io.tidegate.app.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.app.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TidyTest {
    private final Project project = Project.read(Path.of(System.getProperty("tidegate.root")));

    @BeforeAll
    void theProjectWasFound() {
        assertThat(project.files())
                .containsKeys("pom.xml", "README.md", "tidegate", ".ci/run")
                .hasSizeGreaterThan(50);
    }

    @Test
    void noFileIsTooLong() throws IOException {
        assertThat(Sources.tooLong(project, allowances())).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(Sources.undocumentedPackages(project)).isEmpty();
    }

    @Test
    void nothingIsUnfinishedOrTiedToAMachineOrARegistry() {
        assertThat(Sources.strayWords(project)).isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(Sources.sleepingTests(project)).isEmpty();
    }

    @Test
    void whatTheArchitectureNamesExists() {
        assertThat(Documents.unknownNames(project, Commands.known())).isEmpty();
    }

    @Test
    void whatTheReadmeShowsCanBeRun() {
        assertThat(Documents.unknownCommands(project, Commands.known())).isEmpty();
    }

    @Test
    void decisionsAreNumberedAndShort() {
        assertThat(Documents.untidyDecisions(project)).isEmpty();
    }

    private static List<String> allowances() throws IOException {
        try (var file = Objects.requireNonNull(TidyTest.class.getResourceAsStream("/tidy/long-files.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
