package io.tidegate.app.demo;

import io.tidegate.app.client.ApiClient;
import io.tidegate.app.config.Configuration;
import io.tidegate.app.serve.Loop;
import io.tidegate.app.serve.Wiring;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.vertx.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/// Runs the demonstration: venue, system, load, quiet, comparison.
public final class Demo {
    private static final long PAUSE_NS = 5_000_000L;
    private static final long READY_WITHIN_NS = 60_000_000_000L;
    private static final long QUIET_WITHIN_NS = 30_000_000_000L;
    private static final long CANCEL_EVERY_NS = 1_000_000_000L;
    private static final long TELL_EVERY_NS = 2_000_000_000L;

    private final DemoSettings settings;
    private final BooleanSupplier isWanted;
    private final Consumer<String> progress;
    private final ConcurrentLinkedQueue<String> deaths = new ConcurrentLinkedQueue<>();
    private final Histogram toWireNs = new Histogram(3);

    /// @param isWanted false as soon as it shall come to its end, however many seconds are left
    /// @param progress told in lines for a person
    public Demo(DemoSettings settings, BooleanSupplier isWanted, Consumer<String> progress) {
        this.settings = settings;
        this.isWanted = isWanted;
        this.progress = progress;
    }

    /// Runs all of it in a temporary folder, which it removes.
    public DemoReport run() throws IOException {
        Path folder = Files.createTempDirectory("tidegate-demo-");
        try (var loops = new EventLoops(1);
                var sim = SimServer.binance(loops, 0, BinanceSettings.generous(), settings.seed())) {
            return run(sim, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private DemoReport run(SimServer sim, Path folder) throws IOException {
        String key = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        Configuration configuration = DemoConfiguration.of(sim, folder, key, settings.rate());
        Loop.OnDeath onDeath = (name, why) -> deaths.add("loop " + name + " died: " + why);
        Wiring wiring = Wiring.start(configuration, onDeath);
        try (var client = new ApiClient(URI.create(wiring.url()), key)) {
            progress.accept("serving at " + wiring.url() + ", simulated Binance at " + sim.restOrigin());
            awaitReady(wiring);
            var load = new Load(client, settings.seed());
            long startNs = System.nanoTime();
            load.run(settings.rate(), () -> goesOn(wiring, load, startNs));
            long seconds = Math.max(1, (System.nanoTime() - startNs) / 1_000_000_000L);
            awaitQuiet(wiring, load);
            return report(wiring, sim, load, (int) seconds);
        } finally {
            wiring.close();
        }
    }

    private void awaitReady(Wiring wiring) {
        long deadlineNs = System.nanoTime() + READY_WITHIN_NS;
        while (!hasMarks(wiring)) {
            if (System.nanoTime() - deadlineNs > 0 || !deaths.isEmpty()) {
                throw new IllegalStateException("the venue account does not open: " + deaths
                        + wiring.gateway().view().desks());
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private static boolean hasMarks(Wiring wiring) {
        var listings = wiring.books().listings();
        return wiring.isReady(1)
                && listings.instruments().stream()
                        .allMatch(instrument -> listings.mark(instrument.id()).isPresent());
    }

    private long toldNs = System.nanoTime();

    private boolean goesOn(Wiring wiring, Load load, long startNs) {
        long nowNs = System.nanoTime();
        if (nowNs - toldNs >= TELL_EVERY_NS) {
            toldNs = nowNs;
            toWireNs.add(wiring.gateway().sendLatency());
            progress.accept((nowNs - startNs) / 1_000_000_000L + " s: " + load.placedCount() + " orders placed, "
                    + load.refusedCount() + " refused, "
                    + wiring.books().orders().openCount() + " open");
        }
        boolean inTime = settings.seconds() == 0 || nowNs - startNs < settings.seconds() * 1_000_000_000L;
        return inTime && isWanted.getAsBoolean() && deaths.isEmpty();
    }

    /// Cancels what is open until nothing is.
    private void awaitQuiet(Wiring wiring, Load load) throws IOException {
        progress.accept("cancelling what is open");
        long deadlineNs = System.nanoTime() + QUIET_WITHIN_NS;
        long nextCancelNs = System.nanoTime();
        while (wiring.books().orders().openCount() > 0 && System.nanoTime() - deadlineNs < 0 && deaths.isEmpty()) {
            if (System.nanoTime() - nextCancelNs >= 0) {
                load.cancelAll();
                nextCancelNs = System.nanoTime() + CANCEL_EVERY_NS;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private DemoReport report(Wiring wiring, SimServer sim, Load load, int seconds) {
        toWireNs.add(wiring.gateway().sendLatency());
        wiring.stop();
        var violations = new ArrayList<>(deaths);
        OurTruth ours;
        try {
            ours = OurTruth.read(wiring.journal(), wiring.books().eventNumber());
        } catch (IllegalStateException broken) {
            violations.add("the event stream is broken: " + broken.getMessage());
            ours = new OurTruth();
        }
        violations.addAll(Comparison.violations(ours, VenueTruth.of(sim)));
        if (load.unansweredCount() > 0) {
            violations.add(load.unansweredCount() + " requests were not answered");
        }
        wiring.close();
        wiring.ledgerImbalances().forEach(asset -> violations.add("the ledger of asset " + asset + " is not balanced"));
        return new DemoReport(
                seconds,
                settings.rate(),
                ours.orders.size(),
                ours.fills.size(),
                ours.count(OrderStatus.CANCELLED),
                load.refusedCount() + ours.count(OrderStatus.REJECTED),
                ours.count(OrderStatus.EXPIRED),
                toWireNs,
                ours.toAckNs,
                List.copyOf(violations));
    }
}
