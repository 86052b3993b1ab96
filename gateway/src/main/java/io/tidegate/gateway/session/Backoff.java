package io.tidegate.gateway.session;

/// How long to wait before trying again: `first × 2^attempt`, at most `longest`, spread by a jitter (SPEC CON-2,
/// ERR-2).
///
/// @param firstNs       after the first failure, positive
/// @param longestNs     never longer, not below `firstNs`, at most an hour
/// @param jitterPercent each way, 0 to 50
public record Backoff(long firstNs, long longestNs, int jitterPercent) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long HOUR_NS = 3_600 * SECOND_NS;

    /// 1 s doubling to 60 s, jitter 10 % (SPEC CFG-1).
    public static final Backoff RECONNECT = new Backoff(SECOND_NS, 60 * SECOND_NS, 10);

    /// 1 s doubling to 30 s: questions about one order.
    public static final Backoff QUESTIONS = new Backoff(SECOND_NS, 30 * SECOND_NS, 0);

    public Backoff {
        if (firstNs < 1 || longestNs < firstNs || longestNs > HOUR_NS || jitterPercent < 0 || jitterPercent > 50) {
            throw new IllegalArgumentException("backoff " + firstNs + " to " + longestNs + " ns, jitter "
                    + jitterPercent + " %: expected 1 ns <= first <= longest <= 1 h, jitter 0 to 50 %");
        }
    }

    /// The wait without jitter.
    ///
    /// @param attempt from 0
    public long delayNs(int attempt) {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt " + attempt + ": expected 0 or more");
        }
        boolean capped = attempt >= Long.numberOfLeadingZeros(firstNs) - 1;
        return capped ? longestNs : Math.min(longestNs, firstNs << attempt);
    }

    /// The wait with jitter.
    ///
    /// @param chance drawn evenly from 0 to 1
    public long delayNs(int attempt, double chance) {
        long delayNs = delayNs(attempt);
        return delayNs + (long) (delayNs / 100.0 * jitterPercent * (2 * chance - 1));
    }
}
