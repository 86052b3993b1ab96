/// Recorded markets, played again: a venue whose book and trades are those of a recording, and whose customers' orders
/// wait in it as they would have.
///
/// Deterministic: the recording and the ticks say what happens. One thread; files are read as they are needed. Start at
/// [io.tidegate.simulator.replay.ReplayedMarket].
@NullMarked
package io.tidegate.simulator.replay;

import org.jspecify.annotations.NullMarked;
