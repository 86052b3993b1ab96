package io.tidegate.model.event;

/// The reference price of an instrument.
///
/// @param last price of the last trade seen; 0 where none was
public record MarkSet(int instrument, long bid, long ask, long last, long atNs) implements Event {
    /// A mark of quotes alone.
    public MarkSet(int instrument, long bid, long ask, long atNs) {
        this(instrument, bid, ask, 0, atNs);
    }
}
