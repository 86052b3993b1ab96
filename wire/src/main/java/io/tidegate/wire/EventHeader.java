package io.tidegate.wire;

/// Where an event stands in the stream, and which command caused it.
///
/// @param number       dense, from 1
/// @param previousHash hash of the event before, which chains the stream
/// @param timeNs       log time, nanoseconds since 1970 UTC; never goes back
/// @param source       the sender whose command caused it, 0 for the core itself
/// @param sequence     that command's number among the sender's
/// @param index        which of the command's events it is, from 0
/// @param image        whether it says what stands instead of what changed
public record EventHeader(
        long number, long previousHash, long timeNs, long source, long sequence, int index, boolean image) {}
