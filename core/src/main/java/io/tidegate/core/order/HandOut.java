package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.venue.VenueTerms;
import java.util.List;

/// Makes children of a checked proposal: gives them ids, sets aside their worst case, and hands them to the holder of
/// the lease. From then on each may have been sent.
final class HandOut {
    private final Catalog catalog;
    private final OrderStore store;
    private final Reserve reserve;
    private final Ids ids;

    HandOut(Catalog catalog, OrderStore store, Reserve reserve, Ids ids) {
        this.catalog = catalog;
        this.store = store;
        this.reserve = reserve;
        this.ids = ids;
    }

    void handOut(Order order, List<ChildTerms> proposal, long receivedNs, long nowNs, EventSink out) {
        for (ChildTerms terms : proposal) {
            VenueDesk venue = catalog.venue(terms.venueAccount()).orElseThrow();
            VenueTerms venueTerms = venue.account().terms();
            long sendBeforeNs = nowNs + venueTerms.sendWithinNs();
            if (order.terms.deadlineNs() != 0) {
                sendBeforeNs = Math.min(sendBeforeNs, order.terms.deadlineNs());
            }
            ChildReady ready = new ChildReady(
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
                    venue.epoch(),
                    ids.incarnation(),
                    sendBeforeNs,
                    receivedNs,
                    Instructions.NONE);
            Child child = new Child(ready, nowNs, venueTerms.feeReserveBps());
            store.add(child, order);
            reserve.take(child);
            out.emit(ready);
        }
        order.nextSlice++;
    }
}
