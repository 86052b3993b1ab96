/// A venue without a protocol: markets, accounts and orders, and the truth about them that tests ask for.
///
/// A face (`venue.<id>`) gives it the protocol of a real venue. Deterministic: the caller brings the time, agents
/// bring seeds. One thread. Start at [io.tidegate.simulator.venue.SimulatedVenue].
@NullMarked
package io.tidegate.simulator.venue;

import org.jspecify.annotations.NullMarked;
