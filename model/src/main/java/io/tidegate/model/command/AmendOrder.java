package io.tidegate.model.command;

/// Asks for other terms of an order (SPEC ORD-6). Nothing of our record changes before the venue has confirmed it.
///
/// @param account   whose order it must be
/// @param orderId   the order, or 0 where `clientKey` names it
/// @param clientKey the client's key, or ""
/// @param quantity  the quantity wanted, fills included; 0 leaves it
/// @param price     the limit price wanted; 0 leaves it
/// @param stopPrice the stop price wanted, of a stop that has not been set off; 0 leaves it
/// @param by        who asks, for the record
/// @param reason    why, for the record
public record AmendOrder(
        String account,
        long orderId,
        String clientKey,
        long quantity,
        long price,
        long stopPrice,
        String by,
        String reason)
        implements Command {}
