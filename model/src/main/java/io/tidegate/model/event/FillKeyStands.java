package io.tidegate.model.event;

/// A line of a snapshot: an execution that has been booked and must not be booked again.
///
/// @param atNs log time of its booking
public record FillKeyStands(
        int venueAccount, int instrument, String venueOrderId, String tradeId, long childId, long atNs)
        implements Standing {}
