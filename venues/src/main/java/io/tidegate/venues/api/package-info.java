/// The contract between a venue and whoever runs it: calls in, effects out.
///
/// A venue is a state machine that is told what happened and says what to do. It does no I/O and has no clock, no
/// threads and no randomness, so that golden bytes, a fuzzer, a replay or a simulated world can drive it. Start at
/// [io.tidegate.venues.api.VenueSession].
@NullMarked
package io.tidegate.venues.api;

import org.jspecify.annotations.NullMarked;
