package io.tidegate.model.venue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the core must know of a venue to judge what is in flight there.
///
/// @param feeReserveBps   set aside for fees on top of an order's worst value, 0 to 1,000
/// @param sendWithinNs    an order that has not left within this time of its hand-out is not sent at all; positive
/// @param requestExpiryNs how long after leaving the venue may still take a request (Binance `recvWindow`); 0 where
///                        the venue offers no such deadline, so that absence stays presumed
/// @param visibilityNs    how long an order may exist at the venue before its look-ups find it
/// @param features        what the venue does natively; the rest is done by us
/// @param parameters      names of the venue parameters that its orders may bear, each 1 to 32 of `A-Z a-z 0-9 _`,
///                        at most 200 characters together
public record VenueTerms(
        int feeReserveBps,
        long sendWithinNs,
        long requestExpiryNs,
        long visibilityNs,
        Set<VenueFeature> features,
        List<String> parameters) {
    public VenueTerms {
        var own = EnumSet.noneOf(VenueFeature.class);
        own.addAll(features);
        features = Collections.unmodifiableSet(own);
        parameters = List.copyOf(parameters);
        if (feeReserveBps < 0
                || feeReserveBps > 1_000
                || sendWithinNs <= 0
                || requestExpiryNs < 0
                || visibilityNs < 0) {
            throw new IllegalArgumentException("venue terms out of range: fee reserve " + feeReserveBps
                    + " bps, send within " + sendWithinNs + " ns, request expiry " + requestExpiryNs
                    + " ns, visibility " + visibilityNs + " ns");
        }
        if (!parameters.stream().allMatch(name -> name.matches("[A-Za-z0-9_]{1,32}"))
                || String.join(",", parameters).length() > 200) {
            throw new IllegalArgumentException(
                    "venue parameters " + parameters + ": names of 1 to 32 of A-Z a-z 0-9 _, at most 200 in all");
        }
    }

    /// A venue that does only the plain things natively.
    public VenueTerms(int feeReserveBps, long sendWithinNs, long requestExpiryNs, long visibilityNs) {
        this(feeReserveBps, sendWithinNs, requestExpiryNs, visibilityNs, EnumSet.noneOf(VenueFeature.class), List.of());
    }

    /// Whether the venue does that natively.
    public boolean has(VenueFeature feature) {
        return features.contains(feature);
    }
}
