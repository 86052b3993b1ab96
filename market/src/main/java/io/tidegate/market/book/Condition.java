package io.tidegate.market.book;

/// Whether a book may be traded by, and why not.
public enum Condition {
    /// Follows the venue without a gap, and is not crossed.
    VALID,
    /// No snapshot has come since the start.
    NOT_BUILT,
    /// Something of the feed is missing; a snapshot is on its way.
    GAP,
    /// The feed is down.
    DISCONNECTED,
    /// The best bid reached the best ask: something went wrong, here or there, and it must be built anew.
    CROSSED,
    /// The venue's checksum is another than ours: something was lost or misread, and it must be built anew.
    BAD_CHECKSUM,
    /// A side has more levels than the book may hold; it must be built anew.
    TOO_DEEP,
    /// Told to a reader only: the writer was at work for as long as the reader would wait. Ask again.
    BUSY
}
