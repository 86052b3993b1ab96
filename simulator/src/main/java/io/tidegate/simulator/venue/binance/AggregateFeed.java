package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Aggregate;
import io.tidegate.simulator.venue.Market;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;

/// What each arriving order has traded at one price, as one trade; told when the order is through.
final class AggregateFeed implements Feed {
    private final Market market;
    private long toldId;

    AggregateFeed(Market market) {
        this.market = market;
        toldId = market.aggregates().isEmpty()
                ? 0
                : market.aggregates().getLast().id();
    }

    @Override
    public long poll(long nowNs, Consumer<Answer.Body> out) {
        Deque<Aggregate> fresh = new ArrayDeque<>();
        for (Iterator<Aggregate> latest = market.aggregates().descendingIterator(); latest.hasNext(); ) {
            Aggregate trade = latest.next();
            if (trade.id() <= toldId) {
                break;
            }
            fresh.addFirst(trade);
        }
        for (Aggregate trade : fresh) {
            out.accept(json -> {
                json.beginObject();
                json.text("e", "aggTrade");
                json.time("E", nowNs);
                json.text("s", Symbols.name(market));
                MarketCalls.aggregate(json, market, trade);
                json.endObject();
            });
            toldId = trade.id();
        }
        return Long.MAX_VALUE;
    }
}
