/// Keeps a book in step with a venue's feed of a snapshot and the differences that follow it (SPEC MKT-1).
///
/// Numbers in, a word of what to do out; no I/O, no clock. The thread that writes the book. Start at `DepthSync`.
@NullMarked
package io.tidegate.market.sync;

import org.jspecify.annotations.NullMarked;
