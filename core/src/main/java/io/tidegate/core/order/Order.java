package io.tidegate.core.order;

import io.tidegate.model.event.OrderStands;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.WorkingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One order of a client, with its children. Mutable, owned by [Orders].
final class Order {
    /// The reason under which an order that has outlived its deadline is cancelled.
    static final String DEADLINE = "DEADLINE_PASSED";

    final long id;
    final OrderTerms terms;
    final long acceptedNs;
    final long receivedNs;
    final List<Child> children = new ArrayList<>(1);
    OrderStatus status = OrderStatus.PENDING;
    long filled;
    int nextSlice;
    /// Whether its end has been asked for.
    boolean cancelling;
    Evidence evidence = Evidence.NONE;
    String reason = "";
    long endedNs;

    Order(long id, OrderTerms terms, long acceptedNs, long receivedNs) {
        this.id = id;
        this.terms = terms;
        this.acceptedNs = acceptedNs;
        this.receivedNs = receivedNs;
    }

    static Order restored(OrderStands line) {
        var order = new Order(line.orderId(), line.terms(), line.acceptedNs(), line.receivedNs());
        order.status = line.status();
        order.filled = line.filled();
        order.nextSlice = line.nextSlice();
        order.cancelling = line.cancelling();
        order.evidence = line.evidence();
        order.reason = line.reason();
        order.endedNs = line.endedNs();
        return order;
    }

    OrderStands line() {
        return new OrderStands(
                id,
                terms,
                status,
                filled,
                nextSlice,
                cancelling,
                acceptedNs,
                endedNs,
                receivedNs,
                evidence,
                reason,
                WorkingTerms.of(terms),
                Optional.empty(),
                false,
                0);
    }

    boolean isLive() {
        return !status.isTerminal();
    }

    boolean hasLiveChild() {
        for (Child child : children) {
            if (child.isLive()) {
                return true;
            }
        }
        return false;
    }

    /// What may still be proposed: ordered less filled less the worst case of what is live (SPEC ALG-4).
    long unallocated() {
        long worst = 0;
        for (Child child : children) {
            worst += child.isLive() ? Math.max(child.ready.quantity(), child.filled) : child.filled;
        }
        return Math.max(0, terms.quantity() - worst);
    }

    /// Whether the first proposal asked for the whole: then the order ends with its children, else it waits for more.
    boolean isWhole() {
        long proposed = 0;
        for (Child child : children) {
            proposed += child.ready.quantity();
        }
        return nextSlice == 1 && proposed == terms.quantity();
    }

    /// The status that follows from the children, while the order lives (SPEC ORD-14).
    OrderStatus derived() {
        if (children.isEmpty()) {
            return OrderStatus.PENDING;
        }
        if (cancelling && hasLiveChild()) {
            return OrderStatus.PENDING_CANCEL;
        }
        if (filled > 0) {
            return OrderStatus.PARTIALLY_FILLED;
        }
        for (Child child : children) {
            if (child.isLive() && child.status == OrderStatus.SUBMITTED) {
                return isAnyOpen() ? OrderStatus.OPEN : OrderStatus.SUBMITTED;
            }
        }
        return OrderStatus.OPEN;
    }

    /// How it ended, once no child lives and no further one will come.
    OrderStatus ended() {
        if (filled >= terms.quantity()) {
            return OrderStatus.FILLED;
        }
        if (cancelling) {
            return reason.equals(DEADLINE) ? OrderStatus.EXPIRED : OrderStatus.CANCELLED;
        }
        boolean expired = false;
        boolean worked = filled > 0;
        for (Child child : children) {
            expired |= child.status == OrderStatus.EXPIRED;
            worked |= child.status != OrderStatus.REJECTED;
        }
        if (!worked) {
            return OrderStatus.REJECTED;
        }
        return expired ? OrderStatus.EXPIRED : OrderStatus.CANCELLED;
    }

    private boolean isAnyOpen() {
        for (Child child : children) {
            if (child.isLive() && child.status != OrderStatus.SUBMITTED) {
                return true;
            }
        }
        return false;
    }
}
