package io.tidegate.model.order;

/// What a venue is told of an order beyond side, type, quantity and price; only what the venue takes natively.
///
/// @param trigger         what the stop price is compared with
/// @param stopPrice       of a native STOP_LIMIT or STOP_MARKET, at the instrument's price scale; else 0
/// @param trailingPrice   trailing offset of a native TRAILING_STOP as a price, or 0
/// @param trailingBps     the same in bps, or 0
/// @param displayQuantity what a native iceberg shows; 0 shows all
/// @param reduceOnly      never opens or turns a position
/// @param selfTrade       what the venue shall do against a trade with ourselves, where it can
/// @param expiresAtNs     end of a native GTD order, nanoseconds since 1970 UTC, else 0
/// @param parameters      what only this venue understands, as `name=value;name=value`, or ""
public record Instructions(
        Trigger trigger,
        long stopPrice,
        long trailingPrice,
        int trailingBps,
        long displayQuantity,
        boolean reduceOnly,
        SelfTrade selfTrade,
        long expiresAtNs,
        String parameters) {
    /// Nothing beyond the plain order.
    public static final Instructions NONE =
            new Instructions(Trigger.LAST, 0, 0, 0, 0, false, SelfTrade.REFUSE_NEWER, 0, "");
}
