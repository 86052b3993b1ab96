package io.tidegate.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EchoWatchTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final EchoWatch watch = new EchoWatch(Duration.ofSeconds(3));

    @Test
    void aLogThatAnswersNothingIsLateAfterTheTimeout() {
        assertFalse(watch.isLate(1, 0, 0));
        assertFalse(watch.isLate(4, 0, 3 * SECOND_NS));
        assertTrue(watch.isLate(4, 0, 3 * SECOND_NS + 1));
    }

    @Test
    void aLogThatIsAlwaysTwoSecondsBehindIsNotDead() {
        for (long second = 0; second < 100; second++) {
            assertFalse(watch.isLate(2, Math.max(0, second - 2), second * SECOND_NS), "at second " + second);
        }
    }

    @Test
    void anIdleLogIsNeverLate() {
        assertFalse(watch.isLate(0, 7, 0));
        assertFalse(watch.isLate(0, 7, 100 * SECOND_NS));
        assertFalse(watch.isLate(1, 7, 100 * SECOND_NS));
        assertTrue(watch.isLate(1, 7, 104 * SECOND_NS));
    }
}
