package io.tidegate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
