package io.tidegate.model.event;

import io.tidegate.model.order.WorkingTerms;

/// An order has other terms, by the word of the venue where it is worked.
///
/// @param now what holds from here on
public record OrderAmended(long orderId, WorkingTerms now) implements Event {}
