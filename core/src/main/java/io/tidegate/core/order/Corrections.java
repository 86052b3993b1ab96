package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.FillBook;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Flag;
import java.util.Optional;

/// Restates executions that the venue has corrected or busted (SPEC ORD-11).
///
/// The money and the position become what they would have been; the order keeps its status and the evidence for it,
/// with the filled quantity that holds and a flag. A correction of what is not known here is parked: to book it would
/// be a guess.
final class Corrections {
    private final Catalog catalog;
    private final Ledger ledger;
    private final FillBook book;
    private final FillRange range;
    private final OrderStore store;
    private final Reserve reserve;
    private final Lifecycle life;

    Corrections(
            Catalog catalog,
            Ledger ledger,
            FillBook book,
            FillRange range,
            OrderStore store,
            Reserve reserve,
            Lifecycle life) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.book = book;
        this.range = range;
        this.store = store;
        this.reserve = reserve;
        this.life = life;
    }

    void correct(ReportFillCorrected report, long nowNs, EventSink out) {
        Optional<Instrument> instrument = catalog.instrument(report.instrument());
        if (catalog.venue(report.venueAccount()).isEmpty() || instrument.isEmpty()) {
            park(report, "a correction of what is not defined", out);
            return;
        }
        Optional<FillStands> known = book.find(
                new FillBook.Key(report.venueAccount(), report.instrument(), report.venueOrderId(), report.tradeId()));
        boolean adjustment = report.venueOrderId().equals(FillBook.ADJUSTMENT);
        if (adjustment || known.isEmpty() || known.get().quantity() < 0) {
            park(report, "a correction of an execution that is not in memory", out);
            return;
        }
        FillStands before = known.get();
        if (report.venueTimeNs() > 0 && report.venueTimeNs() <= before.correctedNs()) {
            return; // an older word, or the same again
        }
        Optional<String> unfit = range.unfit(report, before, instrument.get());
        if (unfit.isPresent()) {
            park(report, unfit.get(), out);
            return;
        }
        FillStands after = restated(before, report, instrument.get());
        if (!book.takes(after)) {
            park(report, "a correction beyond the range of our numbers", out);
            return;
        }
        Optional<Child> child = store.child(before.childId());
        out.emit(event(before, after, report));
        book.correct(after, instrument.get(), out);
        child.ifPresent(found -> apply(before, after, found, report, nowNs, out));
        ledger.tell(BalanceCause.CORRECTION, out);
    }

    private void apply(
            FillStands before, FillStands after, Child child, ReportFillCorrected report, long nowNs, EventSink out) {
        Amount reserved = reserve.of(child);
        long change = after.quantity() - before.quantity();
        child.filled += change;
        child.filledQuote = child.filledQuote.plus(after.quote().minus(before.quote()));
        if (change < 0 && child.reported >= 0) {
            child.reported = Math.max(0, child.reported + change); // its sum had the execution in it
        }
        Order order = store.parent(child);
        order.filled += change;
        reserve.settle(child, reserved);
        Flag flag = after.quantity() == 0 ? Flag.FILL_BUSTED : Flag.FILL_CORRECTED;
        out.emit(new OrderFlagged(order.id, child.id(), flag, after.tradeId()));
        if (child.filled > child.ready.quantity() && change > 0) {
            out.emit(new OrderFlagged(order.id, child.id(), Flag.OVER_FILL, after.tradeId()));
        }
        if (!child.isLive()) {
            life.follow(order, report.evidence(), "", nowNs, out);
        } else if (child.ending.isPresent() && child.filled >= child.reported) {
            life.end(child, child.ending.get(), report.evidence(), child.reason, nowNs, out);
        } else if (child.filled >= child.ready.quantity()) {
            life.happen(child, Happening.LAST_FILL, report.evidence(), "", nowNs, out);
        } else {
            life.follow(order, report.evidence(), "", nowNs, out);
        }
    }

    private void park(ReportFillCorrected report, String what, EventSink out) {
        String raw = report.toString();
        out.emit(new FactParked(
                report.venueAccount(),
                report.instrument(),
                what,
                raw.length() <= FillRange.RAW_MAX ? raw : raw.substring(0, FillRange.RAW_MAX)));
        Optional<VenueDesk> venue = catalog.venue(report.venueAccount()).filter(VenueDesk::isOpen);
        if (venue.isPresent()) {
            venue.get().gate(false, "a fact is parked: " + what);
            out.emit(new GateChanged(report.venueAccount(), false, venue.get().gateReason()));
        }
    }

    private static FillStands restated(FillStands before, ReportFillCorrected report, Instrument instrument) {
        Amount rounding =
                report.quote().minus(Amount.of(FillRange.value(report.price(), report.quantity(), instrument)));
        return new FillStands(
                before.venueAccount(),
                before.instrument(),
                before.venueOrderId(),
                before.tradeId(),
                before.childId(),
                before.orderId(),
                before.side(),
                report.quantity(),
                report.price(),
                report.quote(),
                rounding,
                report.fee(),
                report.feeAsset(),
                report.venueTimeNs(),
                before.atNs());
    }

    private static FillCorrected event(FillStands before, FillStands after, ReportFillCorrected report) {
        return new FillCorrected(
                before.childId(),
                before.orderId(),
                before.venueAccount(),
                before.instrument(),
                before.venueOrderId(),
                before.tradeId(),
                before.side(),
                before.quantity(),
                before.quote(),
                before.fee(),
                before.feeAsset(),
                after.quantity(),
                after.price(),
                after.quote(),
                after.rounding(),
                after.fee(),
                after.feeAsset(),
                report.venueTimeNs(),
                report.evidence(),
                report.reason());
    }
}
