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
    final ChildReady ready;
    final long readyNs;
    final int feeReserveBps;
    OrderStatus status = OrderStatus.SUBMITTED;
    long filled;
    Amount filledQuote = Amount.ZERO;
    /// What the venue says was filled in all; −1 where it has not said.
    long reported = -1;
    /// How the venue said that it ended, while fills are missing.
    Optional<EndKind> ending = Optional.empty();
    String venueOrderId = "";
    /// Whether the venue has been asked to cancel it and has not answered yet.
    boolean cancelSent;
    Evidence evidence = Evidence.NONE;
    String reason = "";
    long endedNs;

    Child(ChildReady ready, long readyNs, int feeReserveBps) {
        this.ready = ready;
        this.readyNs = readyNs;
        this.feeReserveBps = feeReserveBps;
    }

    static Child restored(ChildStands line) {
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
                line.feeReserveBps());
        child.status = line.status();
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
                0,
                0);
    }

    long id() {
        return ready.childId();
    }

    boolean isLive() {
        return !status.isTerminal();
    }

    /// What the venue may still fill, at worst.
    long remaining() {
        return isLive() ? Math.max(0, ready.quantity() - Math.max(filled, reported)) : 0;
    }

    /// What is reserved for: what has not been booked yet.
    long unbooked() {
        return isLive() ? Math.max(0, ready.quantity() - filled) : 0;
    }

    /// Whether the venue has given any sign of knowing it.
    boolean isKnownToVenue() {
        return !venueOrderId.isEmpty() || filled > 0 || reported > 0;
    }
}
