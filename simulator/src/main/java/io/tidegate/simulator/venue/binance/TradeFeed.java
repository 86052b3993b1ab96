package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.Print;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Every trade, as it happens.
final class TradeFeed implements Feed, Consumer<Print> {
    private final Market market;
    private final Deque<Print> waiting = new ArrayDeque<>(); // until the next poll, which follows at once

    TradeFeed(Market market) {
        this.market = market;
    }

    @Override
    public void accept(Print print) {
        waiting.addLast(print);
    }

    @Override
    public long poll(long nowNs, Consumer<Answer.Body> out) {
        while (!waiting.isEmpty()) {
            Print print = waiting.removeFirst();
            out.accept(json -> write(json, print, nowNs));
        }
        return Long.MAX_VALUE;
    }

    private void write(Json out, Print print, long nowNs) {
        out.beginObject();
        out.text("e", "trade");
        out.time("E", nowNs);
        out.text("s", Symbols.name(market));
        out.number("t", print.tradeId());
        out.decimal("p", print.price(), market.instrument().priceScale());
        out.decimal("q", print.quantity(), market.instrument().quantityScale());
        out.time("T", print.timeNs());
        out.bool("m", print.buyerIsMaker());
        out.bool("M", true);
        out.endObject();
    }

    @Override
    public void end() {
        market.unwatchPrints(this);
    }
}
