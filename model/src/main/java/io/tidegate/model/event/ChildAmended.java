package io.tidegate.model.event;

import io.tidegate.model.order.Evidence;

/// A child has other terms at the venue.
///
/// @param quantity fills included
/// @param evidence on what word
public record ChildAmended(long childId, long orderId, long quantity, long price, Evidence evidence) implements Event {}
