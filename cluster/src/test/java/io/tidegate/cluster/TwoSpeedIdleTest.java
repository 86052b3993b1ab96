package io.tidegate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TwoSpeedIdleTest {
    private static final long MS_NS = 1_000_000;
    private static final long SHORT_NS = 50_000;

    private final long startNs = System.nanoTime() + 1_000 * MS_NS;
    private final TwoSpeedIdle idle = new TwoSpeedIdle();

    @Test
    void aThreadWithoutWorkParksForAMillisecond() {
        assertEquals(MS_NS, idle.parkNs(startNs));
    }

    @Test
    void aThreadThatParksIsWokenWithoutTheSystemsSlack() throws Exception {
        Path thread = Path.of("/proc/thread-self");
        assumeTrue(Files.exists(thread), "the system shows its timer slack nowhere");
        var slackNs = new AtomicReference<String>("");
        var parking = Thread.ofPlatform().start(() -> {
            for (int turn = 0; turn < 100; turn++) { // far more than are spun
                idle.idle();
            }
            slackNs.set(slackOf(thread));
        });
        parking.join();
        assertEquals("1", slackNs.get());
    }

    private static String slackOf(Path thread) {
        try {
            Path number = Files.readSymbolicLink(thread).getFileName();
            return Files.readString(Path.of("/proc", number.toString(), "timerslack_ns")).strip();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Test
    void aTurnWithWorkBuysFourMilliseconds() {
        idle.idle(1);
        assertEquals(SHORT_NS, idle.parkNs(startNs));
        assertEquals(SHORT_NS, idle.parkNs(startNs + 4 * MS_NS - 1));
        assertEquals(MS_NS, idle.parkNs(startNs + 4 * MS_NS));
    }

    @Test
    void anyAmountOfWorkBuysNoMoreThanATenthOfASecond() {
        for (int turn = 0; turn < 10_000; turn++) {
            idle.idle(1);
        }
        assertEquals(SHORT_NS, idle.parkNs(startNs));
        assertEquals(SHORT_NS, idle.parkNs(startNs + 100 * MS_NS - 1));
        assertEquals(MS_NS, idle.parkNs(startNs + 100 * MS_NS));
    }

    @Test
    void aHundredOrdersASecondOfThreeTurnsEachKeepAThreadAwake() {
        for (int order = 0; order < 200; order++) {
            idle.idle(1);
            idle.idle(1);
            idle.idle(1);
            long nowNs = startNs + 10L * order * MS_NS;
            assertEquals(SHORT_NS, idle.parkNs(nowNs), "at order " + order);
            assertEquals(SHORT_NS, idle.parkNs(nowNs + 10 * MS_NS - 1), "after order " + order);
        }
    }

    @Test
    void eightHeartbeatsASecondKeepAThreadAwakeForLessThanATenthOfIt() {
        int shortParks = 0;
        int parks = 0;
        for (int ms = 0; ms < 10_000; ms++) {
            if (ms % 125 == 0) {
                idle.idle(1);
                idle.idle(1);
            }
            parks++;
            shortParks += idle.parkNs(startNs + ms * MS_NS) == SHORT_NS ? 1 : 0;
        }
        assertTrue(shortParks * 10 < parks, shortParks + " of " + parks);
    }
}
