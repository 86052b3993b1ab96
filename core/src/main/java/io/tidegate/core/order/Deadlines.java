package io.tidegate.core.order;

import io.tidegate.model.event.EventSink;
import java.util.Optional;
import java.util.TreeSet;

/// When orders end by themselves: their deadline, their time in force, a group that never got whole. Follows from the
/// orders, so that nothing of it is in a snapshot.
final class Deadlines {
    private record Due(long atNs, long orderId) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return atNs != other.atNs ? Long.compare(atNs, other.atNs) : Long.compare(orderId, other.orderId);
        }
    }

    private final Books books;
    private final Lifecycle life;
    private final TreeSet<Due> dues = new TreeSet<>();

    Deadlines(Books books, Lifecycle life) {
        this.books = books;
        this.life = life;
    }

    /// Notes every time at which a live order has to be looked at.
    void add(Order order) {
        if (order.terms.deadlineNs() != 0) {
            dues.add(new Due(order.terms.deadlineNs(), order.id));
        }
        if (order.expiresNs() != Long.MAX_VALUE) {
            dues.add(new Due(order.expiresNs(), order.id));
        }
        if (order.terms.link().isGrouped()) {
            dues.add(new Due(order.acceptedNs + Groups.WHOLE_WITHIN_NS, order.id));
        }
    }

    /// The earliest of them; `Long.MAX_VALUE` when there is none.
    long nextNs() {
        return dues.isEmpty() ? Long.MAX_VALUE : dues.first().atNs;
    }

    /// Looks at the earliest, if its time has come.
    void fire(long nowNs, EventSink out) {
        if (nextNs() > nowNs || dues.isEmpty()) {
            return;
        }
        Optional<Order> due = books.store().order(dues.removeFirst().orderId).filter(Order::isLive);
        due.filter(order -> !order.cancelling).ifPresent(order -> look(order, nowNs, out));
    }

    private void look(Order order, long nowNs, EventSink out) {
        String reason = order.timeUp(nowNs);
        boolean grouped = order.terms.link().isGrouped();
        if (!reason.isEmpty()) {
            life.cancel(order, reason, nowNs, out);
        } else if (grouped && !books.groups().isWhole(order)) {
            life.cancel(order, Contingencies.GROUP + "it was never whole", nowNs, out);
        }
    }
}
