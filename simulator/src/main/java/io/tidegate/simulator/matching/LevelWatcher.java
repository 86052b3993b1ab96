package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;

/// Told which levels of a book change, at once; must not call the book.
public interface LevelWatcher {
    /// The quantity at that price is another now, or the level is new or gone.
    void changed(Side side, long price);
}
