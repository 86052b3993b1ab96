package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderTriggered;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.venue.VenueFeature;
import java.util.List;
import java.util.Optional;

/// Sees to what we hold: sets off stops, and hands out of a held child what its stop, its group, its display quantity,
/// its position, its owner's other orders and its venue let go (SPEC ORD-1, ORD-11).
///
/// ```text
///  held --- stop hit, group allows, nothing crosses, something to reduce, venue open ---> out
///    ^                                                                                     |
///    +---------- cancelled to be replaced, confirmed: the rest, by the fills --------------+
/// ```
///
/// Nothing here waits for anything but events: each order is looked at again when something happens to it, to its
/// group, to what crosses it, to its venue or to its mark.
final class Work {
    private final Catalog catalog;
    private final AccountLimits limits;
    private final KillSwitches kill;
    private final Reserve reserve;
    private final HandOut handOut;
    private final Lifecycle life;
    private final Groups groups;
    private final OwnBook own;
    private final Reductions reductions;
    private final OrderStore store;
    private final Stirred stirred;
    private final Holding holding;

    Work(Books books, KillSwitches kill, HandOut handOut, Lifecycle life) {
        this.catalog = books.catalog();
        this.limits = books.limits();
        this.kill = kill;
        this.reserve = books.reserve();
        this.handOut = handOut;
        this.life = life;
        this.groups = books.groups();
        this.own = books.own();
        this.reductions = books.reductions();
        this.store = books.store();
        this.stirred = books.stirred();
        this.holding = books.holding();
    }

    /// Begins to work a checked proposal: hands it out, or holds it where something has to happen first.
    void begin(Order order, List<ChildTerms> proposal, long receivedNs, long nowNs, EventSink out) {
        if (proposal.isEmpty()) {
            return;
        }
        boolean stop = VenueFeature.of(order.terms.type()).isPresent()
                && proposal.getFirst().type() != order.terms.type();
        boolean sliced = order.terms.displayQuantity() > 0
                && !catalog.venue(proposal.getFirst().venueAccount())
                        .orElseThrow()
                        .account()
                        .terms()
                        .has(VenueFeature.ICEBERG);
        order.released = !stop;
        boolean waits = proposal.stream().anyMatch(child -> mustWait(order, child));
        if (stop || sliced || waits || order.terms.link().isGrouped()) {
            handOut.hold(order, proposal, receivedNs, nowNs, out);
            stirred.changed(order.id);
        } else {
            handOut.handOut(order, proposal, receivedNs, nowNs, out);
            tellAcrossVenues(order, proposal, out);
        }
        life.follow(order, Evidence.NONE, "", nowNs, out);
    }

    /// Whether older orders have to end first.
    private boolean mustWait(Order order, ChildTerms child) {
        OrderTerms terms = order.terms;
        return terms.constraints().selfTrade() == SelfTrade.CANCEL_OLDER
                && own.crossing(terms.account(), terms.instrument(), terms.side(), child.price()).stream()
                        .anyMatch(other -> isSameVenue(other, child.venueAccount()));
    }

    /// Trades with ourselves over two venues are told, not prevented.
    private void tellAcrossVenues(Order order, List<ChildTerms> proposal, EventSink out) {
        OrderTerms terms = order.terms;
        for (ChildTerms child : proposal) {
            own.crossing(terms.account(), terms.instrument(), terms.side(), child.price()).stream()
                    .filter(other -> other.ready.orderId() != order.id)
                    .findFirst()
                    .ifPresent(other -> out.emit(new OrderFlagged(
                            order.id, 0, Flag.SELF_TRADE_ACROSS_VENUES, "with order " + other.ready.orderId())));
        }
    }

    private boolean isSameVenue(Child child, int venueAccount) {
        String venue = catalog.venue(venueAccount).orElseThrow().account().venue();
        return catalog.venue(child.ready.venueAccount())
                .orElseThrow()
                .account()
                .venue()
                .equals(venue);
    }

    /// Looks at an order again: its stop by the present mark, and what may go out of what is held.
    void look(Order order, long nowNs, EventSink out) {
        if (!order.isLive() || order.cancelling) {
            return;
        }
        long ageMaxNs = limits.of(order.terms.account()).referenceAgeMaxNs();
        if (!order.released) {
            catalog.mark(order.terms.instrument())
                    .filter(mark -> nowNs - mark.atNs() <= ageMaxNs)
                    .ifPresent(mark -> watch(order, mark, nowNs, out));
        }
        advance(order, nowNs, out);
    }

    /// Pulls back reduce-only orders that want more than there is, the newest first.
    void trim(int venueAccount, int instrument, Amendments amendments, long nowNs, EventSink out) {
        for (Side side : Side.values()) {
            long excess = -reductions.room(venueAccount, instrument, side);
            for (Child child : reductions.newestFirst(venueAccount, instrument, side)) {
                Order order = store.parent(child);
                if (excess > 0 && child.remaining() > 0) {
                    excess -= child.remaining();
                    if (order.isWhole() && order.outCount() == 1 && !order.cancelling) {
                        amendments.recall(order, "REDUCE_ONLY: more than there is to reduce", nowNs, out);
                    } else if (!order.cancelling) {
                        life.cancel(order, "REDUCE_ONLY: more than there is to reduce", nowNs, out);
                    }
                }
            }
        }
    }

    /// A reference price: sets off the stops that it hits.
    void marked(MarkSet mark, long nowNs, EventSink out) {
        for (Order order : holding.watched(mark.instrument())) {
            watch(order, mark, nowNs, out);
        }
    }

    /// A venue account takes orders again: what is held for it is looked at.
    void opened(int venueAccount) {
        holding.waitingAt(venueAccount).forEach(order -> stirred.look(order.id));
    }

    /// Compares a stop that we hold with a price.
    void watch(Order order, MarkSet mark, long nowNs, EventSink out) {
        if (order.released || !order.isLive() || order.cancelling || !mayWatch(order)) {
            return;
        }
        long reference = Stops.reference(order.terms, mark);
        if (order.terms.type() == OrderType.TRAILING_STOP) {
            order.extreme = Stops.better(order.terms.side(), order.extreme, reference);
        }
        long stopPrice = Stops.stopPrice(order);
        if (!Stops.isHit(order.terms.side(), reference, stopPrice)) {
            return;
        }
        order.released = true;
        order.held().ifPresent(child -> own.put(order.terms.account(), child, true));
        holding.note(order);
        out.emit(new OrderTriggered(order.id, reference, stopPrice));
        groups.other(order)
                .filter(leg -> leg.isLive() && !leg.cancelling)
                .ifPresent(
                        leg -> life.cancel(leg, "GROUP: the stop of order " + order.id + " was set off", nowNs, out));
        stirred.changed(order.id);
    }

    /// An exit has nothing to guard before its entry is filled.
    private boolean mayWatch(Order order) {
        return groups.allowed(order) > order.filled;
    }

    /// Looks at one order again and hands out of it what may go.
    void advance(Order order, long nowNs, EventSink out) {
        Optional<Child> found = order.held();
        if (found.isEmpty() || !order.isLive() || order.cancelling || order.wanted.isPresent()) {
            return;
        }
        Child held = found.get();
        if (isEndedElsewhere(order)) {
            life.cancel(order, Order.REFUSED + "PART_ENDED", nowNs, out);
            return;
        }
        VenueDesk venue = catalog.venue(held.ready.venueAccount()).orElseThrow();
        Instrument instrument = catalog.instrument(order.terms.instrument()).orElseThrow();
        if (!order.released || isBlocked(order) || !mayGo(order, venue, instrument)) {
            return;
        }
        long quantity = Math.min(held.ready.quantity(), groups.allowed(order) - order.filled - order.atWork());
        if (order.isSliced()) {
            quantity = order.outCount() > 0 ? 0 : Math.min(quantity, order.terms.displayQuantity());
        }
        if (quantity <= 0) {
            return;
        }
        if (order.terms.reduceOnly()) {
            long room = reductions.room(venue.account().id(), instrument.id(), order.terms.side());
            if (room <= 0 && order.outCount() == 0) {
                life.cancel(order, Order.REFUSED + "REDUCE_ONLY: nothing is left to reduce", nowNs, out);
                return;
            }
            quantity = Math.min(quantity, room);
        }
        send(order, held, venue, quantity, nowNs, out);
    }

    private void send(Order order, Child held, VenueDesk venue, long most, long nowNs, EventSink out) {
        Grid grid = venue.grid(order.terms.instrument()).orElseThrow();
        long quantity = Math.min(most, grid.quantityMax());
        quantity -= quantity % grid.lot();
        Optional<Long> price = price(order, held, grid);
        if (quantity <= 0 || price.isEmpty()) {
            dust(order, held, most, nowNs, out);
            return;
        }
        Instrument instrument = reserve.instrument(held);
        boolean small = quantity < grid.quantityMin()
                || instrument.value(price.get(), quantity).compareTo(grid.notionalMin()) < 0;
        if (small) {
            dust(order, held, most, nowNs, out);
            return;
        }
        Optional<Child> crossing = crossing(order, held, venue, price.get());
        if (crossing.isPresent()) {
            selfTrade(order, crossing.get(), nowNs, out);
            return;
        }
        Amount needed = Reserve.amount(instrument, order.terms.side(), price.get(), quantity, held.feeReserveBps);
        Amount aside = held.lean
                ? Amount.ZERO
                : Reserve.amount(instrument, order.terms.side(), held.ready.price(), quantity, held.feeReserveBps);
        if (needed.minus(aside).compareTo(reserve.available(held)) > 0) {
            life.cancel(order, Order.REFUSED + "INSUFFICIENT_FUNDS: needs " + needed, nowNs, out);
            return;
        }
        handOut.release(order, held, quantity, price.get(), nowNs, out);
    }

    /// What is left is too little for the venue: it waits where more can still come to it, else the order ends.
    private void dust(Order order, Child held, long most, long nowNs, EventSink out) {
        boolean more = most < held.ready.quantity()
                && groups.first(order).filter(Order::isLive).isPresent();
        if (!more && order.outCount() == 0) {
            String reason = order.filled == 0 ? Order.REFUSED + "DUST" : "DUST";
            life.cancel(order, reason + ": " + most + " is below what the venue takes", nowNs, out);
        }
    }

    /// The limit, or for an order without one the worst price from the mark of this moment.
    private Optional<Long> price(Order order, Child held, Grid grid) {
        boolean stop = order.terms.type() == OrderType.STOP_MARKET || order.terms.type() == OrderType.TRAILING_STOP;
        Optional<MarkSet> mark = catalog.mark(order.terms.instrument());
        if (!stop || mark.isEmpty()) {
            return Optional.of(held.ready.price());
        }
        boolean buy = order.terms.side() == Side.BUY;
        return Stops.worst(
                order.terms.side(), buy ? mark.get().ask() : mark.get().bid(), slippageBps(order), grid);
    }

    private int slippageBps(Order order) {
        int collarBps = limits.of(order.terms.account()).collarBps();
        int own = order.terms.slippageMaxBps();
        return own == 0 ? collarBps : Math.min(own, collarBps);
    }

    /// A part of what is held that the venue did not take or did not keep: the rest is not tried.
    private static boolean isEndedElsewhere(Order order) {
        boolean after = false;
        for (Child child : order.children) {
            if (after && !child.isLive() && child.status != OrderStatus.FILLED) {
                return true;
            }
            after |= child.isHeld();
        }
        return false;
    }

    /// Whether the other order of the group has to end first.
    private boolean isBlocked(Order order) {
        return order.isStopOurs() && groups.other(order).filter(Order::isLive).isPresent();
    }

    private boolean mayGo(Order order, VenueDesk venue, Instrument instrument) {
        return venue.epoch() > 0
                && venue.isOpen()
                && kill.stops(venue.account()).isEmpty()
                && kill.stops(order.terms, instrument).isEmpty();
    }

    private Optional<Child> crossing(Order order, Child held, VenueDesk venue, long price) {
        OrderTerms terms = order.terms;
        return own.crossing(terms.account(), terms.instrument(), terms.side(), price).stream()
                .filter(child -> child.ready.orderId() != order.id && child != held)
                .filter(child -> isSameVenue(child, venue.account().id()))
                .findFirst();
    }

    private void selfTrade(Order order, Child older, long nowNs, EventSink out) {
        Order other = store.parent(older);
        switch (order.terms.constraints().selfTrade()) {
            case REFUSE_NEWER -> life.cancel(order, Order.REFUSED + "SELF_TRADE with order " + other.id, nowNs, out);
            case CANCEL_OLDER -> life.cancelForSelfTrade(other, order.id, nowNs, out);
            case CANCEL_BOTH -> {
                life.cancelForSelfTrade(other, order.id, nowNs, out);
                life.cancel(order, Order.REFUSED + "SELF_TRADE with order " + other.id, nowNs, out);
            }
        }
    }
}
