package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import org.jspecify.annotations.Nullable;

/// The orders of one price, oldest first, linked through themselves.
final class Level {
    final Side side;
    final long price;

    @Nullable
    RestingOrder oldest;

    @Nullable
    RestingOrder youngest;

    /// What its orders show.
    long quantity;

    int orderCount;

    Level(Side side, long price) {
        this.side = side;
        this.price = price;
    }

    /// Queues an order behind all others.
    void append(RestingOrder order) {
        quantity = Math.addExact(quantity, order.left);
        link(order);
        orderCount++;
    }

    /// Makes what an order shows smaller; it keeps its place.
    void reduce(RestingOrder order, long by) {
        order.left -= by;
        quantity -= by;
    }

    /// Shows the next part of an iceberg whose last part has traded, behind all others.
    void refill(RestingOrder order) {
        order.left = Math.min(order.display, order.hidden);
        order.hidden -= order.left;
        quantity += order.left;
        unlink(order);
        link(order);
    }

    void remove(RestingOrder order) {
        quantity -= order.left;
        unlink(order);
        orderCount--;
    }

    private void link(RestingOrder order) {
        RestingOrder last = youngest;
        order.older = last;
        if (last == null) {
            oldest = order;
        } else {
            last.younger = order;
        }
        youngest = order;
    }

    private void unlink(RestingOrder order) {
        RestingOrder before = order.older;
        RestingOrder behind = order.younger;
        if (before == null) {
            oldest = behind;
        } else {
            before.younger = behind;
        }
        if (behind == null) {
            youngest = before;
        } else {
            behind.older = before;
        }
        order.older = null;
        order.younger = null;
    }

    boolean isEmpty() {
        return orderCount == 0;
    }

    PriceLevel seen() {
        return new PriceLevel(price, quantity, orderCount);
    }
}
