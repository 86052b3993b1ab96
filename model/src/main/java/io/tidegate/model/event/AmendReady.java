package io.tidegate.model.event;

/// The holder of the lease shall ask the venue to change this child in place.
///
/// @param venueOrderId the venue's id where it is known, else ""
/// @param quantity     the quantity wanted, fills included
/// @param price        the price wanted
public record AmendReady(
        long childId, long orderId, int venueAccount, long epoch, String venueOrderId, long quantity, long price)
        implements Event {}
