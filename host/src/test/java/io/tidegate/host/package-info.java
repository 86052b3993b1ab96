/// The host's laws, tried on a toy state machine. Start at `HostLawsTest`.
@NullMarked
package io.tidegate.host;

import org.jspecify.annotations.NullMarked;
