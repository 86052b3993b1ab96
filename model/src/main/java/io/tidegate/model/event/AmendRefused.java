package io.tidegate.model.event;

import io.tidegate.model.refusal.Refusal;

/// A change of an order did not come about; it stands as it was.
public record AmendRefused(long orderId, Refusal refusal) implements Event {}
