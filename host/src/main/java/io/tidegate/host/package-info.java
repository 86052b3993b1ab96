/// The core with its numbering, hash chain, sources, timers, snapshot and image, and a journal in memory around it.
///
/// Everything that must be right about the log and does not need Aeron stands here, so that a simulated world can
/// crash it between any two events. Given the same log it writes the same event bytes. One owner thread for every
/// object. Start at [io.tidegate.host.CoreHost]; tests and simulations at [io.tidegate.host.InMemoryJournal].
@NullMarked
package io.tidegate.host;

import org.jspecify.annotations.NullMarked;
