package io.tidegate.model.risk;

/// The limits of one account in one instrument, beside those of the account (SPEC ORD-9, POS-3).
///
/// @param collarBps        how far a price may be from the reference on the aggressive side, 1 to 10,000; 0 for the
///                         account's own
/// @param orderQuantityMax largest quantity of one order, at the instrument's scale; 0 for none
/// @param positionMax      largest position, long or short, that orders may lead to at worst: what is held at all venue
///                         accounts and all that is open on that side; 0 for none
public record InstrumentLimits(int collarBps, long orderQuantityMax, long positionMax) {
    public static final InstrumentLimits NONE = new InstrumentLimits(0, 0, 0);

    public InstrumentLimits {
        if (collarBps < 0 || collarBps > 10_000 || orderQuantityMax < 0 || positionMax < 0) {
            throw new IllegalArgumentException("instrument limits out of range: collar " + collarBps
                    + " bps, order quantity " + orderQuantityMax + ", position " + positionMax);
        }
    }
}
