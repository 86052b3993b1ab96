package io.tidegate.simulator.agents;

/// How lively a simulated market is.
///
/// @param quoteEveryNs   between two moves of the quotes of a market
/// @param takeEveryNs    on average between two orders of its taker
/// @param levelCount     quoted per side, 1 to 50
/// @param halfSpreadTicks from the middle to the best quote, at least 1
/// @param moveMaxTicks   the middle moves by at most so much at a time
/// @param levelQuote     value of a level in the quote asset, on average, in whole units
/// @param weather        what makes a market more than noise
public record CrowdSettings(
        long quoteEveryNs,
        long takeEveryNs,
        int levelCount,
        int halfSpreadTicks,
        int moveMaxTicks,
        long levelQuote,
        Weather weather) {
    /// What makes a market more than noise.
    ///
    /// @param moveMaxPpm    the middle moves by at most so many millionths of the price at a time, if that is more
    ///                      than `moveMaxTicks`
    /// @param newsEveryNs   on average between two jumps; 0 for none
    /// @param newsMaxPpm    largest jump, in millionths of the price
    /// @param followEveryNs how often the follower of trends looks; 0 for none
    /// @param followPpm     move since it last looked that makes it trade along
    public record Weather(int moveMaxPpm, long newsEveryNs, int newsMaxPpm, long followEveryNs, int followPpm) {
        public static final Weather CALM = new Weather(0, 0, 0, 0, 0);

        public Weather {
            if (moveMaxPpm < 0
                    || newsEveryNs < 0
                    || newsMaxPpm < 0
                    || newsMaxPpm > 100_000
                    || followEveryNs < 0
                    || followPpm < 0
                    || moveMaxPpm > 10_000) {
                throw new IllegalArgumentException("no weather: moves of " + moveMaxPpm + " ppm, news every "
                        + newsEveryNs + " ns of " + newsMaxPpm + " ppm, a follower every " + followEveryNs
                        + " ns from " + followPpm + " ppm on");
            }
        }
    }

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

    /// Quotes move five times a second, a taker comes once a second; ten levels of about 50,000 a side. Prices hardly
    /// move.
    public static CrowdSettings usual() {
        return new CrowdSettings(200_000_000L, 1_000_000_000L, 10, 2, 3, 50_000, Weather.CALM);
    }

    /// Prices move as those of a large coin do, by about a hundredth a day; news come every two minutes and move them
    /// by up to two thousandths at once; and somebody follows the trend.
    public static CrowdSettings lively() {
        var weather = new Weather(60, 120_000_000_000L, 2_000, 1_000_000_000L, 60);
        return new CrowdSettings(200_000_000L, 400_000_000L, 20, 2, 3, 50_000, weather);
    }
}
