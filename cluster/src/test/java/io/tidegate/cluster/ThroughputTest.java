package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Smoke figures: commands per second that one client sends and reads back, two events each, and how long a start
/// takes.
@Tag("slow")
class ThroughputTest {
    private static final int WARM_UP = 200_000;
    private static final int COMMANDS = 500_000;
    private static final double PER_SECOND_MIN = 10_000; // a smoke alarm, not a bar: the machine may be busy

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @ParameterizedTest(name = "sync level {0}")
    @ValueSource(ints = {0, 1})
    void commandsGoThroughTheLogAndComeBack(int syncLevel) throws Exception {
        var config = Nodes.config(folder).withSyncLevel(syncLevel);
        try (var _ = Nodes.start(config, TallyMachine::new);
                var client = Client.fromStart(folder)) {
            client.marks(WARM_UP);
            long startNs = System.nanoTime();
            client.marks(WARM_UP + COMMANDS);
            double perSecond = COMMANDS * 1e9 / (System.nanoTime() - startNs);
            System.out.printf("syncLevel=%d commandsPerSecond=%.0f%n", syncLevel, perSecond);
            assertThat(perSecond).isGreaterThan(PER_SECOND_MIN);
        }
        long startNs = System.nanoTime();
        try (var _ = Nodes.start(config, TallyMachine::new)) {
            System.out.printf(
                    "syncLevel=%d readyAfterMs=%d logged=%d%n",
                    syncLevel, (System.nanoTime() - startNs) / 1_000_000, WARM_UP + COMMANDS);
        }
    }
}
