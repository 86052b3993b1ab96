package io.tidegate.simulator.venue.binance;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderRequest;
import java.util.Optional;

/// The filters of a symbol: as `exchangeInfo` shows them, and as they judge an order (fact sheet §8).
final class Filters {
    /// Largest price, in times the price around which the market began.
    private static final int PRICE_MAX_TIMES = 10;

    private final BinanceSettings settings;

    Filters(BinanceSettings settings) {
        this.settings = settings;
    }

    void write(Json out, Market market) {
        Grid grid = market.grid();
        int priceScale = market.instrument().priceScale();
        int quantityScale = market.instrument().quantityScale();
        out.beginArray("filters");
        begin(out, "PRICE_FILTER");
        out.decimal("minPrice", grid.tick(), priceScale);
        out.decimal("maxPrice", priceMax(market), priceScale);
        out.decimal("tickSize", grid.tick(), priceScale);
        out.endObject();
        begin(out, "LOT_SIZE");
        out.decimal("minQty", grid.quantityMin(), quantityScale);
        out.decimal("maxQty", grid.quantityMax(), quantityScale);
        out.decimal("stepSize", grid.lot(), quantityScale);
        out.endObject();
        begin(out, "MARKET_LOT_SIZE");
        out.decimal("minQty", 0, quantityScale);
        out.decimal("maxQty", market.listing().marketQuantityMax(), quantityScale);
        out.decimal("stepSize", 0, quantityScale);
        out.endObject();
        begin(out, "NOTIONAL");
        out.decimal("minNotional", grid.notionalMin());
        out.bool("applyMinToMarket", true);
        out.text("maxNotional", "9000000.00000000");
        out.bool("applyMaxToMarket", false);
        out.number("avgPriceMins", 5);
        out.endObject();
        begin(out, "MAX_NUM_ORDERS");
        out.number("maxNumOrders", settings.openOrdersMax());
        out.endObject();
        out.endArray();
    }

    private static void begin(Json out, String type) {
        out.beginObject();
        out.text("filterType", type);
    }

    /// @param openCount the account's open orders on the symbol
    Optional<BinanceError> judge(Market market, OrderRequest request, int openCount) {
        Grid grid = market.grid();
        boolean isMarket = request.kind() == OrderKind.MARKET;
        boolean isByQuote = request.quote().signum() > 0;
        if (!isMarket && (!grid.takesPrice(request.price()) || request.price() > priceMax(market))) {
            return Optional.of(BinanceError.filter("PRICE_FILTER"));
        }
        if (!isByQuote && !grid.takesQuantity(request.quantity())) {
            return Optional.of(BinanceError.filter("LOT_SIZE"));
        }
        if (isMarket && request.quantity() > market.listing().marketQuantityMax()) {
            return Optional.of(BinanceError.filter("MARKET_LOT_SIZE"));
        }
        Amount notional = isByQuote
                ? request.quote()
                : market.instrument().value(isMarket ? market.lastPrice() : request.price(), request.quantity());
        if (notional.compareTo(grid.notionalMin()) < 0) {
            return Optional.of(BinanceError.filter("NOTIONAL"));
        }
        if (openCount >= settings.openOrdersMax()) {
            return Optional.of(BinanceError.filter("MAX_NUM_ORDERS"));
        }
        return Optional.empty();
    }

    private static long priceMax(Market market) {
        return Math.multiplyExact(market.listing().referencePrice(), PRICE_MAX_TIMES);
    }
}
