/// Venue sessions: one package per venue, and the contract that all of them keep.
///
/// A venue knows no other venue and nothing of gateways. Start at [io.tidegate.venues.api.VenueSession], or
/// without a session at [io.tidegate.venues.words.VenueWords].
@NullMarked
package io.tidegate.venues;

import org.jspecify.annotations.NullMarked;
