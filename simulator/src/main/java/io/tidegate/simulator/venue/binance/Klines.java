package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Bar;
import io.tidegate.simulator.venue.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Bars of the venue's intervals, made of the market's bars of one minute.
final class Klines {
    static final long MINUTE_NS = 60_000_000_000L;

    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("1m", 1),
            Map.entry("3m", 3),
            Map.entry("5m", 5),
            Map.entry("15m", 15),
            Map.entry("30m", 30),
            Map.entry("1h", 60),
            Map.entry("2h", 120),
            Map.entry("4h", 240),
            Map.entry("6h", 360),
            Map.entry("8h", 480),
            Map.entry("12h", 720),
            Map.entry("1d", 1_440));

    private Klines() {}

    /// How long a bar of that interval is, such as `15m`; empty for an interval that is not offered.
    static OptionalLong lengthNs(String interval) {
        Integer minutes = MINUTES.get(interval);
        return minutes == null ? OptionalLong.empty() : OptionalLong.of(minutes * MINUTE_NS);
    }

    /// One-minute bars as bars of that length, oldest first.
    static List<Bar> joined(List<Bar> bars, long lengthNs) {
        var joined = new ArrayList<Bar>();
        for (Bar bar : bars) {
            long openNs = bar.openNs() - Math.floorMod(bar.openNs(), lengthNs);
            if (joined.isEmpty() || joined.getLast().openNs() != openNs) {
                joined.add(bar.openingAt(openNs));
            } else {
                joined.set(joined.size() - 1, joined.getLast().followedBy(bar));
            }
        }
        return joined;
    }

    /// The bar that opens at that time; empty where nothing was traded.
    static Optional<Bar> at(Market market, long openNs, long lengthNs) {
        var bars = market.bars();
        int first = bars.size();
        while (first > 0 && bars.get(first - 1).openNs() >= openNs) {
            first--;
        }
        int end = first;
        while (end < bars.size() && bars.get(end).openNs() < openNs + lengthNs) {
            end++;
        }
        return joined(bars.subList(first, end), lengthNs).stream().findFirst();
    }
}
