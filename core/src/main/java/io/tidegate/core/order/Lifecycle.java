package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import java.util.List;
import java.util.Optional;

/// Moves children by the table and lets their orders follow: every change of a status happens here, is told, and gives
/// back what it frees.
final class Lifecycle {
    private final Catalog catalog;
    private final AccountLimits limits;
    private final OrderStore store;
    private final Reserve reserve;
    private final Books books;

    Lifecycle(Books books) {
        this.catalog = books.catalog();
        this.limits = books.limits();
        this.store = books.store();
        this.reserve = books.reserve();
        this.books = books;
    }

    /// Lets something happen to a child, and its order follow.
    ///
    /// @return what the table said
    Life.Step happen(Child child, Happening happening, Evidence evidence, String reason, long nowNs, EventSink out) {
        Life.Step step = Life.next(child.status, happening);
        if (step.to() != child.status) {
            Amount before = reserve.of(child);
            OrderStatus from = child.status;
            child.status = step.to();
            Order order = store.parent(child);
            if (!child.isLive()) {
                boolean replaced = from == OrderStatus.PENDING_REPLACE
                        && child.cancelSent
                        && child.status == OrderStatus.CANCELLED;
                if (!replaced && from != OrderStatus.PENDING) {
                    forgetWanted(order, out);
                }
                child.amendQuantity = 0;
                child.amendPrice = 0;
                child.evidence = evidence;
                child.reason = reason;
                child.endedNs = nowNs;
                child.ending = Optional.empty();
                child.cancelSent = false;
            }
            reserve.settle(child, before);
            books.note(child);
            if (from == OrderStatus.PENDING) {
                books.holding().note(order);
            }
            out.emit(new ChildMoved(
                    child.id(),
                    child.ready.orderId(),
                    from,
                    child.status,
                    child.filled,
                    child.venueOrderId,
                    evidence,
                    reason));
        }
        Order order = store.parent(child);
        follow(order, evidence, reason, nowNs, out);
        books.stir(order);
        return step;
    }

    /// What a client wanted of an order can no longer be.
    private static void forgetWanted(Order order, EventSink out) {
        Optional<WorkingTerms> wanted = order.wanted;
        order.wanted = Optional.empty();
        if (wanted.isPresent() && !wanted.get().equals(order.now)) {
            out.emit(new AmendRefused(
                    order.id, Refusal.of(RefusalCode.ALREADY_ENDED, "orderId", order.id, "an order still at work")));
        }
    }

    /// Ends a part that we hold.
    void drop(Child child, String reason, long nowNs, EventSink out) {
        happen(child, Happening.CANCEL_ASKED, Evidence.NEVER_HANDED_OUT, reason, nowNs, out);
    }

    /// Ends an order because a newer one of the same owner could trade with it.
    void cancelForSelfTrade(Order order, long newerId, long nowNs, EventSink out) {
        if (order.isLive() && !order.cancelling) {
            cancel(order, "SELF_TRADE with order " + newerId, nowNs, out);
        }
    }

    /// Ends a child in the way that the venue says, by what has been filled.
    void end(Child child, EndKind kind, Evidence evidence, String reason, long nowNs, EventSink out) {
        Happening happening = switch (kind) {
            case FILLED -> child.filled >= child.ready.quantity() ? Happening.LAST_FILL : Happening.CANCELLED;
            case CANCELLED -> Happening.CANCELLED;
            case EXPIRED -> Happening.EXPIRED;
            case REJECTED -> child.filled == 0 ? Happening.REFUSED_UNFILLED : Happening.REFUSED_FILLED;
        };
        happen(child, happening, evidence, reason, nowNs, out);
    }

    /// Asks for the end of an order and of every child that lives.
    void cancel(Order order, String reason, long nowNs, EventSink out) {
        order.cancelling = true;
        order.reason = reason;
        forgetWanted(order, out);
        for (Child child : List.copyOf(order.children)) {
            cancel(child, reason, nowNs, out);
        }
        follow(order, Evidence.NEVER_HANDED_OUT, reason, nowNs, out);
    }

    /// Asks for the end of a child; a question that is already out is not asked twice.
    void cancel(Child child, String reason, long nowNs, EventSink out) {
        if (child.isHeld()) {
            drop(child, reason, nowNs, out);
        } else if (child.isLive() && !child.cancelSent) {
            child.cancelSent = true;
            happen(child, Happening.CANCEL_ASKED, Evidence.NONE, reason, nowNs, out);
            handOutCancel(child, out);
        }
    }

    /// Tells whoever holds the lease now to cancel this child at the venue.
    void handOutCancel(Child child, EventSink out) {
        VenueDesk venue = catalog.venue(child.ready.venueAccount()).orElseThrow();
        out.emit(new CancelReady(
                child.id(), child.ready.orderId(), child.ready.venueAccount(), venue.epoch(), child.venueOrderId));
    }

    /// Gives an order the status that follows from its children.
    void follow(Order order, Evidence evidence, String reason, long nowNs, EventSink out) {
        if (!order.isLive()) {
            return;
        }
        boolean live = order.hasLiveChild();
        if (live && order.filled >= order.now.quantity() && !order.cancelling && order.wanted.isEmpty()) {
            // Filled, with more at work than was left: no child outlives its parent.
            cancel(order, "FILLED_ELSEWHERE", nowNs, out);
            return;
        }
        boolean complete = order.filled >= order.now.quantity() || order.isWhole();
        boolean over = !live && (order.cancelling || (complete && order.wanted.isEmpty()));
        OrderStatus to = over ? order.ended() : order.derived();
        if (to == order.status) {
            return;
        }
        OrderStatus from = order.status;
        order.status = to;
        String why = order.cancelling && !order.reason.isEmpty() ? order.reason : reason;
        if (over) {
            order.evidence = evidence;
            order.reason = why;
            order.endedNs = nowNs;
            limits.ended(order.terms);
            store.close(order);
        }
        out.emit(new OrderMoved(order.id, from, to, order.filled, over ? evidence : Evidence.NONE, why));
    }
}
