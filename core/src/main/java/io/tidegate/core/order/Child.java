package io.tidegate.core.order;

import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import java.util.Optional;

/// One order at one venue account. Mutable, owned by [Orders].
final class Child {
    /// What it is for now; while it is held, what it will be for.
    ChildReady ready;
    long readyNs;
    final int feeReserveBps;
    /// Whether nothing is set aside for it while it is held: another order of its group has done so.
    final boolean lean;
    OrderStatus status;
    long filled;
    Amount filledQuote = Amount.ZERO;
    /// What the venue says was filled in all; −1 where it has not said.
    long reported = -1;
    /// How the venue said that it ended, while fills are missing.
    Optional<EndKind> ending = Optional.empty();
    String venueOrderId = "";
    /// What the venue has been asked to make of it, fills included; 0 while no amendment is under way.
    long amendQuantity;
    long amendPrice;
    /// Whether the venue has been asked to cancel it and has not answered yet.
    boolean cancelSent;
    Evidence evidence = Evidence.NONE;
    String reason = "";
    long endedNs;

    Child(ChildReady ready, long readyNs, int feeReserveBps, boolean lean, OrderStatus status) {
        this.ready = ready;
        this.readyNs = readyNs;
        this.feeReserveBps = feeReserveBps;
        this.lean = lean;
        this.status = status;
    }

    static Child restored(ChildStands line, boolean lean) {
        var child = new Child(
                new ChildReady(
                        line.childId(),
                        line.orderId(),
                        line.venueAccount(),
                        line.instrument(),
                        line.side(),
                        line.type(),
                        line.tif(),
                        line.quantity(),
                        line.price(),
                        line.postOnly(),
                        line.epoch(),
                        line.incarnation(),
                        line.sendBeforeNs(),
                        line.receivedNs(),
                        line.instructions()),
                line.readyNs(),
                line.feeReserveBps(),
                lean,
                line.status());
        child.amendQuantity = line.amendQuantity();
        child.amendPrice = line.amendPrice();
        child.filled = line.filled();
        child.filledQuote = line.filledQuote();
        child.reported = line.reported();
        child.ending = line.ending();
        child.venueOrderId = line.venueOrderId();
        child.cancelSent = line.cancelSent();
        child.evidence = line.evidence();
        child.reason = line.reason();
        child.endedNs = line.endedNs();
        return child;
    }

    ChildStands line() {
        return new ChildStands(
                ready.childId(),
                ready.orderId(),
                ready.venueAccount(),
                ready.instrument(),
                ready.side(),
                ready.type(),
                ready.tif(),
                ready.quantity(),
                ready.price(),
                ready.postOnly(),
                feeReserveBps,
                status,
                filled,
                filledQuote,
                reported,
                ending,
                venueOrderId,
                ready.epoch(),
                ready.incarnation(),
                ready.sendBeforeNs(),
                readyNs,
                endedNs,
                ready.receivedNs(),
                cancelSent,
                evidence,
                reason,
                ready.instructions(),
                amendQuantity,
                amendPrice);
    }

    long id() {
        return ready.childId();
    }

    boolean isLive() {
        return !status.isTerminal();
    }

    /// Whether we hold it back: nothing of it has been handed out.
    boolean isHeld() {
        return status == OrderStatus.PENDING;
    }

    /// Whether the venue has it, or may have it.
    boolean isOut() {
        return isLive() && !isHeld();
    }

    /// What the venue may still fill, at worst.
    long remaining() {
        return isOut() ? Math.max(0, Math.max(ready.quantity(), amendQuantity) - Math.max(filled, reported)) : 0;
    }

    /// What is reserved for: what has not been booked yet.
    long unbooked() {
        return isLive() ? Math.max(0, ready.quantity() - filled) : 0;
    }

    /// Whether the venue has given any sign of knowing it.
    boolean isKnownToVenue() {
        return !venueOrderId.isEmpty() || filled > 0 || reported > 0;
    }

    /// Other terms, before it is handed out or by the venue's word.
    void change(long quantity, long price) {
        ready = new ChildReady(
                ready.childId(),
                ready.orderId(),
                ready.venueAccount(),
                ready.instrument(),
                ready.side(),
                ready.type(),
                ready.tif(),
                quantity,
                price,
                ready.postOnly(),
                ready.epoch(),
                ready.incarnation(),
                ready.sendBeforeNs(),
                ready.receivedNs(),
                ready.instructions());
    }
}
