package io.tidegate.core.order;

import io.tidegate.core.risk.AccountLimits;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.OrderStands;
import java.util.ArrayList;
import java.util.List;

/// Orders, their children and their keys as lines of a snapshot or an image, and back.
///
/// What is restored from lines goes on exactly as what wrote them would have. One caller.
public final class OrderLines {
    private final Ids ids;
    private final Sweep sweep;
    private final Books books;
    private final OrderStore store;
    private final AccountLimits limits;
    private final Deadlines deadlines;

    OrderLines(Ids ids, Sweep sweep, Books books, AccountLimits limits, Deadlines deadlines) {
        this.ids = ids;
        this.sweep = sweep;
        this.books = books;
        this.store = books.store();
        this.limits = limits;
        this.deadlines = deadlines;
    }

    /// The first line of a snapshot.
    public CoreStands counters(int rulesVersion) {
        return new CoreStands(ids.last(), ids.incarnation(), rulesVersion, sweep.afterId());
    }

    /// Orders, children and old keys, as lines of a snapshot.
    public List<Event> lines() {
        return store.lines();
    }

    /// Ids of the orders that have not ended.
    public long[] openIds() {
        return store.open().keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /// The lines of one order and its children as they are now; none when it has ended.
    public List<Event> openLines(long orderId) {
        Order order = store.open().get(orderId);
        if (order == null) {
            return List.of();
        }
        var lines = new ArrayList<Event>();
        lines.add(order.line());
        order.children.forEach(child -> lines.add(child.line()));
        return lines;
    }

    /// Takes one line of a snapshot; orders come by rising id, each before its children.
    public void restore(Event line) {
        switch (line) {
            case CoreStands core -> {
                ids.restore(core.lastId(), core.incarnation());
                sweep.restore(core.sweepAfterId());
            }
            case OrderStands order -> count(store.restore(order));
            case ChildStands child -> {
                Child restored = store.restore(child);
                books.note(restored);
                books.holding().note(store.parent(restored));
            }
            case KeyStands key -> store.restore(key);
            default -> throw new IllegalArgumentException("no line of an order: " + line);
        }
    }

    private void count(Order order) {
        limits.accepted(order.terms, order.id, order.acceptedNs);
        if (order.isLive()) {
            limits.opened(order.terms);
            deadlines.add(order);
        }
    }
}
