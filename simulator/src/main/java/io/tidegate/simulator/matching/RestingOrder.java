package io.tidegate.simulator.matching;

import org.jspecify.annotations.Nullable;

/// An order that waits in the book; also its own link in the queue of its price, so that leaving takes constant time
/// and resting one object.
final class RestingOrder {
    final long orderId;
    final long owner;

    /// What is shown of an iceberg at a time; 0 for an order that is shown whole.
    final long display;

    final Level level;

    /// Shown in the book, at least 1.
    long left;

    /// Follows when what is shown has traded.
    long hidden;

    @Nullable
    RestingOrder older;

    @Nullable
    RestingOrder younger;

    RestingOrder(long orderId, long owner, Level level, long display, long quantity) {
        this.orderId = orderId;
        this.owner = owner;
        this.level = level;
        this.display = display;
        left = display == 0 ? quantity : Math.min(display, quantity);
        hidden = quantity - left;
    }

    long whole() {
        return left + hidden;
    }
}
