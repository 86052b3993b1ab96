package io.tidegate.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;

/// Copies the text messages of one WebSocket into the owner's inbox, and stops reading while that is full.
///
/// The end is told after the last message, also when the socket closed while reading was stopped. Event loop only.
final class SocketReader<T extends Inbox.Arrival> {
    static final int FRAME_MAX_BYTES = 16 << 20;
    static final int MESSAGE_MAX_BYTES = 32 << 20;

    private static final EpochNanoClock CLOCK = SystemEpochNanoClock.INSTANCE;
    private static final short TEXT_EXPECTED = 1003;
    private static final short TOO_BIG = 1009;

    private final Inbox<T> inbox;
    private final WebSocketBase socket;
    private final Words<T> words;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private boolean isOpenTold;
    private boolean isPaused;
    private boolean isClosed;
    private boolean isBroken;

    /// How the owner's inbox speaks of this socket.
    interface Words<T> {
        T openedWord();

        T frameWord(byte[] bytes, long receivedNs);

        T closedWord(String reason);
    }

    SocketReader(Inbox<T> inbox, WebSocketBase socket, Words<T> words) {
        this.inbox = inbox;
        this.socket = socket;
        this.words = words;
    }

    /// Installs the handlers; for a client before it connects, so that no frame slips through.
    void attach() {
        socket.frameHandler(this::read);
        socket.exceptionHandler(_ -> {}); // a close follows, and that is told
        socket.closeHandler(_ -> {
            isClosed = true;
            tellClosedLater();
        });
    }

    /// Tells the opening, once; a frame that comes first tells it too.
    void tellOpened() {
        if (!isOpenTold) {
            isOpenTold = true;
            offer(words.openedWord());
        }
    }

    private void read(WebSocketFrame frame) {
        if (isBroken || frame.isClose()) {
            return;
        }
        if (frame.isBinary()) {
            breakOff(TEXT_EXPECTED, "text expected");
        } else if (frame.isText() && frame.isFinal()) {
            tellOpened();
            offer(words.frameWord(frame.binaryData().getBytes(), CLOCK.nanoTime()));
        } else if (frame.isText() || frame.isContinuation()) {
            readPart(frame);
        }
    }

    private void readPart(WebSocketFrame frame) {
        tellOpened();
        partial.writeBytes(frame.binaryData().getBytes());
        if (partial.size() > MESSAGE_MAX_BYTES) {
            breakOff(TOO_BIG, "message over " + MESSAGE_MAX_BYTES + " bytes");
        } else if (frame.isFinal()) {
            byte[] whole = partial.toByteArray();
            partial.reset();
            offer(words.frameWord(whole, CLOCK.nanoTime()));
        }
    }

    private void breakOff(short code, String reason) {
        isBroken = true;
        partial.reset();
        socket.close(code, reason);
    }

    private void offer(T arrival) {
        if (!inbox.offer(arrival) && !isPaused) {
            isPaused = true;
            socket.pause();
            Context context = context();
            inbox.awaitRoom(() -> context.runOnContext(_ -> resume()));
        }
    }

    private void resume() {
        isPaused = false;
        socket.resume(); // has what was held back delivered, which may stop it again
        tellClosedLater();
    }

    /// Behind the delivery of what was held back, which is a task of its own.
    private void tellClosedLater() {
        if (isClosed) {
            context().runOnContext(_ -> tellClosed());
        }
    }

    private static Context context() {
        return Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    }

    private void tellClosed() {
        if (isClosed && !isPaused && isOpenTold) {
            isOpenTold = false;
            Short code = socket.closeStatusCode();
            String reason = socket.closeReason();
            inbox.offer(words.closedWord(
                    code == null || code == 1006
                            ? "connection lost"
                            : "closed: " + code + (reason == null || reason.isEmpty() ? "" : " " + reason)));
        }
    }
}
