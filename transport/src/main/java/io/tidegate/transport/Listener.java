package io.tidegate.transport;

/// A listening port whose traffic is handed to a [Face] by whoever polls it. One owner thread.
public interface Listener extends AutoCloseable {
    /// The port in use; a free one was chosen where 0 was asked for.
    int port();

    /// Hands at most `limit` happenings to the face and sends its replies, then ticks the face.
    ///
    /// @return how many were handed over; 0 lets the caller idle
    int poll(Face face, long nowNs, int limit);

    /// Stops listening and closes every connection.
    @Override
    void close();
}
