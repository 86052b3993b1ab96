package io.tidegate.model.command;

import io.tidegate.model.order.Evidence;

/// The venue has the order.
///
/// @param venueOrderId the venue's id, at most 64 characters
/// @param evidence     how we know
/// @param venueTimeNs  the venue's time, 0 where it gives none
public record ReportAcknowledged(long childId, String venueOrderId, Evidence evidence, long venueTimeNs)
        implements Command {}
