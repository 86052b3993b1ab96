package io.tidegate.model.order;

/// A child order as routing proposes it: everything that the core must check before it goes out.
///
/// @param venueAccount id of the venue account that shall execute it
/// @param type         MARKET or LIMIT; MARKET only where the client asked for the venue's own
/// @param tif          GTC, IOC or FOK
/// @param quantity     at the instrument's quantity scale, positive, on the venue's grid
/// @param price        the worst price that it can trade at, at the instrument's price scale; always positive, so
///                     that what it can cost is finite
/// @param postOnly     never takes
public record ChildTerms(
        int venueAccount, OrderType type, TimeInForce tif, long quantity, long price, boolean postOnly) {}
