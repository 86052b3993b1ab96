/// The order side at the edge: hand-out, doubt, limits, sessions, reconciliation.
///
/// Sits between the core's log and the venues. What the core hands out is sent once, under a lease and within its
/// time, or reported unsent; what the venues say is told to the core; what nobody knows is asked for. The packages
/// form a line: `limits`, `known` ← `session`, `facts` ← `doubt` ← `handout`, `reconcile`, `marks` ← this one. One
/// thread owns a gateway. Start at [io.tidegate.gateway.Gateway], then [io.tidegate.gateway.VenueDesk].
@NullMarked
package io.tidegate.gateway;

import org.jspecify.annotations.NullMarked;
