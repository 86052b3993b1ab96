package io.tidegate.host;

/// Where events lie in the stream: one frame each, 32 bytes of header before it, aligned to 32, none across a term.
///
/// Framing as in Aeron (`FrameDescriptor`, `DataHeaderFlyweight`), so that the position after an event is a pure
/// function of the position before it and its length, the same on every member and in every replay.
public final class EventFraming {
    private static final int HEADER_BYTES = 32;
    private static final int ALIGNMENT_BYTES = 32;

    private EventFraming() {}

    /// Where an event ends, given where the one before it ended.
    ///
    /// @param lengthBytes of the event itself
    public static long next(long position, int lengthBytes, int termBytes) {
        int aligned = (lengthBytes + HEADER_BYTES + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
        int offset = (int) (position & (termBytes - 1));
        int padding =
                offset + aligned > termBytes ? termBytes - offset : 0; // a term that is too full ends with padding
        return position + padding + aligned;
    }
}
