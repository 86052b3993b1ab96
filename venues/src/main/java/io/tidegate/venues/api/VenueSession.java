package io.tidegate.venues.api;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import org.agrona.DirectBuffer;

/// One account's conversation with one venue: told what happened, it says what to do. One caller.
///
/// Time is an argument, nanoseconds since 1970 UTC, and never goes back. Everything that a method wants done goes to
/// `out`, which is valid during the call only. A session answers each call with exactly one outcome, and reports every
/// fact that it reads, whichever way it came; telling new facts from known ones is the caller's work. What it cannot
/// read it reports as such and never guesses.
public interface VenueSession {
    /// What the venue can do and how it limits us; constant.
    Capabilities capabilities();

    /// What a call would use up of the venue's limits, asked before the call waits in a queue.
    Cost cost(VenueCall call);

    /// Begins the conversation: connects, logs on, subscribes. [Effects#ready] follows when orders may be sent.
    void start(long nowNs, Effects out);

    /// Makes a call now; timestamp and signature are made here.
    ///
    /// @param callId the caller's name for it, positive and never used before in this session
    void call(long callId, VenueCall call, long nowNs, Effects out);

    /// A connection that [Effects#connect] asked for is open.
    void connected(int connection, long nowNs, Effects out);

    /// One whole message has arrived; the buffer is valid during the call only.
    ///
    /// @param receivedNs when the transport had read it
    void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs, Effects out);

    /// A connection has ended or was never opened.
    void disconnected(int connection, Loss loss, long nowNs, Effects out);

    /// An answer to [Effects#http].
    void answered(long httpId, HttpAnswer answer, long nowNs, Effects out);

    /// [Effects#http] will have no answer.
    void httpLost(long httpId, Loss loss, long nowNs, Effects out);

    /// Time has passed; called at the latest when [Effects#wakeAt] asked for it, and whenever the caller likes.
    void tick(long nowNs, Effects out);
}
