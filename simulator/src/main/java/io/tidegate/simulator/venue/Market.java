package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.matching.OrderBook;
import io.tidegate.simulator.matching.PriceLevel;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.agrona.collections.Long2ObjectHashMap;

/// One instrument at the venue: its book, its open orders by number, its last prints. Read by faces and agents.
public final class Market {
    /// How many prints are remembered.
    public static final int PRINTS_MAX = 1_000;

    private final Listing listing;
    private final Deque<Print> prints = new ArrayDeque<>(); // oldest first
    private final Bars bars = new Bars();
    private long lastOrderId;
    private long lastTradeId;
    private MarketPhase phase = MarketPhase.TRADING;
    final OrderBook book;
    final Long2ObjectHashMap<VenueOrder> open = new Long2ObjectHashMap<>(); // looked up, never iterated

    Market(Listing listing) {
        this.listing = listing;
        book = new OrderBook(listing.instrument());
    }

    public Listing listing() {
        return listing;
    }

    public Instrument instrument() {
        return listing.instrument();
    }

    public Grid grid() {
        return listing.grid();
    }

    public Asset base() {
        return listing.base();
    }

    public Asset quote() {
        return listing.quote();
    }

    public MarketPhase phase() {
        return phase;
    }

    void enter(MarketPhase next) {
        phase = next;
    }

    /// The best price of a side; empty when nobody is there.
    public OptionalLong best(Side side) {
        return book.best(side);
    }

    /// The best levels of a side, best first.
    public List<PriceLevel> levels(Side side, int limit) {
        return book.levels(side, limit);
    }

    /// Counts the changes of the book.
    public long bookVersion() {
        return book.version();
    }

    /// The last trades, oldest first, at most [#PRINTS_MAX].
    public Deque<Print> prints() {
        return prints;
    }

    /// One-minute bars, oldest first.
    public List<Bar> bars() {
        return Collections.unmodifiableList(bars.all());
    }

    /// The price of the last trade; the listing's reference before the first.
    public long lastPrice() {
        return prints.isEmpty() ? listing.referencePrice() : prints.getLast().price();
    }

    long nextOrderId() {
        return ++lastOrderId;
    }

    long nextTradeId() {
        return ++lastTradeId;
    }

    void print(Print print) {
        if (prints.size() == PRINTS_MAX) {
            prints.removeFirst();
        }
        prints.addLast(print);
        bars.add(print);
    }

    @Override
    public String toString() {
        return listing.instrument().symbol();
    }
}
