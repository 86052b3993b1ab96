package io.tidegate.model.venue;

/// What the core must know of a venue to judge what is in flight there.
///
/// @param feeReserveBps   set aside for fees on top of an order's worst value, 0 to 1,000
/// @param sendWithinNs    an order that has not left within this time of its hand-out is not sent at all; positive
/// @param requestExpiryNs how long after leaving the venue may still take a request (Binance `recvWindow`); 0 where
///                        the venue offers no such deadline, so that absence stays presumed
/// @param visibilityNs    how long an order may exist at the venue before its look-ups find it
public record VenueTerms(int feeReserveBps, long sendWithinNs, long requestExpiryNs, long visibilityNs) {
    public VenueTerms {
        if (feeReserveBps < 0
                || feeReserveBps > 1_000
                || sendWithinNs <= 0
                || requestExpiryNs < 0
                || visibilityNs < 0) {
            throw new IllegalArgumentException("venue terms out of range: fee reserve " + feeReserveBps
                    + " bps, send within " + sendWithinNs + " ns, request expiry " + requestExpiryNs
                    + " ns, visibility " + visibilityNs + " ns");
        }
    }
}
