package io.tidegate.venues.binance;

import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.VenueCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The pages of one question for fills (binance.md section 3.1: windows of at most 24 h, at most 1,000 rows).
///
/// Time windows lead to the first trade, then ids lead on: `fromId` has no window, and its pages are complete. A full
/// time window is halved and asked again, since the venue does not say which end of it a full page shows. At most 2,000
/// pages, which is over five years without a trade.
///
/// Ids do not fall, but the two sides of a trade with oneself share one: a full page that ends at an id is followed by
/// one that begins at it, lest the other side be lost between them; what comes twice is one fill by its key.
final class FillPages {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int PAGES_MAX = 2_000;

    private final VenueCall.Fills call;
    private final long untilMs;
    private final List<FillSeen> fills = new ArrayList<>();
    private long fromMs;
    private long windowMs = DAY_MS;
    private long fromId = -1;
    private int pageCount;

    /// @param venueNowMs the venue's time as we know it
    FillPages(VenueCall.Fills call, long venueNowMs) {
        this.call = call;
        this.fromMs = Math.floorDiv(call.sinceNs(), 1_000_000L);
        this.untilMs = venueNowMs;
    }

    VenueCall.Fills call() {
        return call;
    }

    List<FillSeen> fills() {
        return fills;
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

    /// What to ask next.
    Request next(Requests requests) {
        return fromId >= 0
                ? requests.tradesFrom(call.instrument(), fromId)
                : requests.trades(call.instrument(), fromMs, fromMs + windowMs - 1);
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
            throw new Drift("more than " + PAGES_MAX + " pages of trades");
        }
        long lastId = fromId;
        for (Fields row : rows) {
            long id = row.id("id");
            if (id < lastId || id == Long.MAX_VALUE) {
                throw row.expected("id", "an id not below " + lastId);
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
                throw new Drift("a full page of trades within one millisecond: which ones it lacks cannot be asked");
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
