package io.tidegate.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `serve` is killed and the end of its event stream is lost; the log is not. The events are made again, the same to
/// the last bit: a reader that had read them goes on as if nothing had happened.
class LostTailTest {
    private static final int LOST_EVENTS = 500;
    private static final int ORDERS = 100;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long ORDERS_WITHIN_NS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void eventsThatWereLostAreMadeAgainForOldReadersAndNewOnes() throws Exception {
        var acknowledged = new TreeMap<String, String>();
        ServeProcess serve = null;
        try (var venue = VenueProcess.start(folder, 7)) {
            serve = ServeProcess.start(folder, venue, ServeSettings.USUAL);
            try (var old = StreamWatch.start(serve.dataFolder())) {
                orders(serve, venue, 1, acknowledged);
                int before = serve.eventCount();
                assertThat(before).isGreaterThan(2 * LOST_EVENTS);
                old.await(before);
                serve.kill();
                EventTail.cut(serve.dataFolder(), folder.resolve("driver"), old.position(before - LOST_EVENTS));
                serve = serve.killAndStart();
                orders(serve, venue, 2, acknowledged);
                int after = serve.eventCount();
                assertThat(after).isGreaterThan(before);
                try (var fresh = StreamWatch.start(serve.dataFolder())) {
                    old.await(after);
                    fresh.await(after);
                    for (int number = 1; number <= after; number++) {
                        assertEquals(old.hash(number), fresh.hash(number), "hash of event " + number);
                    }
                }
                assertThat(Reckoning.violations(serve, venue, acknowledged)).isEmpty();
            }
        } finally {
            if (serve != null) {
                serve.close();
            }
        }
    }

    private static void orders(ServeProcess serve, VenueProcess venue, int seed, Map<String, String> acknowledged)
            throws Exception {
        serve.awaitReady();
        try (var traffic = Traffic.start(serve, ORDERS, seed)) {
            long startNs = System.nanoTime();
            while (traffic.acknowledgedCount() < ORDERS && System.nanoTime() - startNs < ORDERS_WITHIN_NS) {
                LockSupport.parkNanos(PAUSE_NS);
            }
            traffic.stop();
            acknowledged.putAll(traffic.acknowledged());
        }
        Reckoning.settle(serve, venue);
    }
}
