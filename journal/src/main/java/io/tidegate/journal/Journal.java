package io.tidegate.journal;

/// The log as its users see it: a place to offer commands to, and a stream of events to read on from a position.
///
/// A position counts bytes of the event stream, framing included; the position *after* an event names that event, on
/// every member and in every replay. Opening is safe from any thread; what is opened belongs to one thread.
public interface Journal extends AutoCloseable {
    /// The beginning of history.
    long FROM_START = 0;

    /// The last complete image of what stands; the beginning of history while there is none yet.
    long FROM_IMAGE = -1;

    /// The end of what is recorded at this moment: only what comes from here on.
    long FROM_NOW = -2;

    /// Opens an end to offer commands to.
    LogWriter writer();

    /// Opens the event stream.
    ///
    /// A position that has been purged leads to the last complete image instead, and [LogReader#lostHistory]
    /// says so.
    ///
    /// @param fromPosition the position after the last event known, [#FROM_START], [#FROM_IMAGE] or
    ///     [#FROM_NOW]
    LogReader reader(long fromPosition);

    @Override
    void close();
}
