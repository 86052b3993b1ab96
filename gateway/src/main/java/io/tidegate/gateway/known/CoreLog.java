package io.tidegate.gateway.known;

import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;

/// The core's log as a gateway sees it: commands go in, each applied once, and every event comes out in order.
/// One owner thread.
public interface CoreLog {
    /// Takes a command over; it will be applied once.
    ///
    /// @return false when there is no room now: nothing was taken over
    boolean send(Command command);

    /// Sends what waits and hands out a bounded number of events. Never blocks.
    ///
    /// @return how many things it did; 0 lets the caller idle
    /// @throws IllegalStateException when an event is missing: this gateway knows too little to go on
    int poll(long nowNs, Handler handler);

    /// How many commands have been taken over and are not known to be applied.
    int unappliedCount();

    /// Whether another gateway of our name has taken over, so that nothing that we say is heard any more.
    boolean isDisplaced();

    /// Takes one event.
    @FunctionalInterface
    interface Handler {
        /// @param logNs   the log's time of the event, nanoseconds since 1970 UTC
        /// @param isImage whether it says what stands instead of what changed
        void onEvent(long logNs, boolean isImage, Event event);
    }
}
