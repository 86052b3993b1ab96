package io.tidegate.core.order;

import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.OrderStands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.collections.Long2ObjectHashMap;

/// Every order in memory, and the names under which it is found: by id, by client key, by the venue's id.
///
/// Ended orders leave by the [Horizon]; their keys stay longer, with a digest of what the order was.
final class OrderStore {
    record ClientKey(String account, String clientKey) {}

    private record VenueKey(int venueAccount, int instrument, String venueOrderId) {}

    private record Ended(long endedNs, long orderId) implements Comparable<Ended> {
        @Override
        public int compareTo(Ended other) {
            return endedNs != other.endedNs
                    ? Long.compare(endedNs, other.endedNs)
                    : Long.compare(orderId, other.orderId);
        }
    }

    /// How many that have passed the horizon leave with one command: more than can end with one.
    private static final int FORGET_LIMIT = 8;

    private final Horizon horizon;
    private final NavigableMap<Long, Order> open = new TreeMap<>();
    private final NavigableMap<Long, Order> orders = new TreeMap<>();
    private final Long2ObjectHashMap<Child> children = new Long2ObjectHashMap<>(); // looked up, never iterated
    private final Map<ClientKey, Long> keys = new LinkedHashMap<>();
    private final Map<VenueKey, Child> byVenueId = new LinkedHashMap<>();
    private final TreeSet<Ended> ended = new TreeSet<>();
    private final Map<ClientKey, KeyStands> oldKeys = new LinkedHashMap<>();

    private final Groups groups;

    OrderStore(Horizon horizon, Groups groups) {
        this.horizon = horizon;
        this.groups = groups;
    }

    Optional<Order> order(long orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    Optional<Order> order(String account, String clientKey) {
        Long id = keys.get(new ClientKey(account, clientKey));
        return id == null ? Optional.empty() : order(id);
    }

    /// The key of an order that has left memory, while it still answers.
    Optional<KeyStands> oldKey(String account, String clientKey, long nowNs) {
        return Optional.ofNullable(oldKeys.get(new ClientKey(account, clientKey)))
                .filter(key -> nowNs - key.endedNs() <= horizon.keyNs());
    }

    Optional<Child> child(long childId) {
        return Optional.ofNullable(children.get(childId));
    }

    Optional<Child> child(int venueAccount, int instrument, String venueOrderId) {
        return Optional.ofNullable(byVenueId.get(new VenueKey(venueAccount, instrument, venueOrderId)));
    }

    Order parent(Child child) {
        return Objects.requireNonNull(orders.get(child.ready.orderId()), "a child without its order");
    }

    /// Orders that have not ended, by id.
    NavigableMap<Long, Order> open() {
        return open;
    }

    int size() {
        return orders.size();
    }

    void add(Order order) {
        orders.put(order.id, order);
        keys.put(new ClientKey(order.terms.account(), order.terms.clientKey()), order.id);
        if (order.isLive()) {
            open.put(order.id, order);
        } else {
            ended.add(new Ended(order.endedNs, order.id));
        }
        if (order.terms.link().isGrouped()) {
            keepTogether(groups.add(order));
        }
    }

    /// An ended order does not leave while another one of its group lives: what it was filled bounds the others.
    private void keepTogether(List<Order> legs) {
        boolean lives = legs.stream().anyMatch(Order::isLive);
        for (Order leg : legs) {
            if (!leg.isLive()) {
                var entry = new Ended(leg.endedNs, leg.id);
                if (lives) {
                    ended.remove(entry);
                } else {
                    ended.add(entry);
                }
            }
        }
    }

    void add(Child child, Order order) {
        order.children.add(child);
        children.put(child.id(), child);
        if (!child.venueOrderId.isEmpty()) {
            byVenueId.put(venueKey(child), child);
        }
    }

    /// Notes the venue's id of a child; the newest child has it where a venue gives an id twice.
    void name(Child child, String venueOrderId) {
        if (!venueOrderId.isEmpty() && child.venueOrderId.isEmpty()) {
            child.venueOrderId = venueOrderId;
            byVenueId.put(venueKey(child), child);
        }
    }

    void close(Order order) {
        open.remove(order.id);
        ended.add(new Ended(order.endedNs, order.id));
        keepTogether(groups.legs(order.terms));
    }

    /// The venue gave an order another id.
    void rename(Child child, String venueOrderId) {
        if (!venueOrderId.isEmpty() && !venueOrderId.equals(child.venueOrderId)) {
            child.venueOrderId = venueOrderId;
            byVenueId.put(venueKey(child), child);
        }
    }

    /// Lets leave what has passed the horizon, a bounded number with each command.
    void forget(long nowNs) {
        for (int i = 0; i < FORGET_LIMIT && !ended.isEmpty(); i++) {
            Ended oldest = ended.first();
            if (nowNs - oldest.endedNs <= horizon.orderNs() && ended.size() <= horizon.ordersMax()) {
                break;
            }
            ended.remove(oldest);
            leave(Objects.requireNonNull(orders.remove(oldest.orderId)));
        }
        var oldest = oldKeys.values().iterator();
        for (int i = 0; i < FORGET_LIMIT && oldest.hasNext(); i++) {
            if (nowNs - oldest.next().endedNs() <= horizon.keyNs() && oldKeys.size() <= horizon.keysMax()) {
                break;
            }
            oldest.remove();
        }
    }

    private void leave(Order order) {
        var key = new ClientKey(order.terms.account(), order.terms.clientKey());
        keys.remove(key);
        Digest digest = Digest.of(order.terms);
        oldKeys.remove(key);
        oldKeys.put(key, new KeyStands(key.account, key.clientKey, order.id, digest.hi(), digest.lo(), order.endedNs));
        if (order.terms.link().isGrouped()) {
            groups.remove(order);
        }
        for (Child child : order.children) {
            children.remove(child.id());
            if (!child.venueOrderId.isEmpty()) {
                byVenueId.remove(venueKey(child), child);
            }
        }
    }

    /// Every order with its children, and every old key, as lines.
    List<Event> lines() {
        var lines = new ArrayList<Event>();
        for (Order order : orders.values()) {
            lines.add(order.line());
            order.children.forEach(child -> lines.add(child.line()));
        }
        lines.addAll(oldKeys.values());
        return lines;
    }

    Order restore(OrderStands line) {
        Order order = Order.restored(line);
        add(order);
        return order;
    }

    Child restore(ChildStands line) {
        Order order = Objects.requireNonNull(orders.get(line.orderId()), "a child without its order");
        Child child = Child.restored(line, order.isLean());
        add(child, order);
        return child;
    }

    void restore(KeyStands line) {
        oldKeys.put(new ClientKey(line.account(), line.clientKey()), line);
    }

    private static VenueKey venueKey(Child child) {
        return new VenueKey(child.ready.venueAccount(), child.ready.instrument(), child.venueOrderId);
    }
}
