package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.matching.PriceLevel;
import io.tidegate.simulator.venue.Market;
import java.util.function.Consumer;

/// The best bid and ask with their quantities, whenever one of them changes. `u` counts as in the differences of the
/// book, and the two agree: whoever has applied all up to `u` sees the same best prices.
final class BookTickerFeed implements Feed {
    private static final PriceLevel NOBODY = new PriceLevel(0, 0, 1);

    private final Market market;
    private long seenVersion = -1;
    private PriceLevel bid = NOBODY;
    private PriceLevel ask = NOBODY;

    BookTickerFeed(Market market) {
        this.market = market;
    }

    @Override
    public long poll(long nowNs, Consumer<Answer.Body> out) {
        if (market.bookVersion() != seenVersion) {
            seenVersion = market.bookVersion();
            PriceLevel nextBid = best(Side.BUY);
            PriceLevel nextAsk = best(Side.SELL);
            if (!isSame(bid, nextBid) || !isSame(ask, nextAsk)) {
                bid = nextBid;
                ask = nextAsk;
                out.accept(this::write);
            }
        }
        return Long.MAX_VALUE;
    }

    private PriceLevel best(Side side) {
        var levels = market.levels(side, 1);
        return levels.isEmpty() ? NOBODY : levels.getFirst();
    }

    private static boolean isSame(PriceLevel one, PriceLevel other) {
        return one.price() == other.price() && one.quantity() == other.quantity();
    }

    private void write(Json out) {
        int priceScale = market.instrument().priceScale();
        int quantityScale = market.instrument().quantityScale();
        out.beginObject();
        out.number("u", seenVersion);
        out.text("s", Symbols.name(market));
        out.decimal("b", bid.price(), priceScale);
        out.decimal("B", bid.quantity(), quantityScale);
        out.decimal("a", ask.price(), priceScale);
        out.decimal("A", ask.quantity(), quantityScale);
        out.endObject();
    }
}
