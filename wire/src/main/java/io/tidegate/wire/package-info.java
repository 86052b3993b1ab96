/// Our own bytes: every command and every event as it stands in the log, in the event stream and in snapshots.
///
/// The layout is `src/main/sbe/tidegate.xml`, which also states how it may grow; this package turns its blocks, groups
/// and texts into the words of `model` and back. What comes in is not trusted: whatever is not a whole, well-formed
/// message is a [io.tidegate.wire.WireException]. Each codec belongs to one thread. Start at
/// [io.tidegate.wire.CommandCodec] and [io.tidegate.wire.EventCodec].
@NullMarked
package io.tidegate.wire;

import org.jspecify.annotations.NullMarked;
