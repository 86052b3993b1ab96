package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import java.util.List;

/// Makes children of a checked proposal: gives them ids, sets aside their worst case, and hands them to the holder of
/// the lease, or holds them until they may go. From its hand-out on each may have been sent.
final class HandOut {
    private final Catalog catalog;
    private final OrderStore store;
    private final Reserve reserve;
    private final Books books;
    private final Lifecycle life;
    private final Ids ids;

    HandOut(Books books, Lifecycle life, Ids ids) {
        this.catalog = books.catalog();
        this.store = books.store();
        this.reserve = books.reserve();
        this.books = books;
        this.life = life;
        this.ids = ids;
    }

    /// Hands out at once.
    void handOut(Order order, List<ChildTerms> proposal, long receivedNs, long nowNs, EventSink out) {
        for (ChildTerms terms : proposal) {
            VenueTerms venue = venue(terms.venueAccount()).account().terms();
            ChildReady ready = ready(order, terms, ids.next(nowNs), receivedNs, nowNs);
            take(new Child(ready, nowNs, venue.feeReserveBps(), false, OrderStatus.SUBMITTED), order);
            out.emit(ready);
        }
    }

    /// Holds what is proposed; nothing of it leaves before [#release].
    void hold(Order order, List<ChildTerms> proposal, long receivedNs, long nowNs, EventSink out) {
        for (ChildTerms terms : proposal) {
            VenueTerms venue = venue(terms.venueAccount()).account().terms();
            var ready = new ChildReady(
                    ids.next(nowNs),
                    order.id,
                    terms.venueAccount(),
                    order.terms.instrument(),
                    order.terms.side(),
                    terms.type(),
                    terms.tif(),
                    terms.quantity(),
                    terms.price(),
                    terms.postOnly(),
                    0,
                    ids.incarnation(),
                    0,
                    receivedNs,
                    Instructions.NONE);
            var child = new Child(ready, nowNs, venue.feeReserveBps(), order.isLean(), OrderStatus.PENDING);
            take(child, order);
            books.holding().note(order);
            out.emit(line(child));
        }
    }

    /// Hands out so much of a held child: the child itself when that is all of it, else a new one.
    ///
    /// @param price the worst price that it goes out with
    void release(Order order, Child held, long quantity, long price, long nowNs, EventSink out) {
        var terms = new ChildTerms(
                held.ready.venueAccount(), held.ready.type(), held.ready.tif(), quantity, price, held.ready.postOnly());
        if (quantity < held.ready.quantity()) {
            Amount before = reserve.of(held);
            held.change(held.ready.quantity() - quantity, held.ready.price());
            reserve.settle(held, before);
            out.emit(line(held));
            handOut(order, List.of(terms), held.ready.receivedNs(), nowNs, out);
            life.follow(order, Evidence.NONE, "", nowNs, out);
            return;
        }
        Amount before = reserve.of(held);
        held.ready = ready(order, terms, held.id(), held.ready.receivedNs(), nowNs);
        held.readyNs = nowNs;
        reserve.settle(held, before);
        out.emit(held.ready);
        life.happen(held, Happening.HANDED_OUT, Evidence.NONE, "", nowNs, out);
    }

    /// What we hold, as it is told.
    ChildHeld line(Child held) {
        return new ChildHeld(
                held.id(),
                held.ready.orderId(),
                held.ready.venueAccount(),
                held.ready.type(),
                held.ready.tif(),
                held.ready.quantity(),
                held.ready.price());
    }

    private void take(Child child, Order order) {
        store.add(child, order);
        reserve.take(child);
        books.note(child);
    }

    private ChildReady ready(Order order, ChildTerms terms, long childId, long receivedNs, long nowNs) {
        VenueDesk venue = venue(terms.venueAccount());
        VenueTerms venueTerms = venue.account().terms();
        long sendBeforeNs = Math.min(nowNs + venueTerms.sendWithinNs(), order.expiresNs());
        if (order.terms.deadlineNs() != 0) {
            sendBeforeNs = Math.min(sendBeforeNs, order.terms.deadlineNs());
        }
        return new ChildReady(
                childId,
                order.id,
                terms.venueAccount(),
                order.terms.instrument(),
                order.terms.side(),
                terms.type(),
                terms.tif(),
                terms.quantity(),
                terms.price(),
                terms.postOnly(),
                venue.epoch(),
                ids.incarnation(),
                sendBeforeNs,
                receivedNs,
                instructions(order, terms, venueTerms));
    }

    private static Instructions instructions(Order order, ChildTerms child, VenueTerms venue) {
        OrderTerms terms = order.terms;
        boolean stop =
                child.type() == terms.type() && VenueFeature.of(child.type()).isPresent();
        return new Instructions(
                terms.trigger(),
                stop ? order.now.stopPrice() : 0,
                stop ? terms.trailingPrice() : 0,
                stop ? terms.trailingBps() : 0,
                venue.has(VenueFeature.ICEBERG) && terms.displayQuantity() < child.quantity()
                        ? terms.displayQuantity()
                        : 0,
                terms.reduceOnly() && venue.has(VenueFeature.REDUCE_ONLY),
                terms.constraints().selfTrade(),
                child.tif() == TimeInForce.GTD ? terms.expiresAtNs() : 0,
                terms.constraints().venueParameters());
    }

    private VenueDesk venue(int venueAccount) {
        return catalog.venue(venueAccount).orElseThrow();
    }
}
