/// Who moves a simulated market: agents that quote and take on their own, each from its seed.
///
/// They trade through the venue like anybody, from house accounts with endless funds; the same seed and the same ticks
/// give the same market. One thread. Start at [io.tidegate.simulator.agents.Crowd].
@NullMarked
package io.tidegate.simulator.agents;

import org.jspecify.annotations.NullMarked;
