package io.tidegate.model.event;

import io.tidegate.model.venue.VenueAccount;

/// A venue account is known, or has new terms.
public record VenueAccountDefined(VenueAccount venueAccount) implements Event {}
