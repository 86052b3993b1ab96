package io.tidegate.bench;

import io.tidegate.app.demo.Folders;
import io.tidegate.bench.Figure.Durability;
import io.tidegate.cluster.ClusterConfig;
import io.tidegate.cluster.ClusterNode;
import io.tidegate.core.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Orders through the durable log and the real core: one member on this machine.
final class LogTrial implements Trial {
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final Duration LIVES = Duration.ofSeconds(5);
    private static final long NO_SNAPSHOT_BYTES = 1L << 40;

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String method() {
        return "One member with the real core and one client thread in the same process, over shared memory, window "
                + LogClient.WINDOW
                + "; after 4 s of whole lives, orders for 10 s as fast as the window allows, counted when"
                + " their acceptance is read back from the recorded stream, and then whole lives for 5 s. No snapshot falls"
                + " into the burst. Bytes: blocks in use in the data folder, and length of the event stream, over the"
                + " orders of the burst.";
    }

    @Override
    public void run(Figures to) throws Exception {
        for (Durability durability : List.of(Durability.DISK, Durability.PROCESS)) {
            Path folder = Files.createTempDirectory("tidegate-bench-log-");
            try {
                run(folder, durability, to);
            } finally {
                Folders.delete(folder);
            }
        }
    }

    private void run(Path folder, Durability durability, Figures to) throws Exception {
        var defaults = ClusterConfig.in(folder);
        var config = defaults.withSyncLevel(durability.syncLevel())
                .withRetention(NO_SNAPSHOT_BYTES, defaults.snapshotsKept(), defaults.eventBytesKept());
        try (var node = ClusterNode.start(config, Engine::new, (code, why) -> {
            System.err.println("the node ended: " + code + ": " + why);
            Runtime.getRuntime().halt(code.code());
        })) {
            if (!node.awaitReady(READY)) {
                throw new IllegalStateException("the log is not up within " + READY);
            }
            try (var client = LogClient.of(folder)) {
                client.liveFor(WARM_UP);
                burst(client, folder, durability, to);
                long before = client.ended();
                double seconds = client.liveFor(LIVES);
                to.add(new Figure(name(), "full lives", durability, "lives/s"), (client.ended() - before) / seconds);
            }
        }
    }

    private void burst(LogClient client, Path folder, Durability durability, Figures to) throws Exception {
        long ordersBefore = client.accepted();
        long diskBefore = Disk.usedBytes(folder);
        long eventsBefore = client.eventBytes();
        double seconds = client.placeFor(BURST);
        double orders = client.accepted() - ordersBefore;
        to.add(new Figure(name(), "accepted orders", durability, "orders/s"), orders / seconds);
        to.add(
                new Figure(name(), "on disk, log and events together", durability, "B/order"),
                (Disk.usedBytes(folder) - diskBefore) / orders);
        to.add(
                new Figure(name(), "of these the event stream", durability, "B/order"),
                (client.eventBytes() - eventsBefore) / orders);
    }
}
