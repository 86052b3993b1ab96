package io.tidegate.simulator.agents;

/// How lively a simulated market is.
///
/// @param quoteEveryNs   between two moves of the quotes of a market
/// @param takeEveryNs    on average between two orders of its taker
/// @param levelCount     quoted per side, 1 to 50
/// @param halfSpreadTicks from the middle to the best quote, at least 1
/// @param moveMaxTicks   the middle moves by at most so much at a time
/// @param levelQuote     value of a level in the quote asset, on average, in whole units
public record CrowdSettings(
        long quoteEveryNs, long takeEveryNs, int levelCount, int halfSpreadTicks, int moveMaxTicks, long levelQuote) {
    public CrowdSettings {
        if (quoteEveryNs <= 0
                || takeEveryNs <= 0
                || levelCount < 1
                || levelCount > 50
                || halfSpreadTicks < 1
                || moveMaxTicks < 0
                || levelQuote < 1) {
            throw new IllegalArgumentException("no crowd: quotes every " + quoteEveryNs + " ns, takes every "
                    + takeEveryNs + " ns, " + levelCount + " levels, half spread " + halfSpreadTicks
                    + " ticks, moves of " + moveMaxTicks + " ticks, levels of " + levelQuote);
        }
    }

    /// Quotes move five times a second, a taker comes once a second; ten levels of about 50,000 a side.
    public static CrowdSettings usual() {
        return new CrowdSettings(200_000_000L, 1_000_000_000L, 10, 2, 3, 50_000);
    }
}
