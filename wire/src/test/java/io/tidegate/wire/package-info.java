/// Laws and golden bytes of our own messages; other modules take their random commands and events from here.
///
/// Start at [io.tidegate.wire.Samples].
@NullMarked
package io.tidegate.wire;

import org.jspecify.annotations.NullMarked;
