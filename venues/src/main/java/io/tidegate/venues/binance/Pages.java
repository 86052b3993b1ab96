package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.VenueCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The pages of one question for fills or for past orders (binance.md section 3.1: windows of at most 24 h, at most
/// 1,000 rows).
///
/// Time windows lead to the first row, then ids lead on: a page from an id has no window and is complete. A
/// full time window is halved and asked again, since the venue does not say which end of it a full page
/// shows. At most 2,000 pages, which is over five years without a row.
///
/// Ids do not fall, but the two sides of a trade with oneself share one: a full page that ends at an id is followed
/// by one that begins at it, lest the other side be lost between them; what comes twice is one by its key.
final class Pages {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int PAGES_MAX = 2_000;

    private final VenueCall call;
    private final Instrument instrument;
    private final boolean isOfTrades;
    private final long untilMs;
    private final List<FillSeen> fills = new ArrayList<>();
    private final List<OrderState> orders = new ArrayList<>();
    private long fromMs;
    private long windowMs = DAY_MS;
    private long fromId = -1;
    private int pageCount;

    private Pages(VenueCall call, Instrument instrument, long sinceNs, boolean isOfTrades, long venueNowMs) {
        this.call = call;
        this.instrument = instrument;
        this.isOfTrades = isOfTrades;
        this.fromMs = Math.floorDiv(sinceNs, 1_000_000L);
        this.untilMs = venueNowMs;
    }

    /// @param venueNowMs the venue's time as we know it
    static Pages of(VenueCall.Fills call, long venueNowMs) {
        return new Pages(call, call.instrument(), call.sinceNs(), true, venueNowMs);
    }

    static Pages of(VenueCall.History call, long venueNowMs) {
        return new Pages(call, call.instrument(), call.sinceNs(), false, venueNowMs);
    }

    /// What the pages answer.
    VenueCall call() {
        return call;
    }

    /// Whether rows are trades; else they are orders.
    boolean isOfTrades() {
        return isOfTrades;
    }

    List<FillSeen> fills() {
        return fills;
    }

    List<OrderState> orders() {
        return orders;
    }

    /// Takes a row, unless it is one that the page before ended with.
    void add(FillSeen fill) {
        for (int i = fills.size() - 1; i >= 0 && fills.get(i).tradeId().equals(fill.tradeId()); i--) {
            if (fills.get(i).venueOrderId().equals(fill.venueOrderId())) {
                return;
            }
        }
        fills.add(fill);
    }

    void add(OrderState order) {
        if (orders.isEmpty() || !orders.getLast().venueOrderId().equals(order.venueOrderId())) {
            orders.add(order);
        }
    }

    /// What to ask next.
    Request next() {
        if (fromId >= 0) {
            return isOfTrades ? Requests.tradesFrom(instrument, fromId) : Requests.ordersFrom(instrument, fromId);
        }
        long toMs = fromMs + windowMs - 1;
        return isOfTrades ? Requests.trades(instrument, fromMs, toMs) : Requests.orders(instrument, fromMs, toMs);
    }

    /// What a page means.
    enum Step {
        /// Its rows count, and there is more.
        MORE,
        /// Its rows count, and there is no more.
        LAST,
        /// Its rows do not count: the same is asked again in smaller windows.
        AGAIN
    }

    /// Goes on behind a page.
    ///
    /// @throws Drift when ids fall, or there is no end to the pages
    Step took(List<Fields> rows) {
        pageCount++;
        if (pageCount > PAGES_MAX) {
            throw new Drift("more than " + PAGES_MAX + " pages of " + (isOfTrades ? "trades" : "orders"));
        }
        String idName = isOfTrades ? "id" : "orderId";
        long lastId = fromId;
        for (Fields row : rows) {
            long id = row.id(idName);
            if (id < lastId || id == Long.MAX_VALUE) {
                throw row.expected(idName, "an id not below " + lastId);
            }
            lastId = id;
        }
        boolean isFull = rows.size() >= Requests.PAGE_ROWS;
        if (fromId >= 0) {
            fromId = isFull ? lastId : lastId + 1;
            return isFull ? Step.MORE : Step.LAST;
        }
        if (isFull) {
            if (windowMs == 1) {
                throw new Drift("a full page within one millisecond: which rows it lacks cannot be asked");
            }
            windowMs /= 2;
            return Step.AGAIN;
        }
        if (!rows.isEmpty()) {
            fromId = lastId + 1;
            return Step.MORE;
        }
        fromMs += windowMs;
        windowMs = Math.min(DAY_MS, windowMs * 2);
        return fromMs <= untilMs ? Step.MORE : Step.LAST;
    }
}
