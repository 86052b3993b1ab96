/// Our own bytes: the SBE schema of commands and events.
@NullMarked
package io.tidegate.wire;

import org.jspecify.annotations.NullMarked;
