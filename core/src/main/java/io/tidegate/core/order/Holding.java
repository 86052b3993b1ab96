package io.tidegate.core.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The orders of which we hold something back, by instrument: those whose stop is watched, and those that only wait
/// for room.
final class Holding {
    private final Map<Integer, NavigableMap<Long, Order>> watched = new LinkedHashMap<>();
    private final Map<Integer, NavigableMap<Long, Order>> waiting = new LinkedHashMap<>();

    /// Puts an order where it belongs now, or lets it go.
    void note(Order order) {
        boolean held = order.held().isPresent();
        put(watched, order, held && !order.released);
        put(waiting, order, held && order.released);
    }

    private static void put(Map<Integer, NavigableMap<Long, Order>> where, Order order, boolean belongs) {
        int instrument = order.terms.instrument();
        if (belongs) {
            where.computeIfAbsent(instrument, key -> new TreeMap<>()).put(order.id, order);
        } else if (where.containsKey(instrument)) {
            where.get(instrument).remove(order.id);
        }
    }

    /// Stops of an instrument that we watch, the oldest first: as many as the limits of the accounts let be open.
    List<Order> watched(int instrument) {
        NavigableMap<Long, Order> orders = watched.get(instrument);
        return orders == null ? List.of() : List.copyOf(orders.values());
    }

    /// Orders of an instrument that wait for room, the oldest first.
    List<Order> waiting(int instrument) {
        NavigableMap<Long, Order> orders = waiting.get(instrument);
        return orders == null ? List.of() : List.copyOf(orders.values());
    }

    /// Those that wait for room at a venue account.
    List<Order> waitingAt(int venueAccount) {
        var found = new ArrayList<Order>();
        for (NavigableMap<Long, Order> orders : waiting.values()) {
            for (Order order : orders.values()) {
                if (order.held()
                        .filter(child -> child.ready.venueAccount() == venueAccount)
                        .isPresent()) {
                    found.add(order);
                }
            }
        }
        return found;
    }
}
