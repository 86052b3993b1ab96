/// The whole system in one thread, from one seed: core, journal, gateway, venue session and venue are the classes that
/// run in production; clock, network and disk are simulated, and everything that can go wrong does.
///
/// Safety is checked after every event and every step; after the faults have healed, our books and the venue's must
/// agree to the last unit. A failure names the seed that brings it back. One thread. Start at
/// [io.tidegate.world.World].
@NullMarked
package io.tidegate.world;

import org.jspecify.annotations.NullMarked;
