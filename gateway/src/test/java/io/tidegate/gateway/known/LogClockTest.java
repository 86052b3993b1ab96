package io.tidegate.gateway.known;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.testkit.Laws;
import org.junit.jupiter.api.Test;

class LogClockTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void theLogsTimeIsNeverBeforeTheEarliestHoweverOurClockIsSet() {
        Laws.forAll(seed -> {
            var clock = new LogClock();
            long logNs = 1_800_000_000L * SECOND;
            long leadNs = seed.longBetween(-10 * SECOND, 10 * SECOND);
            assertThat(clock.earliest(logNs)).isEqualTo(Long.MIN_VALUE);
            for (int i = 0; i < 50; i++) {
                logNs += seed.longBetween(0, 5 * SECOND);
                long wayNs = seed.longBetween(0, SECOND);
                clock.observe(logNs + wayNs + leadNs, logNs);
                long laterNs = wayNs + seed.longBetween(0, SECOND);
                assertThat(clock.earliest(logNs + laterNs + leadNs)).isLessThanOrEqualTo(logNs + laterNs);
                assertThat(clock.latest(logNs + laterNs + leadNs)).isGreaterThanOrEqualTo(logNs + laterNs - SECOND);
            }
        });
    }

    @Test
    void aStepAheadOfOurClockProvesNothingEarly() {
        var clock = new LogClock();
        clock.observe(100 * SECOND, 100 * SECOND);
        clock.observe(105 * SECOND, 101 * SECOND);
        assertThat(clock.earliest(105 * SECOND)).isEqualTo(101 * SECOND);
        assertThat(clock.latest(105 * SECOND)).isEqualTo(105 * SECOND);
    }

    @Test
    void aClockBehindTheLogsIsCorrectedBeforeAnythingLeavesLate() {
        var clock = new LogClock();
        clock.observe(100 * SECOND, 104 * SECOND);
        assertThat(clock.latest(101 * SECOND)).isEqualTo(105 * SECOND);
    }
}
