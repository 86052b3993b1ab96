package io.tidegate.bench;

import io.tidegate.app.config.Configuration;
import io.tidegate.app.demo.DemoConfiguration;
import io.tidegate.app.demo.Folders;
import io.tidegate.app.serve.WallClock;
import io.tidegate.app.serve.Wiring;
import io.tidegate.bench.Figure.Durability;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// From a client's order to the venue's socket, to the venue's word, and from a fill to our event: the whole system,
/// with the venue in another process.
final class OrderToWireTrial implements Trial {
    private static final String KEY = "bench";
    private static final List<Integer> RATES = List.of(1_000, 3_000, 10_000);
    private static final int RATE_MAX = 10_000;
    private static final int COLD_RATE = 1_000;
    private static final long COLD_S = 60; // on two cores the compilers are busy for about that long
    private static final long WARM_UP_S = 4;
    private static final long MEASURED_S = 10;
    private static final long READY_WITHIN_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long QUIET_WITHIN_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_NS = 5_000_000;

    @Override
    public String name() {
        return "order-to-wire";
    }

    @Override
    public String method() {
        return "What serve runs in one process, a simulated Binance in another on loopback, its limits widened; small IOC"
                + " orders, half of which fill, at a fixed rate; first 60 s at 1,000/s for the compilers, then for each rate 4 s of warm-up and 10 s measured."
                + " To wire: until the"
                + " gateway hands the signed order to the socket's event loop, by the clock of the gateway's turn. By desk:"
                + " from the time an order was meant to be sent. By HTTP: from the request whole at the edge; the answer"
                + " counts from the time it was meant to be sent. To acknowledgement: until the venue's first word is read"
                + " back from the recorded stream. Fill to event: from the venue's own time, which is in whole ms, so up to"
                + " 1 ms too long. The client shares the processors.";
    }

    @Override
    public void run(Figures to) throws Exception {
        for (Durability durability : List.of(Durability.DISK, Durability.PROCESS)) {
            Path folder = Files.createTempDirectory("tidegate-bench-wire-");
            try (var simulator = Peer.start(SimulatorPeer.class)) {
                run(SimulatorPeer.venue(simulator.line()), folder, durability, to);
            } finally {
                Folders.delete(folder);
            }
        }
    }

    private void run(SimulatorPeer.Venue venue, Path folder, Durability durability, Figures to) throws Exception {
        Configuration demo = DemoConfiguration.of(venue.site(), venue.credentials(), folder, KEY, RATE_MAX);
        var configuration = new Configuration(
                demo.node().withSyncLevel(durability.syncLevel()),
                demo.http(),
                demo.keys(),
                demo.routing(),
                demo.limits(),
                demo.instruments(),
                demo.venues());
        try (var wiring = Wiring.start(configuration, OrderToWireTrial::die, WideSession::new)) {
            awaitReady(wiring);
            warmUp(wiring);
            for (int rate : RATES) {
                var orders = new MarketOrders(wiring.books(), "desk" + rate + "-");
                var path = new DeskPath(wiring.desk());
                measure(wiring, orders, path, rate, "by desk, %,d/s".formatted(rate), durability, to);
            }
            for (int rate : RATES) {
                var orders = new MarketOrders(wiring.books(), "http" + rate + "-");
                var path = new HttpPath(URI.create(wiring.url()), KEY, orders);
                measure(wiring, orders, path, rate, "by HTTP, %,d/s".formatted(rate), durability, to);
            }
        }
    }

    private static void warmUp(Wiring wiring) {
        var orders = new MarketOrders(wiring.books(), "cold-");
        try (var path = new DeskPath(wiring.desk())) {
            pace(orders, path, COLD_RATE, WallClock.nowNs(), 0, COLD_RATE * COLD_S, false);
            awaitQuiet(wiring);
        }
    }

    private static void die(String loop, Throwable why) {
        System.err.println("loop " + loop + " died: " + why);
        Runtime.getRuntime().halt(1);
    }

    private static void awaitReady(Wiring wiring) {
        long startNs = System.nanoTime();
        var listings = wiring.books().listings();
        while (!(wiring.isReady(1)
                && listings.instruments().stream()
                        .allMatch(instrument -> listings.mark(instrument.id()).isPresent()))) {
            if (System.nanoTime() - startNs > READY_WITHIN_NS) {
                throw new IllegalStateException(
                        "no orders are taken: " + wiring.gateway().view().desks());
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private void measure(
            Wiring wiring,
            MarketOrders orders,
            OrderPath path,
            int rate,
            String load,
            Durability durability,
            Figures to) {
        long startNs = WallClock.nowNs();
        long fromNs = startNs + TimeUnit.SECONDS.toNanos(WARM_UP_S);
        Histogram toWireNs;
        long doneNs;
        var times = new EventTimes(wiring.journal(), fromNs);
        try (times;
                path) {
            pace(orders, path, rate, startNs, 0, rate * WARM_UP_S, false);
            var _ = wiring.gateway().sendLatency(); // what has left so far does not count
            pace(orders, path, rate, startNs, rate * WARM_UP_S, rate * (WARM_UP_S + MEASURED_S), true);
            doneNs = WallClock.nowNs();
            awaitQuiet(wiring);
            toWireNs = wiring.gateway().sendLatency();
        }
        double seconds = (doneNs - fromNs) / 1e9;
        to.add(new Figure(name(), load + ": accepted", durability, "orders/s"), path.accepted() / seconds);
        to.add(
                new Figure(name(), load + ": sent to the venue", durability, "orders/s"),
                toWireNs.getTotalCount() / seconds);
        to.add(new Figure(name(), load + ": refused", durability, "orders"), (double) path.refused());
        to.addLatency(name(), load + ": order to wire", durability, toWireNs);
        to.addLatency(name(), load + ": order to answer", durability, path.answerNs());
        to.addLatency(name(), load + ": order to acknowledgement", durability, times.toAckNs());
        to.addLatency(name(), load + ": fill to event", durability, times.fillToEventNs());
    }

    /// Sends each order at its time, and what is late at once; it counts from its time all the same.
    private static void pace(
            MarketOrders orders, OrderPath path, int rate, long startNs, long first, long end, boolean counts) {
        for (long n = first; n < end; n++) {
            long meantNs = startNs + n * TimeUnit.SECONDS.toNanos(1) / rate;
            long waitNs = meantNs - WallClock.nowNs();
            while (waitNs > 0) {
                LockSupport.parkNanos(waitNs);
                waitNs = meantNs - WallClock.nowNs();
            }
            path.send(orders.order((int) n), meantNs, counts);
        }
    }

    private static void awaitQuiet(Wiring wiring) {
        long startNs = System.nanoTime();
        while ((wiring.desk().openCount() > 0 || wiring.books().orders().openCount() > 0)
                && System.nanoTime() - startNs < QUIET_WITHIN_NS) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
