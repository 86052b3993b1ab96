/// What bounds an account: limits on rate, number, value and price, likely duplicates, and the kill switches.
///
/// Checks answer with a refusal that names the limit and the value, or with nothing. One caller. Start at
/// [io.tidegate.core.risk.AccountLimits].
@NullMarked
package io.tidegate.core.risk;

import org.jspecify.annotations.NullMarked;
