/// What bounds an account: its limits, and the kill switch. Start at [io.tidegate.model.risk.Limits].
@NullMarked
package io.tidegate.model.risk;

import org.jspecify.annotations.NullMarked;
