package io.tidegate.bench;

import io.tidegate.app.demo.Folders;
import io.tidegate.bench.Figure.Durability;
import io.tidegate.cluster.ClusterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// What the whole system takes when nobody wants anything of it.
final class IdleTrial implements Trial {
    private static final long SETTLE_S = 10;
    private static final long WATCH_S = 20;
    private static final double MIB = 1 << 20;
    private static final double KB_PER_MIB = 1_024;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String method() {
        return "What serve runs, in a process of its own on default flags, connected to a simulated Binance in another,"
                + " without clients; 10 s after it takes orders, processor time over 20 s by the system's accounts, then"
                + " resident memory, heap after a collection, and blocks in use of the driver's folder in shared memory.";
    }

    @Override
    public void run(Figures to) throws Exception {
        Path folder = Files.createTempDirectory("tidegate-bench-idle-");
        try (var simulator = Peer.start(SimulatorPeer.class)) {
            String venue = simulator.line();
            try (var serve = Peer.start(ServePeer.class, folder.toString(), venue)) {
                serve.line();
                TimeUnit.SECONDS.sleep(SETTLE_S);
                watch(serve, folder, to);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void watch(Peer serve, Path folder, Figures to) throws Exception {
        long startNs = System.nanoTime();
        long cpuNs = serve.cpuNs();
        TimeUnit.SECONDS.sleep(WATCH_S);
        double share = (double) (serve.cpuNs() - cpuNs) / (System.nanoTime() - startNs);
        var process = Durability.PROCESS;
        to.add(new Figure(name(), "processor time of an idle serve", process, "% of a core"), 100 * share);
        to.add(new Figure(name(), "resident memory", process, "MiB"), residentMib(serve.pid()));
        to.add(new Figure(name(), "heap after a collection", process, "MiB"), Long.parseLong(serve.ask("heap")) / MIB);
        to.add(
                new Figure(name(), "driver's folder in shared memory", process, "MiB"),
                Disk.usedBytes(ClusterConfig.in(folder).driverFolder()) / MIB);
    }

    private static double residentMib(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new IOException(status + " names no resident memory"));
    }
}
