package io.tidegate.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.testkit.Laws;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void property06_eachWaitIsTheFirstTimesTwoToTheAttemptUpToTheLongest() {
        Laws.forAll(seed -> {
            var backoff = new Backoff(seed.longBetween(1, SECOND), seed.longBetween(SECOND, 3_600 * SECOND), 0);
            int attempt = seed.intBetween(0, 1_000);
            var exact = java.math.BigInteger.valueOf(backoff.firstNs()).shiftLeft(attempt);
            long expected =
                    exact.min(java.math.BigInteger.valueOf(backoff.longestNs())).longValueExact();
            assertThat(backoff.delayNs(attempt)).isEqualTo(expected);
        });
    }

    @Test
    void property11_reconnectsWaitOneSecondDoublingToAMinuteWithinTheJitter() {
        Laws.forAll(seed -> {
            int attempt = seed.intBetween(0, 100);
            long plainNs = Backoff.RECONNECT.delayNs(attempt);
            long waitNs = Backoff.RECONNECT.delayNs(attempt, seed.random().nextDouble());
            assertThat(waitNs).isBetween(plainNs - plainNs / 10, plainNs + plainNs / 10);
        });
        assertThat(Backoff.RECONNECT.delayNs(0)).isEqualTo(SECOND);
        assertThat(Backoff.RECONNECT.delayNs(5)).isEqualTo(32 * SECOND);
        assertThat(Backoff.RECONNECT.delayNs(6)).isEqualTo(60 * SECOND);
    }

    @Test
    void aBackoffOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Backoff(2, 1, 0)).hasMessageContaining("2 to 1 ns");
        assertThatThrownBy(() -> new Backoff(1, 1, 51)).hasMessageContaining("jitter 51 %");
        assertThatThrownBy(() -> Backoff.RECONNECT.delayNs(-1)).hasMessageContaining("attempt -1");
    }
}
