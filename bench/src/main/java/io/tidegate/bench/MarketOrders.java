package io.tidegate.bench;

import io.tidegate.api.books.Books;
import io.tidegate.app.demo.DemoConfiguration;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import java.util.List;
import java.util.Locale;

/// Small IOC orders around the market as it stands: every other one crosses and is filled, the others expire at once,
/// so
/// that nothing piles up. Any thread.
final class MarketOrders {
    private static final int VENUE_ACCOUNT = 1;
    private static final int AWAY_DIVISOR = 500;
    private static final double VALUE = 10; // in the quote asset, above the venue's least
    private static final int KINDS = 4;

    private final Books books;
    private final String prefix;
    private final List<Instrument> instruments;

    /// @param prefix of the orders' keys, another one for each load
    MarketOrders(Books books, String prefix) {
        this.books = books;
        this.prefix = prefix;
        this.instruments = List.copyOf(books.listings().instruments());
    }

    /// The n-th order.
    OrderTerms order(int n) {
        Instrument instrument = instruments.get(n / KINDS % instruments.size());
        MarkSet mark = books.listings().mark(instrument.id()).orElseThrow();
        Grid grid = books.listings().grid(VENUE_ACCOUNT, instrument.id()).orElseThrow();
        Side side = (n & 1) == 0 ? Side.BUY : Side.SELL;
        boolean crosses = (n & 2) == 0;
        long from = (side == Side.BUY) == crosses ? mark.ask() : mark.bid();
        long away = from / AWAY_DIVISOR * side.sign() * (crosses ? 1 : -1);
        long price = (from + away) / grid.tick() * grid.tick();
        long quantity = Math.ceilDiv(quantity(instrument, mark.bid()), grid.lot()) * grid.lot();
        return new OrderTerms(
                DemoConfiguration.ACCOUNT,
                "",
                prefix + n,
                instrument.id(),
                side,
                OrderType.LIMIT,
                TimeInForce.IOC,
                quantity,
                price,
                0,
                Trigger.LAST,
                0,
                0,
                0,
                0,
                false,
                false,
                0,
                Urgency.NORMAL,
                0,
                VENUE_ACCOUNT,
                "");
    }

    private static long quantity(Instrument instrument, long price) {
        double whole = VALUE / (price / Math.pow(10, instrument.priceScale()));
        return (long) (whole * Math.pow(10, instrument.quantityScale()));
    }

    /// The same as a client writes it over HTTP.
    String json(OrderTerms terms) {
        Instrument instrument = books.listings().instrument(terms.instrument()).orElseThrow();
        return String.format(
                Locale.ROOT,
                "{\"clientKey\":\"%s\",\"instrument\":\"%s\",\"side\":\"%s\",\"type\":\"LIMIT\",\"timeInForce\":\"IOC\","
                        + "\"quantity\":\"%s\",\"price\":\"%s\"}",
                terms.clientKey(),
                instrument.symbol(),
                terms.side(),
                instrument.quantityText(terms.quantity()),
                instrument.priceText(terms.price()));
    }
}
