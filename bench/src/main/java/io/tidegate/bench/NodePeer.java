package io.tidegate.bench;

import io.tidegate.cluster.ClusterConfig;
import io.tidegate.cluster.ClusterNode;
import io.tidegate.core.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A member of the log with the real core in a process of its own, to be killed. Asked anything, it takes a snapshot.
final class NodePeer {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final long NO_SNAPSHOT_BYTES = 1L << 40;

    private NodePeer() {}

    /// @param arguments the data folder, and the sync level
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = System.out;
        System.setOut(System.err);
        var defaults = ClusterConfig.in(Path.of(arguments[0]));
        var config = defaults.withSyncLevel(Integer.parseInt(arguments[1]))
                .withRetention(NO_SNAPSHOT_BYTES, defaults.snapshotsKept(), defaults.eventBytesKept());
        try (var node = ClusterNode.start(
                config, Engine::new, (code, why) -> Runtime.getRuntime().halt(code.code()))) {
            if (!node.awaitReady(READY)) {
                throw new IllegalStateException("the log is not up within " + READY);
            }
            Peer.serve(out, "ready", question -> {
                node.snapshot();
                return "asked for";
            });
        }
    }
}
