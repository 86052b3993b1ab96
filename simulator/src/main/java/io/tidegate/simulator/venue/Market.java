package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.matching.LevelWatcher;
import io.tidegate.simulator.matching.OrderBook;
import io.tidegate.simulator.matching.PriceLevel;
import io.tidegate.simulator.matching.TriggerBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/// One instrument at the venue: its book, its open orders by number, its last prints. Read by faces and agents.
public final class Market {
    /// How many prints are remembered.
    public static final int PRINTS_MAX = 1_000;

    private final Listing listing;
    private final Deque<Print> prints = new ArrayDeque<>(); // oldest first
    private final Bars bars = new Bars();
    private final Deque<Aggregate> aggregates = new ArrayDeque<>(); // oldest first
    private final List<Consumer<Print>> watchers = new ArrayList<>(0);
    private long aggregateCount;
    private long lastOrderId;
    private long lastTradeId;
    private MarketPhase phase = MarketPhase.TRADING;
    private long lastPreventedId;
    final OrderBook book;
    final TriggerBook triggers = new TriggerBook();
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

    /// The last aggregates of trades, oldest first, at most [#PRINTS_MAX].
    public Deque<Aggregate> aggregates() {
        return aggregates;
    }

    /// Has trades told from now on, at once; the watcher must not call the venue.
    public void watchPrints(Consumer<Print> watcher) {
        watchers.add(watcher);
    }

    public void unwatchPrints(Consumer<Print> watcher) {
        watchers.remove(watcher);
    }

    /// Has changes of the book's levels told from now on, at once; the watcher must not call the venue.
    public void watchLevels(LevelWatcher watcher) {
        book.watch(watcher);
    }

    public void unwatchLevels(LevelWatcher watcher) {
        book.unwatch(watcher);
    }

    /// The quantity that can be seen at a price; 0 where nobody is.
    public long quantityAt(Side side, long price) {
        return book.quantityAt(side, price);
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

    long nextPreventedId() {
        return ++lastPreventedId;
    }

    void print(Print print) {
        if (prints.size() == PRINTS_MAX) {
            prints.removeFirst();
        }
        prints.addLast(print);
        bars.add(print);
        aggregate(print);
        for (Consumer<Print> watcher : watchers) {
            watcher.accept(print);
        }
    }

    private void aggregate(Print print) {
        if (!aggregates.isEmpty() && aggregates.getLast().takes(print)) {
            aggregates.addLast(aggregates.removeLast().with(print));
            return;
        }
        if (aggregates.size() == PRINTS_MAX) {
            aggregates.removeFirst();
        }
        aggregates.addLast(Aggregate.of(++aggregateCount, print));
    }

    @Override
    public String toString() {
        return listing.instrument().symbol();
    }
}
