package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.FillBook;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import java.util.Optional;

/// Books executions: each once, by its key, whichever way and however often it is reported (SPEC ORD-5).
///
/// A fill is a fact and is never refused: what cannot be expressed is parked and closes the gate, what belongs to no
/// order in memory is booked in suspense, what comes late or is too much is booked and flagged.
final class Fills {
    private final Catalog catalog;
    private final Ledger ledger;
    private final FillBook book;
    private final FillRange range;
    private final OrderStore store;
    private final Reserve reserve;
    private final Books books;
    private final Lifecycle life;

    Fills(Catalog catalog, Ledger ledger, FillBook book, FillRange range, Books books, Lifecycle life) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.book = book;
        this.range = range;
        this.store = books.store();
        this.reserve = books.reserve();
        this.books = books;
        this.life = life;
    }

    void book(ReportFill fill, long nowNs, EventSink out) {
        Optional<VenueDesk> venue = catalog.venue(fill.venueAccount());
        Optional<Instrument> instrument = catalog.instrument(fill.instrument());
        if (venue.isEmpty() || instrument.isEmpty()) {
            out.emit(
                    new FactParked(fill.venueAccount(), fill.instrument(), "a fill of what is not defined", raw(fill)));
            return;
        }
        var key = new FillBook.Key(fill.venueAccount(), fill.instrument(), fill.venueOrderId(), fill.tradeId());
        if (book.knows(key)) {
            return;
        }
        Optional<String> unfit = range.unfit(fill, instrument.get());
        if (unfit.isPresent()) {
            park(venue.get(), fill, unfit.get(), out);
            return;
        }
        Optional<Child> child = child(fill);
        boolean beyond = child.isPresent() && isBeyond(fill, store.parent(child.get()));
        post(fill, instrument.get(), child, nowNs, out);
        child.ifPresent(found -> apply(fill, found, nowNs, out));
        if (beyond) {
            child.ifPresent(found ->
                    out.emit(new OrderFlagged(found.ready.orderId(), found.id(), Flag.REDUCED_BEYOND, fill.tradeId())));
        }
        ledger.tell(BalanceCause.FILL, out);
    }

    /// Whether a reduce-only order takes more than there is.
    private boolean isBeyond(ReportFill fill, Order order) {
        return order.terms.reduceOnly()
                && fill.quantity() > books.reductions().closable(fill.venueAccount(), fill.instrument(), fill.side());
    }

    private Optional<Child> child(ReportFill fill) {
        Optional<Child> named = fill.childId() != 0
                ? store.child(fill.childId())
                : store.child(fill.venueAccount(), fill.instrument(), fill.venueOrderId());
        return named.filter(child -> child.ready.venueAccount() == fill.venueAccount()
                && child.ready.instrument() == fill.instrument()
                && child.ready.side() == fill.side());
    }

    private void park(VenueDesk venue, ReportFill fill, String what, EventSink out) {
        out.emit(new FactParked(fill.venueAccount(), fill.instrument(), what, raw(fill)));
        if (venue.isOpen()) {
            venue.gate(false, "a fact is parked: " + what);
            out.emit(new GateChanged(fill.venueAccount(), false, venue.gateReason()));
        }
    }

    private void post(ReportFill fill, Instrument instrument, Optional<Child> child, long nowNs, EventSink out) {
        Amount rounding = fill.quote().minus(Amount.of(FillRange.value(fill.price(), fill.quantity(), instrument)));
        out.emit(new FillBooked(
                child.map(Child::id).orElse(0L),
                child.map(found -> found.ready.orderId()).orElse(0L),
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                fill.tradeId(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.quote(),
                rounding,
                fill.fee(),
                fill.feeAsset(),
                fill.liquidity(),
                fill.venueTimeNs(),
                fill.evidence()));
        book.book(stands(fill, rounding, child, nowNs), instrument, out);
    }

    private static FillStands stands(ReportFill fill, Amount rounding, Optional<Child> child, long nowNs) {
        return new FillStands(
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                fill.tradeId(),
                child.map(Child::id).orElse(0L),
                child.map(found -> found.ready.orderId()).orElse(0L),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.quote(),
                rounding,
                fill.fee(),
                fill.feeAsset(),
                0,
                nowNs);
    }

    private void apply(ReportFill fill, Child child, long nowNs, EventSink out) {
        Amount before = reserve.of(child);
        boolean late = !child.isLive();
        store.name(child, fill.venueOrderId());
        child.filled = Math.addExact(child.filled, fill.quantity());
        child.filledQuote = child.filledQuote.plus(fill.quote());
        Order order = store.parent(child);
        order.filled = Math.addExact(order.filled, fill.quantity());
        reserve.settle(child, before);
        if (late) {
            out.emit(new OrderFlagged(order.id, child.id(), Flag.LATE_FILL, fill.tradeId()));
        }
        boolean grouped = order.terms.link().isGrouped() && books.groups().isWhole(order);
        if (grouped && order.filled > books.groups().allowed(order)) {
            String detail = order.filled + " filled, " + books.groups().allowed(order) + " was its share";
            out.emit(new OrderFlagged(order.id, child.id(), Flag.GROUP_OVER_FILL, detail));
        }
        if (child.filled - order.terms.constraints().overFillMax() > child.ready.quantity()) {
            out.emit(new OrderFlagged(order.id, child.id(), Flag.OVER_FILL, fill.tradeId()));
        }
        Evidence evidence = fill.evidence();
        if (!late && child.ending.isPresent() && child.filled >= child.reported) {
            life.end(child, child.ending.get(), evidence, child.reason, nowNs, out);
        } else {
            boolean last = child.filled >= child.ready.quantity();
            life.happen(child, last ? Happening.LAST_FILL : Happening.PART_FILL, evidence, "", nowNs, out);
        }
    }

    private static String raw(ReportFill fill) {
        String text = fill.toString();
        return text.length() <= FillRange.RAW_MAX ? text : text.substring(0, FillRange.RAW_MAX);
    }
}
