package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.IoUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` in full traffic: the sender and the reader that live through it, and a fresh reader afterwards, must
/// see every command applied once, in order, without a gap; the readers check number and chain of each event.
class KillTest {
    private static final long SNAPSHOT_LOG_BYTES = 2 << 20;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aNodeThatIsKilledUnderLoadLosesAndRepeatsNothing() throws Exception {
        killRepeatedly(3, 48_123);
    }

    @Test
    @Tag("slow")
    void aNodeThatIsKilledThirtyTimesUnderLoadLosesAndRepeatsNothing() throws Exception {
        killRepeatedly(30, 48_124);
    }

    private void killRepeatedly(int kills, long seed) throws Exception {
        var random = new Random(seed);
        var data = folder.resolve("node");
        Files.createDirectories(data);
        var node = NodeProcess.start(data, SNAPSHOT_LOG_BYTES);
        try (var client = Client.fromStart(data)) {
            for (int kill = 0; kill < kills; kill++) {
                client.marks(client.seen() + 100);
                long killAtNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(800));
                while (System.nanoTime() < killAtNs) {
                    client.turn(Integer.MAX_VALUE);
                }
                assertThat(node.isAlive()).isTrue();
                node.kill();
                node = NodeProcess.start(data, SNAPSHOT_LOG_BYTES);
            }
            client.marks(client.sent());
            client.readToEnd();
            try (var fresh = Client.fromStart(data)) {
                fresh.readToEnd();
                assertThat(fresh.reader().mark().number())
                        .isGreaterThanOrEqualTo(client.reader().mark().number());
                assertEquals(client.sent(), client.seen());
                System.out.printf(
                        "kills=%d commands=%d events=%d%n",
                        kills, client.seen(), fresh.reader().mark().number());
            }
        } finally {
            node.kill();
            IoUtil.delete(
                    ClusterConfig.driverFolder(data).toFile(), true); // a killed driver leaves it in shared memory
        }
    }
}
