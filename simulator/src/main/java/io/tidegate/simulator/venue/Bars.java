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
        if (bars.isEmpty() || bars.getLast().openNs() != openNs) {
            if (bars.size() == BARS_MAX) {
                bars.removeFirst();
            }
            bars.add(new Bar(
                    openNs,
                    print.price(),
                    print.price(),
                    print.price(),
                    print.price(),
                    0,
                    Amount.ZERO,
                    0,
                    0,
                    Amount.ZERO));
        }
        bars.set(bars.size() - 1, extended(bars.getLast(), print));
    }

    List<Bar> all() {
        return bars;
    }

    private static Bar extended(Bar bar, Print print) {
        boolean bought = !print.buyerIsMaker();
        return new Bar(
                bar.openNs(),
                bar.open(),
                Math.max(bar.high(), print.price()),
                Math.min(bar.low(), print.price()),
                print.price(),
                bar.quantity() + print.quantity(),
                bar.quote().plus(print.quote()),
                bar.tradeCount() + 1,
                bar.takerQuantity() + (bought ? print.quantity() : 0),
                bought ? bar.takerQuote().plus(print.quote()) : bar.takerQuote());
    }
}
