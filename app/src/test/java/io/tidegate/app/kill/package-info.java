/// `kill -9`, full disks and lost tails, done to the real processes: `serve` and `sim` in JVMs of their own, orders
/// over the real HTTP interface, and at the end our books against the venue's truth.
///
/// Start at [io.tidegate.app.kill.KillServeTest].
@NullMarked
package io.tidegate.app.kill;

import org.jspecify.annotations.NullMarked;
