package io.tidegate.simulator.venue;

import io.tidegate.model.number.Amount;
import java.util.ArrayList;
import java.util.List;

/// The one-minute bars of a market, at most a day of them; a minute without a trade has none.
final class Bars {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int BARS_MAX = 24 * 60;

    private final List<Bar> bars = new ArrayList<>();

    void add(Print print) {
        long openNs = print.timeNs() - Math.floorMod(print.timeNs(), MINUTE_NS);
        boolean bought = !print.buyerIsMaker();
        var bar = new Bar(
                openNs,
                print.price(),
                print.price(),
                print.price(),
                print.price(),
                print.quantity(),
                print.quote(),
                1,
                bought ? print.quantity() : 0,
                bought ? print.quote() : Amount.ZERO,
                print.tradeId());
        if (!bars.isEmpty() && bars.getLast().openNs() == openNs) {
            bars.set(bars.size() - 1, bars.getLast().followedBy(bar));
            return;
        }
        if (bars.size() == BARS_MAX) {
            bars.removeFirst();
        }
        bars.add(bar);
    }

    List<Bar> all() {
        return bars;
    }
}
