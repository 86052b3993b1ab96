package io.tidegate.model.event;

import io.tidegate.model.refusal.Refusal;

/// An order stands, but not this way of working it; another may be proposed.
///
/// @param nextSlice the slice number that the core expects next
public record ProposalRefused(long orderId, int slice, int nextSlice, Refusal refusal) implements Event {}
