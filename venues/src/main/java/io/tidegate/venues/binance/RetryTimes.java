package io.tidegate.venues.binance;

import java.time.Duration;

/// When the venue will listen again, as its refusals say it (binance.md section 6).
final class RetryTimes {
    /// How long to wait where the venue names no time (SPEC RLM-2).
    static final long UNNAMED_NS = Duration.ofSeconds(60).toNanos();

    /// The venue's longest ban; a refusal that names more is not believed.
    static final long LONGEST_NS = Duration.ofDays(3).toNanos();

    private RetryTimes() {}

    /// By our clock; 0 where the venue names no time.
    static long retryAtNs(Answer.Refused refused, ServerClock clock, long nowNs) {
        long longestNs = nowNs + LONGEST_NS;
        if (refused.retryAtMs() > 0) {
            return Math.clamp(clock.oursNs(refused.retryAtMs()), nowNs, longestNs);
        }
        return refused.retryAfterS() > 0
                ? Math.min(nowNs + Duration.ofSeconds(refused.retryAfterS()).toNanos(), longestNs)
                : 0;
    }
}
