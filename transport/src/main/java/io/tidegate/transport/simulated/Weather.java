package io.tidegate.transport.simulated;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How a link behaves: how long a message takes, and how often which fault befalls one.
///
/// @param latencyNs    the least time a message takes one way, at least 1 ns
/// @param jitterNs     up to this much is added to each, evenly spread; 0 for none
/// @param delayMaxNs   the most that [Fault#DELAYED] adds, at least 1 ns
/// @param silenceMaxNs the longest that a partition lasts or a half-open connection stays unnoticed, at least 1 ns
/// @param ratesBps     of 10,000 messages that could meet the fault, how many do; 0 to 10,000, absent is 0
public record Weather(long latencyNs, long jitterNs, long delayMaxNs, long silenceMaxNs, Map<Fault, Integer> ratesBps) {
    /// One way in 0.5 to 0.6 ms, no faults; delays of up to 2 s and silences of up to 30 s once there are rates.
    public static final Weather CALM = new Weather(500_000, 100_000, 2_000_000_000L, 30_000_000_000L, Map.of());

    public Weather {
        if (latencyNs < 1 || jitterNs < 0 || delayMaxNs < 1 || silenceMaxNs < 1) {
            throw new IllegalArgumentException("times of a weather must be positive: latency " + latencyNs + ", jitter "
                    + jitterNs + ", delay " + delayMaxNs + ", silence " + silenceMaxNs);
        }
        EnumMap<Fault, Integer> rates = new EnumMap<>(Fault.class);
        ratesBps.forEach((fault, bps) -> {
            if (!fault.isPerMessage() || bps < 0 || bps > 10_000) {
                throw new IllegalArgumentException(
                        fault + " at " + bps + " bps: expected a per-message fault at 0 to 10000");
            }
            rates.put(fault, bps);
        });
        ratesBps = Collections.unmodifiableMap(rates);
    }

    /// The same with another latency.
    public Weather latency(long baseNs, long extraMaxNs) {
        return new Weather(baseNs, extraMaxNs, delayMaxNs, silenceMaxNs, ratesBps);
    }

    /// The same with other longest delays and silences.
    public Weather patience(long delayNs, long silenceNs) {
        return new Weather(latencyNs, jitterNs, delayNs, silenceNs, ratesBps);
    }

    /// The same with `fault` befalling `bps` of 10,000 messages.
    public Weather with(Fault fault, int bps) {
        EnumMap<Fault, Integer> rates = new EnumMap<>(Fault.class);
        rates.putAll(ratesBps);
        rates.put(fault, bps);
        return new Weather(latencyNs, jitterNs, delayMaxNs, silenceMaxNs, rates);
    }

    /// Every per-message fault at the same rate.
    public static Weather stormy(int bps) {
        Weather weather = CALM;
        for (Fault fault : Fault.values()) {
            if (fault.isPerMessage()) {
                weather = weather.with(fault, bps);
            }
        }
        return weather;
    }

    int rateBps(Fault fault) {
        return ratesBps.getOrDefault(fault, 0);
    }
}
