package io.tidegate.model.command;

/// Asks for the end of an order. Asked again while it is being cancelled, nothing changes.
///
/// @param account   whose order it must be
/// @param orderId   the order, or 0 where `clientKey` names it
/// @param clientKey the client's key, or ""
/// @param by        who asks, for the record
/// @param reason    why, for the record
public record CancelOrder(String account, long orderId, String clientKey, String by, String reason)
        implements Command {}
