package io.tidegate.market.sync;

/// What became of a message of the feed, and what the caller has to do.
public enum Step {
    /// The book shows it.
    APPLIED,
    /// Kept until the snapshot comes.
    KEPT,
    /// Known already, or not asked for; nothing changed.
    REPEATED,
    /// The book is out of use: ask the venue for a snapshot, and again whenever that request fails. Said once
    /// for each snapshot that is needed.
    SNAPSHOT_NEEDED
}
