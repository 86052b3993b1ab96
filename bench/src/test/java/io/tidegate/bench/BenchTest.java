package io.tidegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {
    @Test
    void withoutANameAllBenchmarksRunOnce() {
        Bench.Request request = Bench.read(List.of());
        assertThat(request.trials()).hasSameSizeAs(Bench.trials());
        assertThat(request.runs()).isEqualTo(1);
        assertThat(request.json()).isFalse();
    }

    @Test
    void namesChooseAndOptionsMayStandAnywhere() {
        Bench.Request request = Bench.read(List.of("--runs", "3", "world", "--json", "idle"));
        assertThat(request.trials()).extracting(Trial::name).containsExactly("world", "idle");
        assertThat(request.runs()).isEqualTo(3);
        assertThat(request.json()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"speed", "--runs", "--runs 0", "--runs 100", "--runs many", "--fast"})
    void whatIsNotUnderstoodIsRefusedInItsOwnWords(String words) {
        assertThatThrownBy(() -> Bench.read(List.of(words.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words.split(" ", -1)[0]);
    }

    @Test
    void everyBenchmarkStandsInTheDocument() throws IOException {
        var document = Files.readString(Path.of(System.getProperty("tidegate.root"), "docs", "benchmarks.md"));
        assertThat(Bench.trials())
                .allSatisfy(trial -> assertThat(document).contains("./tidegate bench " + trial.name()));
    }
}
