/// What the core's events have told this gateway: instruments, accounts, children, switches, and the log's time.
///
/// Nothing here is decided by us, and nothing is kept over a restart: the stream tells it again. One thread.
/// Start at [io.tidegate.gateway.known.Children].
@NullMarked
package io.tidegate.gateway.known;

import org.jspecify.annotations.NullMarked;
