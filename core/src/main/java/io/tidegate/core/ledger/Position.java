package io.tidegate.core.ledger;

import io.tidegate.model.event.PositionCause;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;

/// What is open, what it cost, and what closing has brought. A value (SPEC POS-1).
///
/// The average price is never stored: cost and quantity are. A reduction releases ⌊cost × closed ∕ position⌋, what
/// remains stays, a flat position releases all; a fill through zero closes and opens.
///
/// @param quantity at the instrument's scale, negative when short
/// @param cost     of the open quantity, in the quote asset, negative when short
/// @param realised gross result of what has been closed, in the quote asset
record Position(long quantity, Amount cost, Amount realised) {
    static final Position FLAT = new Position(0, Amount.ZERO, Amount.ZERO);

    /// Whether a fill of that size stays within range.
    boolean takes(Side side, long filled, Amount quote) {
        return filled <= Positions.QUANTITY_MAX
                && Math.abs(quantity + side.sign() * filled) <= Positions.QUANTITY_MAX
                && quote.isModest()
                && cost.isModest()
                && realised.isModest();
    }

    /// The position after a fill.
    ///
    /// @param filled positive, at the instrument's scale
    /// @param quote  what was paid or received, positive
    Position after(Side side, long filled, Amount quote) {
        long signed = side.sign() * filled;
        Amount paid = side == Side.BUY ? quote : quote.negated();
        if (quantity == 0 || Long.signum(quantity) == Long.signum(signed)) {
            return new Position(quantity + signed, cost.plus(paid), realised);
        }
        long held = Math.abs(quantity);
        long closed = Math.min(held, filled);
        // What this fill pays for the part that closes; the rest of it, if any, opens the other way.
        Amount closing = closed == filled ? paid : paid.share(closed, filled);
        Amount released = closed == held ? cost : cost.share(closed, held);
        return new Position(
                quantity + signed,
                cost.minus(released).plus(paid.minus(closing)),
                realised.minus(closing).minus(released));
    }

    /// Whether a fill led from this position to one on the other side of zero.
    boolean turnsInto(Position after) {
        return Long.signum(quantity) * Long.signum(after.quantity) < 0;
    }

    /// What a fill that led from this position to `after` did to it.
    PositionCause causeOf(Position after) {
        if (after.quantity == 0) {
            return PositionCause.CLOSE;
        }
        if (quantity == 0 || turnsInto(after)) {
            return PositionCause.OPEN;
        }
        return Math.abs(after.quantity) > Math.abs(quantity) ? PositionCause.INCREASE : PositionCause.DECREASE;
    }
}
