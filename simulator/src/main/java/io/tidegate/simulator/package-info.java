/// Venues that are not: a matching engine with accounts and a moving market behind the real protocols of the venues.
///
/// From the inside out: `matching` (one book), `account` (who owns what), `venue` (books and accounts as one venue,
/// with the truth that tests ask for), `agents` (who moves the market), `replay` (a recording that is the market),
/// `venue.<id>` (the protocol of a real venue, written from its fact sheet). All of them are deterministic: time is an
/// argument, randomness comes from a seed.
/// Start at [io.tidegate.simulator.SimServer], which puts one on a real port.
@NullMarked
package io.tidegate.simulator;

import org.jspecify.annotations.NullMarked;
