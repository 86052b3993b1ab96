package io.tidegate.api.books;

import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.WorkingTerms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An order as it is now, with what has happened to it.
///
/// @param now        its terms as amended
/// @param filled     what has been booked for it, at the instrument's quantity scale
/// @param receivedNs when the edge had the request whole
/// @param acceptedNs log time of its acceptance
/// @param endedNs    log time of its end, 0 while it lives
/// @param history    its transitions since this process began to read, the oldest first; the last 1,000 at most
/// @param fills      likewise, the last 10,000 at most
public record OrderSeen(
        long orderId,
        OrderTerms terms,
        WorkingTerms now,
        OrderStatus status,
        long filled,
        long receivedNs,
        long acceptedNs,
        long endedNs,
        Evidence evidence,
        String reason,
        Set<Flag> flags,
        List<ChildSeen> children,
        List<FillSeen> fills,
        List<Step> history) {
    private static final int HISTORY_MAX = 1_000;
    private static final int FILLS_MAX = 10_000;

    static OrderSeen of(OrderAccepted accepted, long atNs) {
        return new OrderSeen(
                accepted.orderId(),
                accepted.terms(),
                WorkingTerms.of(accepted.terms()),
                OrderStatus.PENDING,
                0,
                accepted.receivedNs(),
                atNs,
                0,
                Evidence.NONE,
                "",
                Set.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static OrderSeen of(OrderStands stands) {
        return new OrderSeen(
                stands.orderId(),
                stands.terms(),
                stands.now(),
                stands.status(),
                stands.filled(),
                stands.receivedNs(),
                stands.acceptedNs(),
                stands.endedNs(),
                stands.evidence(),
                stands.reason(),
                Set.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// What its fills came to together, in the quote asset.
    public Amount filledQuote() {
        Amount sum = Amount.ZERO;
        for (ChildSeen child : children) {
            sum = sum.plus(child.filledQuote());
        }
        return sum;
    }

    OrderSeen moved(OrderMoved moved, long atNs, String by) {
        var step = new Step(atNs, 0, moved.from(), moved.to(), moved.filled(), moved.evidence(), by, moved.reason());
        return new OrderSeen(
                orderId,
                terms,
                now,
                moved.to(),
                moved.filled(),
                receivedNs,
                acceptedNs,
                moved.to().isTerminal() ? atNs : 0,
                moved.evidence(),
                moved.reason(),
                flags,
                children,
                fills,
                appended(history, step, HISTORY_MAX));
    }

    /// The same with another view of where it stands, its history kept: what a line of an image does.
    OrderSeen standing(OrderStands stands) {
        return new OrderSeen(
                orderId,
                terms,
                stands.now(),
                stands.status(),
                stands.filled(),
                receivedNs,
                stands.acceptedNs(),
                stands.endedNs(),
                stands.evidence(),
                stands.reason(),
                flags,
                children,
                fills,
                history);
    }

    OrderSeen amended(WorkingTerms terms) {
        return new OrderSeen(
                orderId,
                this.terms,
                terms,
                status,
                filled,
                receivedNs,
                acceptedNs,
                endedNs,
                evidence,
                reason,
                flags,
                children,
                fills,
                history);
    }

    OrderSeen flagged(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new OrderSeen(
                orderId,
                terms,
                now,
                status,
                filled,
                receivedNs,
                acceptedNs,
                endedNs,
                evidence,
                reason,
                more,
                children,
                fills,
                history);
    }

    OrderSeen stepped(Step step) {
        return new OrderSeen(
                orderId,
                terms,
                now,
                status,
                filled,
                receivedNs,
                acceptedNs,
                endedNs,
                evidence,
                reason,
                flags,
                children,
                fills,
                appended(history, step, HISTORY_MAX));
    }

    /// The status follows with a transition of its own, where it changes at all.
    OrderSeen filled(FillSeen fill) {
        OrderSeen changed = changed(fill.fill().childId(), child -> child.filled(fill.fill()));
        return new OrderSeen(
                orderId,
                terms,
                now,
                status,
                Math.addExact(filled, fill.fill().quantity()),
                receivedNs,
                acceptedNs,
                endedNs,
                evidence,
                reason,
                flags,
                changed.children,
                appended(fills, fill, FILLS_MAX),
                history);
    }

    /// Status and evidence stay as they were.
    OrderSeen corrected(FillCorrected by) {
        OrderSeen changed = changed(by.childId(), child -> child.corrected(by));
        var holding = new ArrayList<>(fills);
        holding.replaceAll(fill -> fill.isMeant(by) ? fill.corrected(by) : fill);
        return new OrderSeen(
                orderId,
                terms,
                now,
                status,
                Math.addExact(filled, by.quantity() - by.quantityBefore()),
                receivedNs,
                acceptedNs,
                endedNs,
                evidence,
                reason,
                flags,
                changed.children,
                List.copyOf(holding),
                history);
    }

    /// The same with that child in place of the one of the same id, or behind the others.
    OrderSeen with(ChildSeen child) {
        var others = new ArrayList<>(children);
        others.removeIf(other -> other.childId() == child.childId());
        others.add(child);
        others.sort((a, b) -> Long.compare(a.childId(), b.childId()));
        return withChildren(others);
    }

    OrderSeen changed(long childId, UnaryOperator<ChildSeen> change) {
        var changed = new ArrayList<>(children);
        changed.replaceAll(child -> child.childId() == childId ? change.apply(child) : child);
        return withChildren(changed);
    }

    private OrderSeen withChildren(List<ChildSeen> others) {
        return new OrderSeen(
                orderId,
                terms,
                now,
                status,
                filled,
                receivedNs,
                acceptedNs,
                endedNs,
                evidence,
                reason,
                flags,
                List.copyOf(others),
                fills,
                history);
    }

    private static <T> List<T> appended(List<T> items, T item, int countMax) {
        var longer = new ArrayList<T>(items.size() + 1);
        longer.addAll(items.size() < countMax ? items : items.subList(1, items.size()));
        longer.add(item);
        return List.copyOf(longer);
    }
}
