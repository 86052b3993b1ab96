package io.tidegate.host;

import org.agrona.DirectBuffer;

/// Where the host puts encoded events that are not recorded yet.
@FunctionalInterface
public interface EventOut {
    /// Records one event, at exactly that place of the stream.
    ///
    /// @param endPosition where the event must end, by [EventFraming#next]
    /// @param buffer      valid during the call only
    /// @throws Halt when it cannot be recorded, or not there
    void record(long endPosition, DirectBuffer buffer, int offset, int length);
}
