package io.tidegate.model.event;

import io.tidegate.model.refusal.Refusal;

/// A request did not become an order.
///
/// @param orderId the order that stands in the way (its key, its twin), or 0
public record OrderRefused(String account, String clientKey, long orderId, Refusal refusal) implements Event {}
