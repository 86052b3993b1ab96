package io.tidegate.venues.api;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.venue.VenueFeature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a venue can do, as data (SPEC VEN).
///
/// @param venue               the venue's id, such as `binance`
/// @param types               order types that it takes natively
/// @param tifs                times in force that it takes natively
/// @param nativeAmend         whether an order's price and quantity can be changed in place
/// @param cancelAll           whether one call cancels all orders of an instrument
/// @param lookUpByClientId    whether an order can be found by our id alone
/// @param refusesDuplicateIds whether an id that was ever used is refused, so that re-sending is safe
/// @param deadMan             whether it cancels by itself when we fall silent
/// @param requestExpiryNs     how long a request may still be taken after it was made; 0 where there is no such limit
/// @param visibilityNs        how long an order may exist before look-ups find it
/// @param completeLookUp      the look-ups that together prove absence, in words
/// @param limits              its rate limits
/// @param features            what it does natively of what we could do ourselves, see [VenueFeature]
public record Capabilities(
        String venue,
        Set<OrderType> types,
        Set<TimeInForce> tifs,
        boolean nativeAmend,
        boolean cancelAll,
        boolean lookUpByClientId,
        boolean refusesDuplicateIds,
        boolean deadMan,
        long requestExpiryNs,
        long visibilityNs,
        String completeLookUp,
        List<LimitRule> limits,
        Set<VenueFeature> features) {
    /// What the types, times in force and the amendment imply, and nothing beyond.
    public Capabilities(
            String venue,
            Set<OrderType> types,
            Set<TimeInForce> tifs,
            boolean nativeAmend,
            boolean cancelAll,
            boolean lookUpByClientId,
            boolean refusesDuplicateIds,
            boolean deadMan,
            long requestExpiryNs,
            long visibilityNs,
            String completeLookUp,
            List<LimitRule> limits) {
        this(
                venue,
                types,
                tifs,
                nativeAmend,
                cancelAll,
                lookUpByClientId,
                refusesDuplicateIds,
                deadMan,
                requestExpiryNs,
                visibilityNs,
                completeLookUp,
                limits,
                implied(types, tifs, nativeAmend));
    }

    private static Set<VenueFeature> implied(Set<OrderType> types, Set<TimeInForce> tifs, boolean nativeAmend) {
        var implied = EnumSet.noneOf(VenueFeature.class);
        types.forEach(type -> VenueFeature.of(type).ifPresent(implied::add));
        if (tifs.contains(TimeInForce.GTD)) {
            implied.add(VenueFeature.GTD);
        }
        if (nativeAmend) {
            implied.add(VenueFeature.AMEND);
        }
        return implied;
    }
}
