package io.tidegate.model.instrument;

import io.tidegate.model.number.Amount;

/// What a venue takes of an instrument: its increments and limits, at the instrument's scales. A rule for proposals,
/// never a unit; a later version replaces it (SPEC ORD-12).
///
/// @param tick        prices are multiples of it; positive
/// @param lot         quantities are multiples of it; positive
/// @param quantityMin smallest quantity of one order; positive
/// @param quantityMax largest quantity of one order
/// @param notionalMin smallest price × quantity of one order, in the quote asset; zero for none
public record Grid(long tick, long lot, long quantityMin, long quantityMax, Amount notionalMin) {
    public Grid {
        if (tick <= 0 || lot <= 0 || quantityMin <= 0 || quantityMax < quantityMin || notionalMin.signum() < 0) {
            throw new IllegalArgumentException("no grid: tick " + tick + ", lot " + lot + ", quantity " + quantityMin
                    + " to " + quantityMax + ", notional from " + notionalMin);
        }
    }

    public boolean takesPrice(long price) {
        return price > 0 && price % tick == 0;
    }

    public boolean takesQuantity(long quantity) {
        return quantity >= quantityMin && quantity <= quantityMax && quantity % lot == 0;
    }

    /// The highest price on the grid that is not above `price`; never past a buyer's limit.
    ///
    /// @throws ArithmeticException when there is none within 63 bits
    public long priceDown(long price) {
        return Math.multiplyExact(Math.floorDiv(price, tick), tick);
    }

    /// The lowest price on the grid that is not below `price`; never past a seller's limit.
    ///
    /// @throws ArithmeticException when there is none within 63 bits
    public long priceUp(long price) {
        return Math.multiplyExact(Math.ceilDiv(price, tick), tick);
    }
}
