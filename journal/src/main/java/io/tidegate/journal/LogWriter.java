package io.tidegate.journal;

import org.agrona.DirectBuffer;

/// The way towards the log. One owner thread.
public interface LogWriter extends AutoCloseable {
    /// Hands over one encoded command. Never blocks.
    ///
    /// True says "in a buffer", not "in the log": it may still be lost. Whoever must know waits for the event that
    /// names the command.
    ///
    /// @return false when there is no room or no connection at this moment
    boolean offer(DirectBuffer buffer, int offset, int length);

    /// Keeps the connection alive, renews a lost one, and does a bounded turn of its work; to be called at least
    /// each second.
    ///
    /// @param nowNs nanoseconds since 1970 UTC
    /// @return how many things it did; 0 lets the caller idle
    int poll(long nowNs);

    /// How many connections there have been; another number than before says that what was offered before may be
    /// lost.
    long connectionCount();

    /// Closes this end; again does nothing.
    @Override
    void close();
}
