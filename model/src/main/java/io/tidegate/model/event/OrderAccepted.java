package io.tidegate.model.event;

import io.tidegate.model.order.OrderTerms;

/// An order is in our books: nothing of it is lost from here on.
///
/// @param orderId    unique for ever and rising with time
/// @param receivedNs when the edge had the request whole
public record OrderAccepted(long orderId, OrderTerms terms, long receivedNs) implements Event {}
