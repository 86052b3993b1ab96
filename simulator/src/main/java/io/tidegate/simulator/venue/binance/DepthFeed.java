package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.matching.LevelWatcher;
import io.tidegate.simulator.venue.Market;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Differences of the book: every level that has changed since the last event, with its quantity now, 0 for one
/// that is gone (fact sheet §5.1).
///
/// `U` is always one more than the `u` before, and both count as `lastUpdateId` of the snapshots does.
final class DepthFeed implements Feed, LevelWatcher {
    private final Market market;
    private final long everyNs;
    private final TreeSet<Long> bids = new TreeSet<>(Collections.reverseOrder()); // best first, as the venue sends them
    private final TreeSet<Long> asks = new TreeSet<>();
    private long toldVersion;
    private long dueNs;

    DepthFeed(Market market, long everyNs, long nowNs) {
        this.market = market;
        this.everyNs = everyNs;
        toldVersion = market.bookVersion();
        dueNs = Feed.next(nowNs, everyNs);
    }

    @Override
    public void changed(Side side, long price) {
        (side == Side.BUY ? bids : asks).add(price);
    }

    @Override
    public long poll(long nowNs, Consumer<Answer.Body> out) {
        if (nowNs >= dueNs) {
            if (market.bookVersion() != toldVersion) {
                out.accept(json -> write(json, nowNs));
                toldVersion = market.bookVersion();
                bids.clear();
                asks.clear();
            }
            dueNs = Feed.next(nowNs, everyNs);
        }
        return dueNs;
    }

    private void write(Json out, long nowNs) {
        out.beginObject();
        out.text("e", "depthUpdate");
        out.time("E", nowNs);
        out.text("s", Symbols.name(market));
        out.number("U", toldVersion + 1);
        out.number("u", market.bookVersion());
        levels(out, "b", Side.BUY, bids);
        levels(out, "a", Side.SELL, asks);
        out.endObject();
    }

    private void levels(Json out, String name, Side side, Set<Long> prices) {
        out.beginArray(name);
        for (long price : prices) {
            out.beginArray();
            out.text(Json.fixed(price, market.instrument().priceScale()));
            out.text(Json.fixed(
                    market.quantityAt(side, price), market.instrument().quantityScale()));
            out.endArray();
        }
        out.endArray();
    }

    @Override
    public void end() {
        market.unwatchLevels(this);
    }
}
