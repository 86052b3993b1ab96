package io.tidegate.gateway.doubt;

import java.util.function.LongSupplier;

/// What proves at one venue that an order never arrived (SPEC ORD-10).
///
/// @param unseenNs for how long after send-before an order may come to life unseen: the venue's own deadline for
///                 requests and its visibility window together; asked each time, for the terms may change
/// @param lookUp   which look-ups one question makes, in words, for the record
public record AbsenceRule(LongSupplier unseenNs, String lookUp) {}
