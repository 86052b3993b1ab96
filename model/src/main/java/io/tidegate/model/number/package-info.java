/// Exact numbers: decimals at a fixed scale as `long`, amounts as 128-bit integers in 10⁻¹⁸.
///
/// No binary floating point, no rounding that the caller did not ask for by name. Start at
/// [io.tidegate.model.number.Amount] and [io.tidegate.model.number.Decimals].
@NullMarked
package io.tidegate.model.number;

import org.jspecify.annotations.NullMarked;
