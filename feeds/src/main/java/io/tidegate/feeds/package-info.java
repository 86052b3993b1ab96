/// The market side at the edge: runs venues' market sessions on a network, keeps them connected, and records what
/// comes.
///
/// Knows no venue by name. One loop polls it, and that thread writes the books; everybody else reads them without a
/// lock. Start at `MarketFeed`.
@NullMarked
package io.tidegate.feeds;

import org.jspecify.annotations.NullMarked;
