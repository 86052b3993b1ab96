package io.tidegate.host;

import io.tidegate.journal.EventMark;

/// Up to where this member had recorded events before it started.
///
/// @param stopPosition where the recording ends
/// @param last         the last event in it
public record RecordedTail(long stopPosition, EventMark last) {
    /// Nothing is recorded yet.
    public static final RecordedTail NONE = new RecordedTail(0, EventMark.START);
}
