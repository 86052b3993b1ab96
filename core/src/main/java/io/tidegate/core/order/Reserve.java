package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;

/// What is set aside for a child until it ends: its worst case in the asset that it gives away (SPEC POS-5).
final class Reserve {
    private final Catalog catalog;
    private final Ledger ledger;

    Reserve(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /// The asset that an order gives away: the quote of a buy, the base of a sell.
    static int asset(Instrument instrument, Side side) {
        return side == Side.BUY ? instrument.quote() : instrument.base();
    }

    /// Worst price × quantity and the fee reserve for a buy, the quantity itself for a sell.
    static Amount amount(Instrument instrument, Side side, long price, long quantity, int feeReserveBps) {
        if (side == Side.SELL) {
            return instrument.baseAmount(quantity);
        }
        Amount value = instrument.value(price, quantity);
        return value.plus(value.bpsUp(feeReserveBps));
    }

    /// What is set aside for this child now: while an amendment is under way, for the larger of both.
    Amount of(Child child) {
        if (child.isHeld() && child.lean) {
            return Amount.ZERO;
        }
        Amount present = amount(
                instrument(child), child.ready.side(), child.ready.price(), child.unbooked(), child.feeReserveBps);
        if (child.amendQuantity == 0 || !child.isLive()) {
            return present;
        }
        Amount asked = amount(
                instrument(child),
                child.ready.side(),
                child.amendPrice,
                Math.max(0, child.amendQuantity - child.filled),
                child.feeReserveBps);
        return asked.compareTo(present) > 0 ? asked : present;
    }

    /// What is free where a child would take it from.
    Amount available(Child child) {
        return ledger.available(child.ready.venueAccount(), asset(instrument(child), child.ready.side()));
    }

    /// Sets aside the worst case of a new child.
    void take(Child child) {
        ledger.reserve(child.ready.venueAccount(), asset(instrument(child), child.ready.side()), of(child));
    }

    /// Gives back what a change of the child has freed.
    ///
    /// @param before what was set aside before the change
    void settle(Child child, Amount before) {
        Amount freed = before.minus(of(child));
        if (!freed.isZero()) {
            ledger.release(child.ready.venueAccount(), asset(instrument(child), child.ready.side()), freed);
        }
    }

    Instrument instrument(Child child) {
        return catalog.instrument(child.ready.instrument()).orElseThrow();
    }
}
