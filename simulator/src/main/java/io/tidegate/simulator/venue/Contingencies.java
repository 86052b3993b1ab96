package io.tidegate.simulator.venue;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.util.Optional;

/// What the orders of a list do to each other.
///
/// The two of a pair share what is locked: only one of them can trade. The one that was first in the list has locked
/// what it needs, the other one what it needs beyond that; the lock moves when it is triggered.
final class Contingencies {
    private final Execution execution;

    Contingencies(Execution execution) {
        this.execution = execution;
    }

    /// Gives back what an order has locked and no longer needs.
    void release(VenueOrder order) {
        var other = other(order).filter(pair -> pair.state().isOpen());
        if (other.isEmpty()) {
            execution.release(order, order.locked.minus(order.stillNeeded()));
            return;
        }
        Amount needed = larger(order.worstCase(), other.get().worstCase());
        Amount excess = order.locked.plus(other.get().locked).minus(needed);
        Amount ofOrder = smaller(order.locked, excess);
        execution.release(order, ofOrder);
        execution.release(other.get(), excess.minus(ofOrder));
    }

    private static Amount larger(Amount a, Amount b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Amount smaller(Amount a, Amount b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /// The other order of its pair.
    private static Optional<VenueOrder> other(VenueOrder order) {
        var pair = order.list().map(OrderList::pair).filter(both -> both.contains(order));
        return pair.map(both -> both.get(0) == order ? both.get(1) : both.get(0));
    }

    /// Whether the other one of its pair has left it the lock: one sweep of the book may reach a stop and fill the
    /// other order of the pair, which goes first.
    boolean mayFire(VenueOrder order) {
        return other(order).map(pair -> pair.state() == OrderState.OPEN).orElse(true);
    }

    /// The stop of one of a pair was reached: it takes over the lock, and the other one ends.
    void fired(VenueOrder order) {
        other(order).filter(pair -> pair.state().isOpen()).ifPresent(pair -> {
            order.locked = order.locked.plus(pair.locked);
            pair.locked = Amount.ZERO;
            execution.close(pair, CloseReason.OTHER_OF_PAIR);
            execution.release(order, order.locked.minus(order.stillNeeded()));
        });
    }

    /// One of a pair has traded: the other one ends.
    void filled(VenueOrder order) {
        other(order)
                .filter(pair -> pair.state().isOpen())
                .ifPresent(pair -> execution.follow(() -> {
                    if (pair.state().isOpen()) {
                        execution.close(pair, CloseReason.OTHER_OF_PAIR);
                        release(order);
                    }
                }));
    }

    /// An order of a list is done: those that wait for it go to work or end; with the last one the list is done.
    void ended(VenueOrder order) {
        order.list().ifPresent(list -> {
            if (!list.pending().isEmpty() && list.orders().getFirst() == order) {
                execution.follow(() -> second(list));
            }
            // Unless it was ended for the other one's sake: the lock was shared and is gone.
            boolean endsOther = order.closeReason().orElseThrow() != CloseReason.OTHER_OF_PAIR;
            other(order)
                    .filter(_ -> endsOther)
                    .filter(pair -> pair.state().isOpen() && pair.state() != OrderState.PENDING)
                    .ifPresent(pair -> execution.follow(() -> closeIfOpen(pair, CloseReason.OTHER_OF_PAIR)));
            execution.follow(() -> tellIfDone(list));
        });
    }

    private void closeIfOpen(VenueOrder order, CloseReason why) {
        if (order.state().isOpen()) {
            execution.close(order, why);
        }
    }

    private void tellIfDone(OrderList list) {
        if (list.hasStarted && list.isDone()) {
            list.hasStarted = false;
            execution.tellList(list);
        }
    }

    /// The first order of a list is done, and those behind it have their turn.
    private void second(OrderList list) {
        boolean isFilled = list.orders().getFirst().state() == OrderState.FILLED;
        for (VenueOrder order : list.pending()) {
            if (order.state() == OrderState.PENDING && !isFilled) {
                execution.close(order, CloseReason.FIRST_OF_LIST_ENDED);
            }
        }
        if (isFilled && list.pending().stream().allMatch(order -> order.state() == OrderState.PENDING)) {
            begin(list);
        }
    }

    private void begin(OrderList list) {
        var refusal = refusal(list);
        for (VenueOrder order : list.pending()) {
            order.begin(execution.nowNs());
        }
        if (refusal.isPresent()) {
            for (VenueOrder order : list.pending()) {
                order.reject(refusal.get());
                closeIfOpen(order, CloseReason.REJECTED);
            }
            return;
        }
        execution.tellList(list);
        for (VenueOrder order : list.pending()) {
            if (order.trigger().isEmpty()) {
                order.work(execution.nowNs());
            }
            execution.tellWorking(order);
        }
        list.pending().reversed().forEach(execution::start);
    }

    /// Locks what the orders behind the first one need, or says why they cannot go to work.
    private Optional<Placed.Reason> refusal(OrderList list) {
        for (VenueOrder order : list.pending()) {
            var reason = Admission.marketRefusal(order.market(), order.request());
            if (reason.isPresent()) {
                return reason;
            }
        }
        var first = list.pending().getFirst();
        boolean paysAtOnce = first.request().kind() == OrderKind.MARKET
                && first.side() == Side.BUY
                && first.trigger().isEmpty();
        Amount needed =
                paysAtOnce ? first.market().book.preview(first.placement()).quote() : first.worstCase();
        if (!execution.lock(first, needed)) {
            return Optional.of(Placed.Reason.INSUFFICIENT_FUNDS);
        }
        for (VenueOrder pair : list.pair()) {
            if (pair != first && list.isPending(pair)) {
                Amount beyond = pair.worstCase().minus(first.locked);
                if (beyond.signum() > 0 && !execution.lock(pair, beyond)) {
                    execution.release(first, first.locked);
                    return Optional.of(Placed.Reason.INSUFFICIENT_FUNDS);
                }
            }
        }
        return Optional.empty();
    }

    /// Cancels what is open of a list.
    void cancel(OrderList list) {
        for (VenueOrder order : list.orders().reversed()) {
            closeIfOpen(order, CloseReason.CANCELLED);
        }
    }
}
