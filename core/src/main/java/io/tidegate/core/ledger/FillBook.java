package io.tidegate.core.ledger;

import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every execution that is still recognised, each once, in the order of booking, with what it moved: the ledger, the
/// charges and the position (SPEC ORD-5, ORD-11, POS-2).
///
/// ```text
///   forgotten fills ──> base ──fill──fill──fill──> position          a correction replaces one of the fills in its
///                              └─ remembered ─┘                      place and folds the row again from the base
/// ```
///
/// So a corrected position is what it would be had the execution always been so, to the last unit: cost released and
/// profit realised by later fills change with it. Folding costs time in the number of fills remembered; corrections
/// are rare. Adjustments of a position stand in the same row, under [#ADJUSTMENT].
public final class FillBook {
    /// Stands where an execution has its venue order id; no venue gives such a one.
    public static final String ADJUSTMENT = "#adjustment";

    /// What tells executions apart (SPEC ORD-15).
    public record Key(int venueAccount, int instrument, String venueOrderId, String tradeId) {
        public static Key of(FillStands fill) {
            return new Key(fill.venueAccount(), fill.instrument(), fill.venueOrderId(), fill.tradeId());
        }
    }

    private final Ledger ledger;
    private final Positions positions;
    private final Charges charges;
    private final Map<Key, FillStands> fills = new LinkedHashMap<>();

    public FillBook(Ledger ledger, Positions positions, Charges charges) {
        this.ledger = ledger;
        this.positions = positions;
        this.charges = charges;
    }

    public Optional<FillStands> find(Key key) {
        return Optional.ofNullable(fills.get(key));
    }

    public boolean knows(Key key) {
        return fills.containsKey(key);
    }

    /// Books an execution that was not known; the caller has told it, and tells the balances afterwards.
    public void book(FillStands fill, Instrument instrument, EventSink out) {
        fills.put(Key.of(fill), fill);
        post(fill, instrument, false);
        positions.book(fill.venueAccount(), fill.instrument(), fill.side(), fill.quantity(), fill.quote(), out);
    }

    /// Adds to a position, or takes away from it, what no execution explains: what was unexplained becomes traded.
    public void adjust(FillStands adjustment, Instrument instrument, EventSink out) {
        fills.put(Key.of(adjustment), adjustment);
        int venueAccount = adjustment.venueAccount();
        boolean buy = adjustment.side() == Side.BUY;
        Amount base = instrument.baseAmount(adjustment.quantity());
        Amount quote = adjustment.quote();
        ledger.reclassify(venueAccount, instrument.base(), buy ? base : base.negated());
        ledger.reclassify(venueAccount, instrument.quote(), buy ? quote.negated() : quote);
        Position after = positions
                .at(venueAccount, adjustment.instrument())
                .after(adjustment.side(), adjustment.quantity(), quote);
        positions.restate(venueAccount, adjustment.instrument(), after, PositionCause.RECONCILE, out);
    }

    /// Whether a position stays within range when that execution is restated so.
    public boolean takes(FillStands corrected) {
        return restated(corrected).isPresent();
    }

    /// Takes back what an execution moved and books it as it is now stated; quantity 0 takes it back for good.
    public void correct(FillStands corrected, Instrument instrument, EventSink out) {
        Position to = restated(corrected).orElseThrow();
        FillStands before = fills.put(Key.of(corrected), corrected);
        if (before == null) {
            throw new IllegalStateException("corrected what is not booked: " + corrected);
        }
        post(before, instrument, true);
        post(corrected, instrument, false);
        positions.restate(corrected.venueAccount(), corrected.instrument(), to, PositionCause.CORRECTION, out);
    }

    /// Lets leave what is older than that, or more than that, a bounded number with each call.
    public void forget(long nowNs, long ageMaxNs, int countMax) {
        var oldest = fills.values().iterator();
        for (int i = 0; i < 8 && oldest.hasNext(); i++) {
            FillStands fill = oldest.next();
            if (nowNs - fill.atNs() <= ageMaxNs && fills.size() <= countMax) {
                return;
            }
            oldest.remove();
            positions.absorb(fill);
        }
    }

    public List<Event> lines() {
        return List.copyOf(fills.values());
    }

    public void restore(FillStands line) {
        fills.put(Key.of(line), line);
    }

    /// Takes a line of a version that kept no numbers: the execution is recognised, and cannot be corrected.
    public void restore(FillKeyStands line) {
        restore(new FillStands(
                line.venueAccount(),
                line.instrument(),
                line.venueOrderId(),
                line.tradeId(),
                line.childId(),
                0,
                Side.BUY,
                -1,
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                0,
                0,
                line.atNs()));
    }

    /// The position with one execution restated; empty when it leaves our range on the way.
    private Optional<Position> restated(FillStands corrected) {
        Position at = positions.base(corrected.venueAccount(), corrected.instrument());
        for (FillStands known : fills.values()) {
            if (known.instrument() != corrected.instrument() || known.venueAccount() != corrected.venueAccount()) {
                continue;
            }
            FillStands fill = Key.of(known).equals(Key.of(corrected)) ? corrected : known;
            if (fill.quantity() > 0) {
                if (!at.takes(fill.side(), fill.quantity(), fill.quote())) {
                    return Optional.empty();
                }
                at = at.after(fill.side(), fill.quantity(), fill.quote());
            }
        }
        return Optional.of(at);
    }

    private void post(FillStands fill, Instrument instrument, boolean undo) {
        int venueAccount = fill.venueAccount();
        boolean in = (fill.side() == Side.BUY) != undo;
        Amount base = instrument.baseAmount(fill.quantity());
        Amount exact = fill.quote().minus(fill.rounding());
        ledger.post(venueAccount, instrument.base(), in ? base : base.negated(), LedgerAccount.TRADING);
        ledger.post(venueAccount, instrument.quote(), in ? exact.negated() : exact, LedgerAccount.TRADING);
        ledger.post(
                venueAccount,
                instrument.quote(),
                in ? fill.rounding().negated() : fill.rounding(),
                LedgerAccount.VENUE_ROUNDING);
        if (fill.feeAsset() != 0) {
            Amount paid = undo ? fill.fee().negated() : fill.fee();
            ledger.post(venueAccount, fill.feeAsset(), paid.negated(), LedgerAccount.FEES);
            charges.add(venueAccount, fill.instrument(), fill.feeAsset(), LedgerAccount.FEES, paid);
        }
    }
}
