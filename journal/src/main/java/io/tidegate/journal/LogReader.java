package io.tidegate.journal;

import org.agrona.DirectBuffer;

/// Recorded events in order, from one position on. One owner thread.
public interface LogReader extends AutoCloseable {
    /// The position after the last event handed out.
    long position();

    /// Up to where events are recorded, as far as known; never below [#position]. The difference says how far behind
    /// this reader is.
    long recordedPosition();

    /// Whether the position asked for had been purged, so that this reader began at an image instead.
    boolean lostHistory();

    /// Hands out events that are there. Never blocks.
    ///
    /// @param limitCount how many at most
    /// @return how many were handed out
    /// @throws EventsMissing when the stream has a hole here: events were lost for good
    int poll(Handler handler, int limitCount);

    /// Closes this reader; again does nothing.
    @Override
    void close();

    /// Takes one event.
    @FunctionalInterface
    interface Handler {
        /// @param position where the event ends
        /// @param buffer   valid during the call only
        void onEvent(long position, DirectBuffer buffer, int offset, int length);
    }
}
