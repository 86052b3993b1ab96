package io.tidegate.model.command;

import io.tidegate.model.order.Evidence;

/// The venue has changed an order in place.
///
/// @param quantity     what it is for now, fills included, at the instrument's quantity scale
/// @param price        its price now
/// @param venueOrderId the venue's id from here on, at most 64 characters
/// @param evidence     how we know
public record ReportAmended(long childId, long quantity, long price, String venueOrderId, Evidence evidence)
        implements Command {}
