package io.tidegate.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
    @Test
    void aCalmWorldTradesAndAgrees() {
        WorldReport report = new World(1, WorldSettings.stormy().calm()).run(Duration.ofMinutes(2));
        assertThat(report.orders()).isGreaterThan(500);
        assertThat(report.fills()).isGreaterThan(50);
        assertThat(report.faultsInjected()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStormyWorldLosesNothingDoublesNothingAndAgreesInTheEnd(long seed) {
        WorldReport report = new World(seed, WorldSettings.stormy()).run(Duration.ofMinutes(3));
        assertThat(report.orders()).isPositive();
        assertThat(report.faultsInjected()).isNotEmpty();
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        WorldReport first = new World(7, WorldSettings.stormy()).run(Duration.ofMinutes(2));
        assertThat(new World(7, WorldSettings.stormy()).run(Duration.ofMinutes(2)))
                .isEqualTo(first);
        assertThat(new World(8, WorldSettings.stormy())
                        .run(Duration.ofMinutes(2))
                        .traceHash())
                .isNotEqualTo(first.traceHash());
    }

    @Test
    void theSameSeedGivesTheSameHistoryInAnotherJvm() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of(System.getProperty("tidegate.root"), ".mvn", "run.options"),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TraceOfSeed.class.getName(),
                        "11")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = other.inputReader(StandardCharsets.UTF_8)) {
            String last = lines.lines().reduce((first, second) -> second).orElse("nothing");
            assertThat(last).isEqualTo(Long.toString(TraceOfSeed.trace(11)));
        }
        assertThat(other.waitFor()).isZero();
    }
}
