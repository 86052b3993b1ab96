package io.tidegate.simulator.venue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the venue remembers of one account: its open orders, and up to a limit the closed ones and the fills.
///
/// A house account is remembered by its open orders only. How often a client id was used is forgotten with the last
/// order of that id.
final class Memory {
    private final int closedMax;
    private final boolean keepsClosed;
    private final Map<String, VenueOrder> openByClientId = new LinkedHashMap<>(); // unique while open; oldest first
    private final Deque<VenueOrder> closed = new ArrayDeque<>(); // oldest end first
    private final Deque<Fill> fills = new ArrayDeque<>(); // oldest first
    private final Map<String, VenueOrder> latestByClientId = new HashMap<>(); // looked up, never iterated
    private final Map<Key, VenueOrder> byId = new HashMap<>(); // looked up, never iterated
    private final Map<String, Integer> placedCount = new LinkedHashMap<>(); // in order of first use
    private final Map<Market, Integer> openCount = new HashMap<>(); // looked up, never iterated
    private long placedTotal;
    private long fillTotal;

    private record Key(int instrument, long orderId) {
        static Key of(VenueOrder order) {
            return new Key(order.market().instrument().id(), order.orderId());
        }
    }

    /// @param closedMax how many closed orders, and how many fills, are remembered
    Memory(int closedMax, boolean keepsClosed) {
        this.closedMax = closedMax;
        this.keepsClosed = keepsClosed;
    }

    void opened(VenueOrder order) {
        openByClientId.put(order.clientId(), order);
        openCount.merge(order.market(), 1, Integer::sum);
        placedTotal++;
        if (keepsClosed) {
            byId.put(Key.of(order), order);
            latestByClientId.put(order.clientId(), order);
            placedCount.merge(order.clientId(), 1, Integer::sum);
        }
    }

    void filled(Fill fill) {
        fillTotal++;
        if (keepsClosed) {
            if (fills.size() == closedMax) {
                fills.removeFirst();
            }
            fills.addLast(fill);
        }
    }

    void closed(VenueOrder order) {
        openByClientId.remove(order.clientId());
        openCount.merge(order.market(), -1, Integer::sum);
        if (keepsClosed) {
            if (closed.size() == closedMax) {
                forget(closed.removeFirst());
            }
            closed.addLast(order);
        }
    }

    private void forget(VenueOrder order) {
        byId.remove(Key.of(order));
        if (latestByClientId.remove(order.clientId(), order)) {
            placedCount.remove(order.clientId());
        }
    }

    boolean hasOpen(String clientId) {
        return openByClientId.containsKey(clientId);
    }

    /// Oldest first.
    Collection<VenueOrder> open() {
        return Collections.unmodifiableCollection(openByClientId.values());
    }

    int openCount(Market market) {
        return openCount.getOrDefault(market, 0);
    }

    /// All orders remembered in that market, by ascending order id.
    List<VenueOrder> orders(Market market) {
        var found = new ArrayList<VenueOrder>();
        for (VenueOrder order : closed) {
            if (order.market() == market) {
                found.add(order);
            }
        }
        for (VenueOrder order : openByClientId.values()) {
            if (order.market() == market) {
                found.add(order);
            }
        }
        found.sort((a, b) -> Long.compare(a.orderId(), b.orderId()));
        return found;
    }

    Optional<VenueOrder> byId(Market market, long orderId) {
        return Optional.ofNullable(byId.get(new Key(market.instrument().id(), orderId)));
    }

    /// The latest order of that client id.
    Optional<VenueOrder> byClientId(Market market, String clientId) {
        return Optional.ofNullable(latestByClientId.get(clientId)).filter(order -> order.market() == market);
    }

    Deque<Fill> fills() {
        return fills;
    }

    int placedCount(String clientId) {
        return placedCount.getOrDefault(clientId, 0);
    }

    Map<String, Integer> placedCounts() {
        return Collections.unmodifiableMap(placedCount);
    }

    long placedTotal() {
        return placedTotal;
    }

    long fillTotal() {
        return fillTotal;
    }
}
