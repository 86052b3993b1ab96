package io.tidegate.journal;

/// A place in the event stream that a reader can come back to, kept with whatever it made of the events so far.
///
/// @param position the position after the last event read
/// @param number   that event's number; 0 before the first
/// @param hash     [ChainHash] of that event's bytes; 0 before the first
public record EventMark(long position, long number, long hash) {
    /// Before the first event ever.
    public static final EventMark START = new EventMark(Journal.FROM_START, 0, 0);
}
