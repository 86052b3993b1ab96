package io.tidegate.market.book;

import io.tidegate.model.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What a book should show, kept the plain way: a sorted map for each side.
public final class Truth {
    private final NavigableMap<Long, Long> bids;
    private final NavigableMap<Long, Long> asks;

    public Truth() {
        this(new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
    }

    private Truth(NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {
        this.bids = bids;
        this.asks = asks;
    }

    public Truth copy() {
        return new Truth(new TreeMap<>(bids), new TreeMap<>(asks));
    }

    public void set(Side side, long price, long quantity) {
        if (quantity == 0) {
            side(side).remove(price);
        } else {
            side(side).put(price, quantity);
        }
    }

    public boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey() >= asks.firstKey();
    }

    public Levels levels() {
        var levels = new Levels();
        bids.forEach((price, quantity) -> levels.add(Side.BUY, price, quantity));
        asks.forEach((price, quantity) -> levels.add(Side.SELL, price, quantity));
        return levels;
    }

    /// The best levels of a side, as `price x quantity`.
    public List<String> best(Side side, int levels) {
        return side(side).entrySet().stream()
                .limit(levels)
                .map(level -> level.getKey() + " x " + level.getValue())
                .toList();
    }

    /// The same of a view.
    public static List<String> shown(BookView view, Side side) {
        var shown = new ArrayList<String>();
        for (int index = 0; index < view.count(side); index++) {
            shown.add(view.price(side, index) + " x " + view.quantity(side, index));
        }
        return shown;
    }

    private NavigableMap<Long, Long> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
