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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What the venue remembers of one account: its open orders, and up to a limit the closed ones and the fills.
///
/// A house account is remembered by its open orders only. How often a client id was used is forgotten with the last
/// order of that id. Nothing is searched from end to end: there are as many orders as a client cares to send.
final class Memory {
    /// Prevented matches and lists are few; the oldest are forgotten.
    private static final int FEW_MAX = 10_000;

    private final int closedMax;
    private final boolean keepsClosed;
    private final Map<Key, VenueOrder> open = new LinkedHashMap<>(); // oldest first
    private final Map<String, VenueOrder> openByClientId = new HashMap<>(); // looked up, never iterated
    private final Deque<VenueOrder> closed = new ArrayDeque<>(); // oldest end first
    private final Deque<Fill> fills = new ArrayDeque<>(); // oldest first
    private final Deque<Prevented> prevented = new ArrayDeque<>(); // oldest first
    private final NavigableMap<Long, OrderList> lists = new TreeMap<>(); // by id
    private final Map<Market, FillLog> fillLogs = new HashMap<>(); // looked up, never iterated
    private final Map<Market, NavigableMap<Long, VenueOrder>> byId = new HashMap<>(); // looked up, never iterated
    private final Map<String, VenueOrder> latestByClientId = new HashMap<>(); // looked up, never iterated
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
        open.put(Key.of(order), order);
        openByClientId.put(order.clientId(), order);
        openCount.merge(order.market(), 1, Integer::sum);
        placedTotal++;
        if (keepsClosed) {
            shelf(order.market()).put(order.orderId(), order);
            latestByClientId.put(order.clientId(), order);
            placedCount.merge(order.clientId(), 1, Integer::sum);
        }
    }

    private NavigableMap<Long, VenueOrder> shelf(Market market) {
        return byId.computeIfAbsent(market, _ -> new TreeMap<>());
    }

    void listed(OrderList list) {
        if (lists.size() == FEW_MAX) {
            lists.pollFirstEntry();
        }
        lists.put(list.id(), list);
    }

    void filled(Fill fill) {
        fillTotal++;
        if (keepsClosed) {
            if (fills.size() == closedMax) {
                fillLog(fills.removeFirst().market()).removeOldest();
            }
            fills.addLast(fill);
            fillLog(fill.market()).add(fill);
        }
    }

    void prevented(Prevented match) {
        if (prevented.size() == FEW_MAX) {
            prevented.removeFirst();
        }
        prevented.addLast(match);
    }

    /// An order has another client id now.
    void renamed(VenueOrder order, String oldClientId) {
        openByClientId.remove(oldClientId, order);
        openByClientId.put(order.clientId(), order);
        if (keepsClosed) {
            latestByClientId.put(order.clientId(), order);
        }
    }

    void closed(VenueOrder order) {
        open.remove(Key.of(order));
        openByClientId.remove(order.clientId(), order);
        openCount.merge(order.market(), -1, Integer::sum);
        if (keepsClosed) {
            if (closed.size() == closedMax) {
                forget(closed.removeFirst());
            }
            closed.addLast(order);
        }
    }

    private void forget(VenueOrder order) {
        shelf(order.market()).remove(order.orderId());
        for (Amendment amendment : order.amendments()) {
            latestByClientId.remove(amendment.newClientId(), order);
        }
        if (latestByClientId.remove(order.request().clientId(), order)) {
            placedCount.remove(order.request().clientId());
        }
    }

    boolean hasOpen(String clientId) {
        return openByClientId.containsKey(clientId);
    }

    /// Oldest first.
    Collection<VenueOrder> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    int openCount(Market market) {
        return openCount.getOrDefault(market, 0);
    }

    /// All orders remembered in that market, by order id.
    NavigableMap<Long, VenueOrder> orders(Market market) {
        return Collections.unmodifiableNavigableMap(shelf(market));
    }

    Optional<VenueOrder> byId(Market market, long orderId) {
        return Optional.ofNullable(shelf(market).get(orderId));
    }

    /// The latest order of that client id.
    Optional<VenueOrder> byClientId(Market market, String clientId) {
        return Optional.ofNullable(latestByClientId.get(clientId)).filter(order -> order.market() == market);
    }

    NavigableMap<Long, OrderList> lists() {
        return Collections.unmodifiableNavigableMap(lists);
    }

    Deque<Fill> fills() {
        return fills;
    }

    FillLog fillLog(Market market) {
        return fillLogs.computeIfAbsent(market, _ -> new FillLog());
    }

    List<Prevented> prevented() {
        return new ArrayList<>(prevented);
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
