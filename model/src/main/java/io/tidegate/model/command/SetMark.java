package io.tidegate.model.command;

/// A reference price, at most a few per second and instrument (SPEC MKT-2).
///
/// @param bid  best bid at the instrument's price scale, positive
/// @param ask  best ask, not below the bid
/// @param last price of the last trade seen; 0 where none was
/// @param atNs when the edge received it, nanoseconds since 1970 UTC
public record SetMark(int instrument, long bid, long ask, long last, long atNs) implements Command {
    /// A mark of quotes alone.
    public SetMark(int instrument, long bid, long ask, long atNs) {
        this(instrument, bid, ask, 0, atNs);
    }
}
