package io.tidegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private final SimulatedClock clock = new SimulatedClock(1_000);

    @Test
    void timeStandsStillUntilItIsMoved() {
        assertThat(clock.nowNs()).isEqualTo(1_000);
        assertThat(clock.advance(Duration.ofMillis(2))).isEqualTo(2_001_000);
        assertThat(clock.advanceTo(3_000_000)).isEqualTo(3_000_000);
        assertThat(clock.nowNs()).isEqualTo(3_000_000);
    }

    @Test
    void timeNeverGoesBack() {
        assertThatThrownBy(() -> clock.advanceTo(999))
                .hasMessage("time does not go back: it is 1000 ns, asked for 999");
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.nowNs()).isEqualTo(1_000);
    }

    @Test
    void timeEndsRatherThanWrap() {
        clock.advanceTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(1))).isInstanceOf(ArithmeticException.class);
    }
}
