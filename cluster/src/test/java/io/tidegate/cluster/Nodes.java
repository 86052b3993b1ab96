package io.tidegate.cluster;

import io.tidegate.host.Machines;
import java.nio.file.Path;
import java.time.Duration;

/// Starts nodes for tests: quick to write, patient with a busy machine, and failing the test instead of the process.
final class Nodes {
    private static final Duration READY = Duration.ofSeconds(30);

    private Nodes() {}

    static ClusterConfig config(Path folder) {
        return ClusterConfig.in(folder)
                .withSyncLevel(0)
                .withHeartbeat(Duration.ofMillis(200), Duration.ofSeconds(20))
                .withReserveBytes(0);
    }

    static ClusterNode start(Path folder) throws InterruptedException {
        return start(config(folder), TallyMachine::new);
    }

    static ClusterNode start(ClusterConfig config, Machines machines) throws InterruptedException {
        var node = ClusterNode.start(
                config,
                machines,
                (code, why) -> {
                    throw new AssertionError(code + ": " + why, why);
                },
                () -> Long.MAX_VALUE);
        if (!node.awaitReady(READY)) {
            node.close();
            throw new AssertionError("not ready within " + READY);
        }
        return node;
    }
}
