package io.tidegate.venues.api;

import java.util.List;

/// Orders that depend on each other at the venue (SPEC ORD-11).
///
/// @param clientListId the id that we give the list, "" to let the venue make one
/// @param legs         OCO: two exits of one side and quantity; OTO: the working order, then the one that
///                     it sets off; OTOCO: the working order, then two exits of one side and quantity
public record OrderList(String clientListId, Kind kind, List<VenueOrder> legs) {
    /// How the orders depend on each other.
    public enum Kind {
        /// One ends the other.
        OCO(2),
        /// The first, when filled, sets off the second.
        OTO(2),
        /// The first, when filled, sets off two of which one ends the other.
        OTOCO(3);

        private final int legCount;

        Kind(int legCount) {
            this.legCount = legCount;
        }
    }

    /// @throws IllegalArgumentException when the number of legs is not that of the kind
    public OrderList {
        legs = List.copyOf(legs);
        if (legs.size() != kind.legCount) {
            throw new IllegalArgumentException(kind + " of " + legs.size() + " orders, expected " + kind.legCount);
        }
    }
}
