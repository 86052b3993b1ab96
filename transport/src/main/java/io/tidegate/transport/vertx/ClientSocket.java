package io.tidegate.transport.vertx;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/// One WebSocket of a client. State belongs to the owner's thread.
final class ClientSocket implements SocketReader.Words<ClientArrival> {
    /// A peer that leaves this much unread is taken for gone.
    private static final int UNSENT_MAX_BYTES = 16 << 20;

    final int id;
    final long deadlineNs; // by System.nanoTime; of the opening
    final long timeoutNs;
    private final ClientWebSocket socket;
    /// Handed over and not yet taken by the system.
    private final AtomicLong unsentBytes = new AtomicLong();

    private State state = State.OPENING;
    private String closingWords = "";

    private enum State {
        OPENING,
        OPEN,
        CLOSING,
        ENDED
    }

    ClientSocket(int id, ClientWebSocket socket, long timeoutNs, long deadlineNs) {
        this.id = id;
        this.socket = socket;
        this.timeoutNs = timeoutNs;
        this.deadlineNs = deadlineNs;
    }

    void connect(WebSocketConnectOptions options, Inbox<ClientArrival> inbox) {
        SocketReader<ClientArrival> reader = new SocketReader<>(inbox, socket, this);
        reader.attach();
        socket.connect(options).onComplete(made -> {
            if (made.succeeded()) {
                reader.tellOpened();
            } else {
                inbox.offer(new ClientArrival.SocketRefused(this, VertxNetwork.words(made.cause())));
            }
        });
    }

    boolean isOpening() {
        return state == State.OPENING;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isClosing() {
        return state == State.CLOSING;
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    void opened() {
        state = State.OPEN;
    }

    void ended() {
        state = State.ENDED;
    }

    boolean send(DirectBuffer buffer, int offset, int length) {
        if (state != State.OPEN || socket.isClosed()) {
            return false;
        }
        if (unsentBytes.get() > UNSENT_MAX_BYTES) {
            close("peer does not read");
            return false;
        }
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        unsentBytes.addAndGet(length);
        socket.writeTextMessage(new String(bytes, StandardCharsets.UTF_8))
                .onComplete(_ -> unsentBytes.addAndGet(-length));
        return true;
    }

    void close(String reason) {
        state = State.CLOSING;
        closingWords = reason.isEmpty() ? "closed by us" : "closed by us: " + reason;
        socket.close((short) 1000, reason);
    }

    /// Lets go of a connection that is open, or came too late.
    void discard() {
        state = State.ENDED;
        socket.close();
    }

    String endedWords(String reason) {
        return state == State.CLOSING ? closingWords : reason;
    }

    @Override
    public ClientArrival openedWord() {
        return new ClientArrival.SocketOpened(this);
    }

    @Override
    public ClientArrival frameWord(byte[] bytes, long receivedNs) {
        return new ClientArrival.SocketFrame(this, bytes, receivedNs);
    }

    @Override
    public ClientArrival closedWord(String reason) {
        return new ClientArrival.SocketClosed(this, reason);
    }
}
