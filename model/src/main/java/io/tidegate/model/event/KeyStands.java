package io.tidegate.model.event;

/// A line of a snapshot: an idempotency key whose order has left memory, with a digest of the order's content.
///
/// @param endedNs log time of the order's end
public record KeyStands(String account, String clientKey, long orderId, long digestHi, long digestLo, long endedNs)
        implements Standing {}
