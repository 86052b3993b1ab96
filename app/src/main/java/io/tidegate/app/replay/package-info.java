/// Recordings of market data, played back: every book built again from its messages, and held against whatever in the
/// recording tells the truth. Start at `Replay`.
@NullMarked
package io.tidegate.app.replay;

import org.jspecify.annotations.NullMarked;
