/// What is traded: assets, instruments with scales that never change, and a venue's grid, which may.
///
/// Start at [io.tidegate.model.instrument.Instrument].
@NullMarked
package io.tidegate.model.instrument;

import org.jspecify.annotations.NullMarked;
