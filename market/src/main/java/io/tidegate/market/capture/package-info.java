/// Recordings of raw market data: what a venue sent, byte for byte, with the times of receipt (SPEC MKT-4).
///
/// A recording is a series of gzip files of lines, which anybody can read; sums within it tell whether a line was
/// changed, removed, doubled or moved. The format stands in `docs/recordings.md`. One thread for a writer and for a
/// reader. Start at `CaptureWriter`.
@NullMarked
package io.tidegate.market.capture;

import org.jspecify.annotations.NullMarked;
