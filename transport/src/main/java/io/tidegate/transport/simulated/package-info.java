/// The network as a simulation: latency, loss, reordering and disconnects from a seed, on simulated time.
///
/// One thread for all of it, faces and clients included; no clock and no chance but the seed's. Start at
/// [io.tidegate.transport.simulated.SimulatedNetwork].
@NullMarked
package io.tidegate.transport.simulated;

import org.jspecify.annotations.NullMarked;
