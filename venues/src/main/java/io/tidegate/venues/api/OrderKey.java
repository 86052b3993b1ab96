package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;

/// What names an order at a venue.
///
/// @param clientOrderId the id that we gave it
/// @param venueOrderId  the venue's id, "" where it is not known
public record OrderKey(Instrument instrument, String clientOrderId, String venueOrderId) {}
