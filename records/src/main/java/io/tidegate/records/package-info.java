/// What was: reads the event stream at its own position and writes it into a database for people and reports.
///
/// Runs in a process of its own, so that nothing in the order path waits for it: it may be slow, killed, out of disk or
/// without its database, and catches up afterwards. `store` is the database, `history` turns events into its rows.
/// Start at [io.tidegate.records.Recorder].
@NullMarked
package io.tidegate.records;

import org.jspecify.annotations.NullMarked;
