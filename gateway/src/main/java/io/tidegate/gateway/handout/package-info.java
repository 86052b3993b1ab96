/// From the core's hand-out to the venue: each child is sent once or reported unsent, and cancelled when asked.
///
/// One thread. Start at [io.tidegate.gateway.handout.HandOut].
@NullMarked
package io.tidegate.gateway.handout;

import org.jspecify.annotations.NullMarked;
