package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.Side;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Books executions: each once, by its key, whichever way and however often it is reported (SPEC ORD-5).
///
/// A fill is a fact and is never refused: what cannot be expressed is parked and closes the gate, what belongs to no
/// order in memory is booked in suspense, what comes late or is too much is booked and flagged.
final class Fills {
    private record Key(int venueAccount, int instrument, String venueOrderId, String tradeId) {}

    private final Catalog catalog;
    private final Ledger ledger;
    private final Positions positions;
    private final OrderStore store;
    private final Reserve reserve;
    private final Lifecycle life;
    private final Horizon horizon;
    private final Map<Key, FillKeyStands> booked = new LinkedHashMap<>();

    Fills(
            Catalog catalog,
            Ledger ledger,
            Positions positions,
            OrderStore store,
            Reserve reserve,
            Lifecycle life,
            Horizon horizon) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.positions = positions;
        this.store = store;
        this.reserve = reserve;
        this.life = life;
        this.horizon = horizon;
    }

    void book(ReportFill fill, long nowNs, EventSink out) {
        Optional<VenueDesk> venue = catalog.venue(fill.venueAccount());
        Optional<Instrument> instrument = catalog.instrument(fill.instrument());
        if (venue.isEmpty() || instrument.isEmpty()) {
            out.emit(
                    new FactParked(fill.venueAccount(), fill.instrument(), "a fill of what is not defined", raw(fill)));
            return;
        }
        Key key = new Key(fill.venueAccount(), fill.instrument(), fill.venueOrderId(), fill.tradeId());
        if (booked.containsKey(key)) {
            return;
        }
        Optional<String> unfit = unfit(fill, instrument.get());
        if (unfit.isPresent()) {
            park(venue.get(), fill, unfit.get(), out);
            return;
        }
        Optional<Child> child = child(fill);
        booked.put(
                key,
                new FillKeyStands(
                        fill.venueAccount(),
                        fill.instrument(),
                        fill.venueOrderId(),
                        fill.tradeId(),
                        child.map(Child::id).orElse(0L),
                        nowNs));
        post(fill, instrument.get(), child, out);
        child.ifPresent(found -> apply(fill, found, nowNs, out));
        ledger.tell(BalanceCause.FILL, out);
    }

    /// Lets leave what has passed the horizon, a bounded number with each command.
    void forget(long nowNs) {
        var oldest = booked.values().iterator();
        for (int i = 0; i < 8 && oldest.hasNext(); i++) {
            if (nowNs - oldest.next().atNs() <= horizon.fillNs() && booked.size() <= horizon.fillsMax()) {
                return;
            }
            oldest.remove();
        }
    }

    List<Event> lines() {
        return List.copyOf(booked.values());
    }

    void restore(FillKeyStands line) {
        booked.put(new Key(line.venueAccount(), line.instrument(), line.venueOrderId(), line.tradeId()), line);
    }

    private Optional<Child> child(ReportFill fill) {
        Optional<Child> named = fill.childId() != 0
                ? store.child(fill.childId())
                : store.child(fill.venueAccount(), fill.instrument(), fill.venueOrderId());
        return named.filter(child -> child.ready.venueAccount() == fill.venueAccount()
                && child.ready.instrument() == fill.instrument()
                && child.ready.side() == fill.side());
    }

    private Optional<String> unfit(ReportFill fill, Instrument instrument) {
        if (fill.quantity() <= 0 || fill.price().signum() < 0 || fill.quote().signum() < 0) {
            return Optional.of("a fill without a positive quantity, price and value");
        }
        if (fill.feeAsset() == 0 ? !fill.fee().isZero() : !catalog.hasAsset(fill.feeAsset())) {
            return Optional.of("a fee in an asset that is not defined");
        }
        boolean fits = fill.price().isModest()
                && instrument.baseAmount(fill.quantity()).isModest()
                && ledger.takes(fill.venueAccount(), instrument.base(), instrument.baseAmount(fill.quantity()))
                && ledger.takes(fill.venueAccount(), instrument.quote(), fill.quote())
                && ledger.takes(fill.venueAccount(), Math.max(1, fill.feeAsset()), fill.fee())
                && value(fill, instrument).bitLength() < 124
                && positions.takes(fill.venueAccount(), instrument.id(), fill.side(), fill.quantity(), fill.quote());
        return fits ? Optional.empty() : Optional.of("a fill beyond the range of our numbers");
    }

    private void park(VenueDesk venue, ReportFill fill, String what, EventSink out) {
        out.emit(new FactParked(fill.venueAccount(), fill.instrument(), what, raw(fill)));
        if (venue.isOpen()) {
            venue.gate(false, "a fact is parked: " + what);
            out.emit(new GateChanged(fill.venueAccount(), false, venue.gateReason()));
        }
    }

    private void post(ReportFill fill, Instrument instrument, Optional<Child> child, EventSink out) {
        int venueAccount = fill.venueAccount();
        Amount base = instrument.baseAmount(fill.quantity());
        Amount exact = Amount.of(value(fill, instrument));
        Amount rounding = fill.quote().minus(exact);
        boolean buy = fill.side() == Side.BUY;
        ledger.post(venueAccount, instrument.base(), buy ? base : base.negated(), LedgerAccount.TRADING);
        ledger.post(venueAccount, instrument.quote(), buy ? exact.negated() : exact, LedgerAccount.TRADING);
        ledger.post(
                venueAccount, instrument.quote(), buy ? rounding.negated() : rounding, LedgerAccount.VENUE_ROUNDING);
        if (fill.feeAsset() != 0) {
            ledger.post(venueAccount, fill.feeAsset(), fill.fee().negated(), LedgerAccount.FEES);
        }
        out.emit(new FillBooked(
                child.map(Child::id).orElse(0L),
                child.map(found -> found.ready.orderId()).orElse(0L),
                venueAccount,
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
        positions.book(venueAccount, instrument.id(), fill.side(), fill.quantity(), fill.quote(), out);
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
        if (child.filled > child.ready.quantity()) {
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

    /// Price × quantity in units of 10⁻¹⁸; digits beyond that go to the venue-rounding account with the rest.
    private static BigInteger value(ReportFill fill, Instrument instrument) {
        return fill.price()
                .units()
                .multiply(BigInteger.valueOf(fill.quantity()))
                .divide(BigInteger.TEN.pow(instrument.quantityScale()));
    }

    private static String raw(ReportFill fill) {
        String text = fill.toString();
        return text.length() <= 2_000 ? text : text.substring(0, 2_000);
    }
}
