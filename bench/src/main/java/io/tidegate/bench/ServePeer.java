package io.tidegate.bench;

import io.tidegate.app.demo.DemoConfiguration;
import io.tidegate.app.serve.Wiring;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// What `serve` runs, in a process of its own, on its defaults. Asked anything, it collects garbage and says how many
/// bytes of heap are left in use.
final class ServePeer {
    private static final int RATE = 1_000;
    private static final long PAUSE_NS = 5_000_000;

    private ServePeer() {}

    /// @param arguments the data folder, and the line of the simulated venue; it says `ready` when orders are taken
    public static void main(String[] arguments) throws IOException {
        var out = System.out;
        System.setOut(System.err);
        var venue = SimulatorPeer.venue(arguments[1]);
        var configuration =
                DemoConfiguration.of(venue.site(), venue.credentials(), Path.of(arguments[0]), "bench", RATE);
        try (var wiring =
                Wiring.start(configuration, (loop, why) -> Runtime.getRuntime().halt(1))) {
            while (!wiring.isReady(1)) {
                LockSupport.parkNanos(PAUSE_NS);
            }
            Peer.serve(out, "ready", question -> {
                System.gc();
                return Long.toString(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            });
        }
    }
}
