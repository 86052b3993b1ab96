package io.tidegate.model.order;

import java.util.List;
import java.util.regex.Pattern;

/// What a client may add to an order to bound how it is worked (SPEC ORD-13).
///
/// @param preferredVenues ids of venue accounts to try first, in that order, at most 8
/// @param excludedVenues  ids of venue accounts that must not get it, at most 8
/// @param partMin         smallest part worth sending, at the instrument's quantity scale; the last part may be
///                        smaller; 0 for no bound
/// @param mevProtection   on chain: only by a way that shows it to nobody before it is mined
/// @param overFillMax     how much more than ordered the client takes without a flag, at the quantity scale
/// @param selfTrade       what happens where it could trade with an order of the same owner
/// @param venueParameters what only one venue understands, as `name=value;name=value`, at most 200 characters, each
///                        name declared by the venue account; "" for none
public record Constraints(
        List<Integer> preferredVenues,
        List<Integer> excludedVenues,
        long partMin,
        boolean mevProtection,
        long overFillMax,
        SelfTrade selfTrade,
        String venueParameters) {
    /// Most venue accounts in a list.
    public static final int VENUES_MAX = 8;

    /// Nothing is bounded.
    public static final Constraints NONE =
            new Constraints(List.of(), List.of(), 0, false, 0, SelfTrade.REFUSE_NEWER, "");

    public Constraints {
        preferredVenues = checked("preferred", preferredVenues);
        excludedVenues = checked("excluded", excludedVenues);
    }

    /// The names of the venue parameters, in the order stated.
    public List<String> parameterNames() {
        return venueParameters.isEmpty()
                ? List.of()
                : Pattern.compile(";")
                        .splitAsStream(venueParameters)
                        .map(part -> part.substring(0, Math.max(0, part.indexOf('='))))
                        .toList();
    }

    private static List<Integer> checked(String which, List<Integer> venues) {
        if (venues.size() > VENUES_MAX || venues.stream().anyMatch(id -> id < 1)) {
            throw new IllegalArgumentException(
                    which + " venue accounts " + venues + ": at most " + VENUES_MAX + " positive ids");
        }
        return List.copyOf(venues);
    }
}
