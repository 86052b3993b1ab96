package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The orders of one price, oldest first.
final class Level {
    final Side side;
    final long price;
    private final Map<Long, RestingOrder> queue =
            new LinkedHashMap<>(); // in order of arrival, removed in constant time
    private long quantity;

    Level(Side side, long price) {
        this.side = side;
        this.price = price;
    }

    /// Queues an order behind all others.
    RestingOrder append(long orderId, long left) {
        var order = new RestingOrder(orderId, this, left);
        queue.put(orderId, order);
        quantity = Math.addExact(quantity, left);
        return order;
    }

    void reduce(RestingOrder order, long by) {
        order.left -= by;
        quantity -= by;
    }

    void remove(RestingOrder order) {
        queue.remove(order.orderId);
        quantity -= order.left;
    }

    RestingOrder oldest() {
        return queue.values().iterator().next();
    }

    Collection<RestingOrder> oldestFirst() {
        return queue.values();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    PriceLevel seen() {
        return new PriceLevel(price, quantity, queue.size());
    }
}
