package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;

/// All levels of one side, best first.
final class BookSide {
    private final Side side;
    private final TreeMap<Long, Level> levels;

    BookSide(Side side) {
        this.side = side;
        levels = new TreeMap<>(side == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    /// @throws java.util.NoSuchElementException when the side is empty
    Level best() {
        return levels.firstEntry().getValue();
    }

    Level at(long price) {
        return levels.computeIfAbsent(price, p -> new Level(side, p));
    }

    long quantityAt(long price) {
        var level = levels.get(price);
        return level == null ? 0 : level.seen().quantity();
    }

    /// Forgets a level that has become empty.
    void drop(Level level) {
        levels.remove(level.price);
    }

    Collection<Level> bestFirst() {
        return levels.values();
    }
}
