/// Why something was refused: a stable code, the field, the value and the limit.
///
/// Start at [io.tidegate.model.refusal.Refusal].
@NullMarked
package io.tidegate.model.refusal;

import org.jspecify.annotations.NullMarked;
