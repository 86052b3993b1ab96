package io.tidegate.bench;

import io.tidegate.app.demo.Folders;
import io.tidegate.bench.Figure.Durability;
import io.tidegate.cluster.ClusterConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.IoUtil;

/// How long a killed node keeps its clients waiting.
final class RestartTrial implements Trial {
    private static final int ENTRIES_PER_LIFE = 3;
    private static final int ENTRIES = 1_000_000;

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String method() {
        return "A node in a process of its own with 1,000,000 entries behind its start (333,334 whole lives of orders) is"
                + " killed with kill -9 and started anew at once; from the start of the new process to the first new order"
                + " read back as accepted by a client that lived through it. Once with all entries to replay; once more"
                + " after a snapshot, with its image and one order behind it.";
    }

    @Override
    public void run(Figures to) throws Exception {
        Path folder = Files.createTempDirectory("tidegate-bench-restart-");
        Peer node = start(folder);
        try {
            node.line();
            try (var client = LogClient.of(folder)) {
                client.live(Math.ceilDiv(ENTRIES, ENTRIES_PER_LIFE));
                node.kill();
                long startNs = System.nanoTime();
                node = start(folder);
                client.placeOne();
                add(to, "kill -9 to first accepted order, 1 M entries to replay", startNs);
                node.line();
                node.ask("snapshot");
                client.awaitImage();
                node.kill();
                startNs = System.nanoTime();
                node = start(folder);
                client.placeOne();
                add(to, "kill -9 to first accepted order, from a snapshot", startNs);
            }
        } finally {
            node.kill();
            IoUtil.delete(ClusterConfig.in(folder).driverFolder().toFile(), true); // a killed driver leaves it behind
            Folders.delete(folder);
        }
    }

    private void add(Figures to, String what, long startNs) {
        to.add(new Figure(name(), what, Durability.DISK, "s"), (System.nanoTime() - startNs) / 1e9);
    }

    private static Peer start(Path folder) throws java.io.IOException {
        return Peer.start(NodePeer.class, folder.toString(), Integer.toString(Durability.DISK.syncLevel()));
    }
}
