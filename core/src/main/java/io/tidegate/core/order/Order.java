package io.tidegate.core.order;

import io.tidegate.model.event.OrderStands;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.WorkingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One order of a client, with its children. Mutable, owned by [Orders].
final class Order {
    /// The reason under which an order that has outlived its deadline is cancelled.
    static final String DEADLINE = "DEADLINE_PASSED";
    /// The reason under which an order is cancelled whose time in force we enforce and has passed.
    static final String EXPIRY = "TIME_IN_FORCE_PASSED";

    /// How the reasons begin under which an order that was held ends as refused.
    static final String REFUSED = "REFUSED ";

    private static final long DAY_NS = 86_400_000_000_000L;

    final long id;
    final OrderTerms terms;
    final long acceptedNs;
    final long receivedNs;
    final List<Child> children = new ArrayList<>(1);
    OrderStatus status = OrderStatus.PENDING;
    long filled;
    int nextSlice;
    /// Its terms as amended.
    WorkingTerms now;
    /// The terms that an amendment under way asks for.
    Optional<WorkingTerms> wanted = Optional.empty();
    /// Whether it may be worked: it has no stop that we hold, or that stop was set off.
    boolean released = true;
    /// The best reference price that a trailing stop has seen; 0 before the first.
    long extreme;
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
        this.now = WorkingTerms.of(terms);
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
        order.now = line.now();
        order.wanted = line.wanted();
        order.released = line.released();
        order.extreme = line.extreme();
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
                now,
                wanted,
                released,
                extreme);
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

    /// The part that we hold back; empty when there is none.
    Optional<Child> held() {
        for (Child child : children) {
            if (child.isHeld()) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// The last child that the venue has or may have; empty when there is none.
    Optional<Child> out() {
        for (int i = children.size() - 1; i >= 0; i--) {
            if (children.get(i).isOut()) {
                return Optional.of(children.get(i));
            }
        }
        return Optional.empty();
    }

    /// How many children the venue has or may have.
    int outCount() {
        int count = 0;
        for (Child child : children) {
            count += child.isOut() ? 1 : 0;
        }
        return count;
    }

    /// What venues may still fill of it, at worst.
    long atWork() {
        long sum = 0;
        for (Child child : children) {
            sum += child.remaining();
        }
        return sum;
    }

    /// Whether its stop is ours to watch: it has one, and no venue was given it.
    boolean isStopOurs() {
        return terms.type() != OrderType.LIMIT
                && terms.type() != OrderType.MARKET
                && children.stream().noneMatch(child -> child.ready.type() == terms.type());
    }

    /// Whether nothing is set aside for it while it is held: an exit gives away what its entry brings, and the stop of
    /// an OCO pair what the other order has set aside (SPEC POS-5).
    boolean isLean() {
        GroupRole role = terms.link().role();
        boolean stop = terms.type() != OrderType.LIMIT && terms.type() != OrderType.MARKET;
        return role.isDependent() || (role == GroupRole.OCO && stop);
    }

    /// Whether it shows only a part of itself, by our own doing.
    boolean isSliced() {
        return terms.displayQuantity() > 0
                && children.stream()
                        .noneMatch(child -> child.ready.instructions().displayQuantity() > 0);
    }

    /// When its time in force ends, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for never. A day ends at 0:00 UTC.
    long expiresNs() {
        return switch (terms.tif()) {
            case GTD -> terms.expiresAtNs();
            case DAY -> Math.addExact(acceptedNs - Math.floorMod(acceptedNs, DAY_NS), DAY_NS);
            case GTC, IOC, FOK -> Long.MAX_VALUE;
        };
    }

    /// Why its time is up, or "".
    String timeUp(long nowNs) {
        if (terms.deadlineNs() != 0 && terms.deadlineNs() <= nowNs) {
            return DEADLINE;
        }
        return expiresNs() <= nowNs ? EXPIRY : "";
    }

    /// What may still be proposed: ordered less filled less the worst case of what is live (SPEC ALG-4).
    long unallocated() {
        long worst = 0;
        for (Child child : children) {
            worst += child.isLive() ? Math.max(child.ready.quantity(), child.filled) : child.filled;
        }
        return Math.max(0, now.quantity() - worst);
    }

    /// Whether the first proposal asked for the whole: then the order ends with its children, else it waits for more.
    boolean isWhole() {
        long proposed = 0;
        for (Child child : children) {
            proposed += child.ready.quantity();
        }
        return nextSlice == 1 && proposed >= now.quantity();
    }

    /// The status that follows from the children, while the order lives (SPEC ORD-14).
    OrderStatus derived() {
        if (children.isEmpty()) {
            return OrderStatus.PENDING;
        }
        if (cancelling && hasLiveChild()) {
            return OrderStatus.PENDING_CANCEL;
        }
        if (out().filter(child -> child.status == OrderStatus.PENDING_REPLACE).isPresent()) {
            return OrderStatus.PENDING_REPLACE;
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
        if (filled >= now.quantity()) {
            return OrderStatus.FILLED;
        }
        if (cancelling) {
            if (reason.startsWith(REFUSED) && filled == 0) {
                return OrderStatus.REJECTED;
            }
            boolean late = reason.equals(DEADLINE) || reason.equals(EXPIRY);
            return late ? OrderStatus.EXPIRED : OrderStatus.CANCELLED;
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
