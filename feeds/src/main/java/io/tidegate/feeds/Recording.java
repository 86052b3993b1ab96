package io.tidegate.feeds;

import io.tidegate.transport.HttpAnswer;
import org.agrona.DirectBuffer;

/// Takes whatever a feed receives, as it came. Called on the feed's thread, which it must not hold up.
public interface Recording {
    /// Keeps nothing.
    Recording NONE = new Recording() {
        @Override
        public void frame(DirectBuffer buffer, int offset, int length, long receivedNs) {}

        @Override
        public void answer(String request, HttpAnswer answer, long receivedNs) {}

        @Override
        public void interrupted(String reason, long nowNs) {}
    };

    /// A message of a stream; the buffer is valid during the call only.
    ///
    /// @param receivedNs nanoseconds since 1970 UTC
    void frame(DirectBuffer buffer, int offset, int length, long receivedNs);

    /// An answer to a request.
    ///
    /// @param request method and target, such as `GET /api/v3/depth?symbol=BTCUSDT&limit=1000`
    void answer(String request, HttpAnswer answer, long receivedNs);

    /// A connection was lost: what comes next does not follow what came before.
    void interrupted(String reason, long nowNs);
}
