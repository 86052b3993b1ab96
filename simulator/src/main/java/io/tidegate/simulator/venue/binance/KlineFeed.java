package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Bar;
import io.tidegate.simulator.venue.Market;
import java.util.function.Consumer;

/// The bar that is being made, every other second while something trades; and once more when it is done.
final class KlineFeed implements Feed {
    private final Market market;
    private final StreamName name;
    private final long lengthNs;
    private long openNs;
    private long toldTradeId = -1;
    private long dueNs;

    KlineFeed(Market market, StreamName name, long nowNs) {
        this.market = market;
        this.name = name;
        lengthNs = Klines.lengthNs(name.detail()).orElseThrow();
        openNs = Math.floorDiv(nowNs, lengthNs) * lengthNs;
        dueNs = Feed.next(nowNs, name.everyNs());
    }

    @Override
    public long poll(long nowNs, Consumer<Answer.Body> out) {
        if (nowNs >= openNs + lengthNs) {
            Klines.at(market, openNs, lengthNs).ifPresent(bar -> out.accept(json -> write(json, bar, true, nowNs)));
            openNs = Math.floorDiv(nowNs, lengthNs) * lengthNs;
        }
        if (nowNs >= dueNs) {
            Klines.at(market, openNs, lengthNs)
                    .filter(bar -> bar.lastTradeId() != toldTradeId)
                    .ifPresent(bar -> {
                        toldTradeId = bar.lastTradeId();
                        out.accept(json -> write(json, bar, false, nowNs));
                    });
            dueNs = Feed.next(nowNs, name.everyNs());
        }
        return Math.min(dueNs, openNs + lengthNs);
    }

    private void write(Json out, Bar bar, boolean isClosed, long nowNs) {
        int priceScale = market.instrument().priceScale();
        int quantityScale = market.instrument().quantityScale();
        out.beginObject();
        out.text("e", "kline");
        out.time("E", nowNs);
        out.text("s", Symbols.name(market));
        out.beginObject("k");
        out.time("t", bar.openNs());
        out.time("T", bar.openNs() + lengthNs - 1);
        out.text("s", Symbols.name(market));
        out.text("i", name.detail());
        out.number("f", bar.lastTradeId() - bar.tradeCount() + 1);
        out.number("L", bar.lastTradeId());
        out.decimal("o", bar.open(), priceScale);
        out.decimal("c", bar.close(), priceScale);
        out.decimal("h", bar.high(), priceScale);
        out.decimal("l", bar.low(), priceScale);
        out.decimal("v", bar.quantity(), quantityScale);
        out.number("n", bar.tradeCount());
        out.bool("x", isClosed);
        out.decimal("q", bar.quote());
        out.decimal("V", bar.takerQuantity(), quantityScale);
        out.decimal("Q", bar.takerQuote());
        out.text("B", "0");
        out.endObject();
        out.endObject();
    }
}
