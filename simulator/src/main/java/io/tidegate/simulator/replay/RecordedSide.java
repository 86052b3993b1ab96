package io.tidegate.simulator.replay;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// One side of a recorded book: the orders that stand for it, and what snapshot and differences have told of it.
final class RecordedSide {
    final NavigableMap<Long, List<VenueOrder>> orders; // by price, best first

    /// Prices at which the orders may be other than told, by a trade or a best price.
    final Set<Long> doubtful = new LinkedHashSet<>();

    final Map<Long, Long> told = new HashMap<>(); // quantity by price; looked up, never iterated

    RecordedSide(Side side) {
        orders = new TreeMap<>(side == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
    }

    void tell(long price, long quantity) {
        doubtful.remove(price);
        if (quantity == 0) {
            told.remove(price);
        } else {
            told.put(price, quantity);
        }
    }

    long told(long price) {
        return told.getOrDefault(price, 0L);
    }
}
