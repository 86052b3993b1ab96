package io.tidegate.simulator.matching;

/// An order that waits in the book.
final class RestingOrder {
    final long orderId;
    final Level level;
    long left;

    RestingOrder(long orderId, Level level, long left) {
        this.orderId = orderId;
        this.level = level;
        this.left = left;
    }
}
