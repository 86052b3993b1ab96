/// The network as a simulation: latency, loss, reordering and disconnects from a seed, on simulated time.
/// Start at `SimulatedNetwork`.
@NullMarked
package io.tidegate.transport.simulated;

import org.jspecify.annotations.NullMarked;
