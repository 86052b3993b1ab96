package io.tidegate.simulator.venue.binance;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.Trigger;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.Optional;

/// The filters of a symbol: as `exchangeInfo` shows them, and as they judge an order (fact sheet §8).
final class Filters {
    /// Most times that an order may be made smaller.
    static final int AMENDS_MAX = 10;

    /// Largest price, in times the price around which the market began.
    private static final int PRICE_MAX_TIMES = 10;

    /// A price may be at most so many times the last one, and at least one such part of it.
    private static final int PRICE_BAND_TIMES = 5;

    private static final int ICEBERG_PARTS_MAX = 10;
    private static final int LISTS_MAX = 20;
    private static final int TRAILING_MIN_BPS = 10;
    private static final int TRAILING_MAX_BPS = 2_000;

    private final SimulatedVenue venue;
    private final BinanceSettings settings;

    Filters(SimulatedVenue venue, BinanceSettings settings) {
        this.venue = venue;
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
        count(out, "ICEBERG_PARTS", "limit", ICEBERG_PARTS_MAX);
        begin(out, "MARKET_LOT_SIZE");
        out.decimal("minQty", 0, quantityScale);
        out.decimal("maxQty", market.listing().marketQuantityMax(), quantityScale);
        out.decimal("stepSize", 0, quantityScale);
        out.endObject();
        begin(out, "TRAILING_DELTA");
        for (String where : new String[] {"AboveDelta", "BelowDelta"}) {
            out.number("minTrailing" + where, TRAILING_MIN_BPS);
            out.number("maxTrailing" + where, TRAILING_MAX_BPS);
        }
        out.endObject();
        begin(out, "PERCENT_PRICE_BY_SIDE");
        for (String side : new String[] {"bid", "ask"}) {
            out.text(side + "MultiplierUp", Integer.toString(PRICE_BAND_TIMES));
            out.text(side + "MultiplierDown", "0.2");
        }
        out.number("avgPriceMins", 5);
        out.endObject();
        begin(out, "NOTIONAL");
        out.decimal("minNotional", grid.notionalMin());
        out.bool("applyMinToMarket", true);
        out.text("maxNotional", "9000000.00000000");
        out.bool("applyMaxToMarket", false);
        out.number("avgPriceMins", 5);
        out.endObject();
        count(out, "MAX_NUM_ORDERS", "maxNumOrders", settings.openOrdersMax());
        count(out, "MAX_NUM_ORDER_LISTS", "maxNumOrderLists", LISTS_MAX);
        count(out, "MAX_NUM_ALGO_ORDERS", "maxNumAlgoOrders", settings.algoOrdersMax());
        count(out, "MAX_NUM_ORDER_AMENDS", "maxNumOrderAmends", AMENDS_MAX);
        out.endArray();
    }

    private static void begin(Json out, String type) {
        out.beginObject();
        out.text("filterType", type);
    }

    private static void count(Json out, String type, String name, int max) {
        begin(out, type);
        out.number(name, max);
        out.endObject();
    }

    /// Why an order is refused.
    Optional<BinanceError> judge(Account account, Market market, OrderRequest request) {
        return brokenBy(account, market, request).map(BinanceError::filter);
    }

    /// Why one more list is refused.
    Optional<BinanceError> judgeList(Account account, Market market) {
        long open = venue.lists(account).values().stream()
                .filter(list -> list.market() == market && !list.isDone())
                .count();
        return open >= LISTS_MAX ? Optional.of(BinanceError.filter("MAX_NUM_ORDER_LISTS")) : Optional.empty();
    }

    private Optional<String> brokenBy(Account account, Market market, OrderRequest request) {
        Grid grid = market.grid();
        boolean isMarket = request.kind() == OrderKind.MARKET;
        boolean isByQuote = request.quote().signum() > 0;
        var trigger = request.conditions().trigger();
        if (!isMarket && (!grid.takesPrice(request.price()) || request.price() > priceMax(market))) {
            return Optional.of("PRICE_FILTER");
        }
        if (trigger.isPresent() && !takesStop(market, trigger.get())) {
            return Optional.of("PRICE_FILTER");
        }
        if (!isMarket && !isInBand(market.lastPrice(), request.price())) {
            return Optional.of("PERCENT_PRICE_BY_SIDE");
        }
        if (!isByQuote && !grid.takesQuantity(request.quantity())) {
            return Optional.of("LOT_SIZE");
        }
        long shown = request.conditions().display();
        if (shown > 0 && !grid.takesQuantity(shown)) {
            return Optional.of("LOT_SIZE");
        }
        if (shown > 0 && Math.ceilDiv(request.quantity(), shown) > ICEBERG_PARTS_MAX) {
            return Optional.of("ICEBERG_PARTS");
        }
        if (isMarket && request.quantity() > market.listing().marketQuantityMax()) {
            return Optional.of("MARKET_LOT_SIZE");
        }
        if (trigger.isPresent() && trigger.get().isTrailing() && !takesTrailing(trigger.get())) {
            return Optional.of("TRAILING_DELTA");
        }
        if (notional(market, request).compareTo(grid.notionalMin()) < 0) {
            return Optional.of("NOTIONAL");
        }
        if (venue.openCount(account, market) >= settings.openOrdersMax()) {
            return Optional.of("MAX_NUM_ORDERS");
        }
        if (trigger.isPresent() && waitingCount(account, market) >= settings.algoOrdersMax()) {
            return Optional.of("MAX_NUM_ALGO_ORDERS");
        }
        return Optional.empty();
    }

    private static Amount notional(Market market, OrderRequest request) {
        if (request.quote().signum() > 0) {
            return request.quote();
        }
        long price = request.price() != 0
                ? request.price()
                : request.conditions()
                        .trigger()
                        .map(Trigger::stopPrice)
                        .filter(stop -> stop != 0)
                        .orElseGet(market::lastPrice);
        return market.instrument().value(price, request.quantity());
    }

    /// Whether a quantity fits the symbol's steps and limits.
    static boolean takesQuantity(Market market, long quantity) {
        return market.grid().takesQuantity(quantity);
    }

    private static boolean takesStop(Market market, Trigger trigger) {
        long stop = trigger.stopPrice();
        return stop == 0 || (market.grid().takesPrice(stop) && stop <= priceMax(market));
    }

    private static boolean takesTrailing(Trigger trigger) {
        return trigger.trailingBps() >= TRAILING_MIN_BPS && trigger.trailingBps() <= TRAILING_MAX_BPS;
    }

    private static boolean isInBand(long last, long price) {
        return price / PRICE_BAND_TIMES <= last && last / PRICE_BAND_TIMES <= price;
    }

    private long waitingCount(Account account, Market market) {
        return venue.openOrders(account).stream()
                .filter(order -> order.market() == market && waits(order))
                .count();
    }

    private static boolean waits(VenueOrder order) {
        return order.trigger().isPresent() && order.workingNs().isEmpty();
    }

    private static long priceMax(Market market) {
        return Math.multiplyExact(market.listing().referencePrice(), PRICE_MAX_TIMES);
    }
}
