package io.tidegate.model.event;

/// The holder of the lease shall ask the venue to cancel this child.
///
/// @param venueOrderId the venue's id where it is known, else ""
public record CancelReady(long childId, long orderId, int venueAccount, long epoch, String venueOrderId)
        implements Event {}
