package io.tidegate.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.app.client.ApiClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// `kill -9` of the whole `serve` under 200 orders a second, started again at once, again and again; the simulated
/// venue lives in another process and counts. What the client was told must be true, nothing may have been sent
/// twice, our money must be the venue's, and the event stream one unbroken chain for old readers and new ones.
///
/// One kill in five hits the process while it is still starting. Prints one line of JSON.
class KillServeTest {
    private static final int ORDERS_PER_SECOND = 200;
    private static final int EARLY_EVERY = 5;
    private static final int SNAPSHOT_MB = 1; // often enough that kills hit snapshots, and starts use them
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long ACCEPT_WITHIN_NS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final List<Long> readyMs = new ArrayList<>();
    private final List<Long> acceptedMs = new ArrayList<>();

    @Test
    void whatWasAcknowledgedIsTrueThroughThreeKills() throws Exception {
        killRepeatedly(3, 48_123);
    }

    @Test
    @Tag("slow")
    void whatWasAcknowledgedIsTrueThroughThirtyKills() throws Exception {
        killRepeatedly(30, 48_124);
    }

    private void killRepeatedly(int kills, long seed) throws Exception {
        var random = new Random(seed);
        ServeProcess serve = null;
        try (var venue = VenueProcess.start(folder, seed)) {
            serve = ServeProcess.start(folder, venue, new ServeSettings(SNAPSHOT_MB, 0));
            try (var living = StreamWatch.start(serve.dataFolder());
                    var resumed = StreamWatch.start(serve.dataFolder());
                    var traffic = Traffic.start(serve, ORDERS_PER_SECOND, seed)) {
                serve.awaitReady();
                awaitAccepted(traffic, serve);
                for (int kill = 1; kill <= kills; kill++) {
                    pause(500 + random.nextInt(2_000));
                    assertThat(serve.isAlive()).as(serve::tail).isTrue();
                    serve = restart(serve, traffic, kill % EARLY_EVERY == 2 ? random.nextInt(2_000) : -1);
                    resumed.renew();
                }
                pause(1_000);
                traffic.stop();
                Reckoning.settle(serve, venue);
                List<String> violations = Reckoning.violations(serve, venue, traffic.acknowledged());
                traffic.violations().forEach(violations::add);
                int events = compare(serve, living, resumed);
                tell(kills, seed, traffic, venue, events, violations);
                assertThat(violations).isEmpty();
                assertThat(traffic.acknowledgedCount()).isGreaterThan(kills * 50);
            }
        } finally {
            if (serve != null) {
                serve.close();
            }
        }
    }

    /// Kills and starts; with an early moment, kills once more at it, in ms after the start, and starts again.
    private ServeProcess restart(ServeProcess serve, Traffic traffic, int earlyMs) throws Exception {
        ServeProcess next = serve.killAndStart();
        if (earlyMs >= 0) {
            traffic.to(next);
            pause(earlyMs);
            next = next.killAndStart();
        }
        traffic.to(next);
        readyMs.add(next.awaitReady());
        acceptedMs.add(awaitAccepted(traffic, next));
        return next;
    }

    private static long awaitAccepted(Traffic traffic, ServeProcess serve) {
        long startNs = System.nanoTime();
        while (traffic.firstAcceptedMs(serve).isEmpty()) {
            if (System.nanoTime() - startNs > ACCEPT_WITHIN_NS) {
                throw new AssertionError("takes no orders, refused: " + traffic.refused() + "\n" + serve.tail());
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        return traffic.firstAcceptedMs(serve).orElseThrow();
    }

    private static int compare(ServeProcess serve, StreamWatch living, StreamWatch resumed) throws Exception {
        try (var fresh = StreamWatch.start(serve.dataFolder())) {
            int events = serve.eventCount();
            for (var watch : List.of(living, resumed, fresh)) {
                watch.await(events);
            }
            for (int number = 1; number <= events; number++) {
                assertEquals(fresh.hash(number), living.hash(number), "hash of event " + number + ", old reader");
                assertEquals(fresh.hash(number), resumed.hash(number), "hash of event " + number + ", resumed reader");
            }
            return events;
        }
    }

    private void tell(int kills, long seed, Traffic traffic, VenueProcess venue, int events, List<String> violations)
            throws Exception {
        var truth = venue.summary();
        ObjectNode line = ApiClient.MAPPER.createObjectNode();
        line.put("kills", kills);
        line.put("killsWhileStarting", (kills + EARLY_EVERY - 2) / EARLY_EVERY);
        line.put("seed", seed);
        line.put("ordersAcknowledged", traffic.acknowledgedCount());
        line.put("resent", traffic.resentCount());
        line.put("resentThatStoodAlready", traffic.repeatedCount());
        line.put("refused", traffic.refused().toString());
        line.put("placedAtVenue", truth.get("placedTotal").longValue());
        line.put("placedTwice", truth.get("placedTwice").size());
        line.put("fills", truth.get("fillTotal").longValue());
        line.put("events", events);
        spread(line, "restartToReadyMs", readyMs);
        spread(line, "restartToFirstAcceptedMs", acceptedMs);
        line.put("violations", violations.size());
        System.out.println(line);
    }

    private static void spread(ObjectNode line, String name, List<Long> values) {
        Collections.sort(values);
        line.putObject(name)
                .put("min", values.getFirst())
                .put("p50", values.get(values.size() / 2))
                .put("max", values.getLast());
    }

    private static void pause(int ms) {
        long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        while (System.nanoTime() - untilNs < 0) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
