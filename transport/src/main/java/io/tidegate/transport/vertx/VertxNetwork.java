package io.tidegate.transport.vertx;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkEvents;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// HTTP/1.1 and WebSocket on real sockets, by Vert.x.
///
/// Everything is decided on the owner's thread; event loops only copy bytes into its inbox. `NOT_SENT` is said of
/// requests that never left the owner's queue, or of which the event loop says that it could not begin to write; all
/// else is `MAYBE_SENT`. TLS verifies certificate and host name.
public final class VertxNetwork implements Network {
    static final long CONNECT_TIMEOUT_MS = 5_000;
    private static final int LANE_COUNT = 16;
    private static final int SOCKET_MAX_COUNT = 1_000;
    private static final int CLOSING_TIMEOUT_S = 5;
    static final long INBOX_MAX_BYTES = 16L << 20;

    private final HttpClientAgent agent;
    private final WebSocketClient socketClient;
    private final Inbox<ClientArrival> inbox;
    private final Map<Endpoint, HttpLane[]> lanes = new HashMap<>();
    private final Map<Long, HttpCall> calls = new HashMap<>();
    private final Map<Integer, ClientSocket> sockets = new HashMap<>();
    private final PriorityQueue<HttpCall> callDeadlines =
            new PriorityQueue<>(Comparator.comparingLong((HttpCall call) -> call.deadlineNs));
    private final PriorityQueue<ClientSocket> openDeadlines =
            new PriorityQueue<>(Comparator.comparingLong((ClientSocket socket) -> socket.deadlineNs));
    /// What this thread found out by itself, told before the inbox.
    private final Deque<Consumer<NetworkEvents>> found = new ArrayDeque<>();

    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private boolean isClosed;

    /// A network that believes the JVM's trust store.
    public VertxNetwork(EventLoops loops) {
        this(loops, Trust.ofJvm());
    }

    public VertxNetwork(EventLoops loops, Trust trust) {
        this(loops, trust, INBOX_MAX_BYTES);
    }

    VertxNetwork(EventLoops loops, Trust trust, long inboxMaxBytes) {
        inbox = new Inbox<>(inboxMaxBytes);
        HttpClientOptions http = new HttpClientOptions()
                .setVerifyHost(true)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(64 << 10);
        WebSocketClientOptions webSocket = new WebSocketClientOptions()
                .setVerifyHost(true)
                .setTcpNoDelay(true)
                .setMaxFrameSize(SocketReader.FRAME_MAX_BYTES)
                .setMaxMessageSize(SocketReader.MESSAGE_MAX_BYTES)
                .setTryUsePerFrameCompression(false)
                .setTryUsePerMessageCompression(false)
                .setClosingTimeout(CLOSING_TIMEOUT_S)
                .setMaxConnections(SOCKET_MAX_COUNT);
        trust.options().ifPresent(options -> {
            http.setTrustOptions(options);
            webSocket.setTrustOptions(options);
        });
        agent = loops.vertx().createHttpClient(http);
        socketClient = loops.vertx().createWebSocketClient(webSocket);
    }

    @Override
    public void http(long callId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
        checkOpen();
        if (lane < 0 || lane >= LANE_COUNT) {
            throw new IllegalArgumentException("lane " + lane + ": expected 0 to 15");
        }
        request.checkSendable();
        HttpLane[] those = lanes.computeIfAbsent(to, this::newLanes);
        HttpCall call = new HttpCall(callId, request, those[lane], timeoutNs, System.nanoTime() + timeoutNs);
        if (calls.putIfAbsent(callId, call) != null) {
            throw new IllegalArgumentException("call " + callId + " is still under way");
        }
        callDeadlines.add(call);
        those[lane].submit(call);
    }

    private HttpLane[] newLanes(Endpoint to) {
        HttpLane[] made = new HttpLane[LANE_COUNT];
        for (int i = 0; i < LANE_COUNT; i++) {
            made[i] = new HttpLane(this, agent, inbox, to);
        }
        return made;
    }

    @Override
    public void connect(int connection, Endpoint to, String target, long timeoutNs) {
        checkOpen();
        HttpRequest.of("GET", target, List.of()).checkSendable();
        long deadlineNs = System.nanoTime() + timeoutNs;
        ClientSocket socket = new ClientSocket(connection, socketClient.webSocket(), timeoutNs, deadlineNs);
        if (sockets.putIfAbsent(connection, socket) != null) {
            throw new IllegalArgumentException("connection " + connection + " is still open");
        }
        openDeadlines.add(socket);
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.isTls())
                .setURI(target)
                .setAllowOriginHeader(false);
        options.setConnectTimeout(CONNECT_TIMEOUT_MS).setTimeout(timeoutNs / 1_000_000 + 1);
        socket.connect(options, inbox);
    }

    @Override
    public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
        ClientSocket socket = sockets.get(connection);
        return socket != null && socket.send(buffer, offset, length);
    }

    @Override
    public void close(int connection) {
        ClientSocket socket = sockets.get(connection);
        if (socket == null) {
            return;
        }
        if (socket.isOpening()) {
            end(socket, Loss.notSent("closed before it was open"));
        } else if (!socket.isClosing()) {
            socket.close("");
        }
    }

    @Override
    public int poll(NetworkEvents to, int limit) {
        if (isClosed) {
            return 0;
        }
        expire(System.nanoTime());
        int told = 0;
        while (told < limit) {
            if (!found.isEmpty()) {
                found.remove().accept(to);
                told++;
                continue;
            }
            ClientArrival arrival = inbox.poll();
            if (arrival == null) {
                break;
            }
            told += handle(arrival, to);
        }
        return told;
    }

    /// @return how many things it told, 0 or 1; what follows from it may stand in `found`
    private int handle(ClientArrival arrival, NetworkEvents to) {
        switch (arrival) {
            case ClientArrival.LaneConnected is -> is.lane().connected(is.attempt(), is.connection());
            case ClientArrival.LaneRefused is -> is.lane().refused(is.attempt(), is.reason());
            case ClientArrival.LaneClosed is -> is.lane().closed(is.attempt());
            case ClientArrival.CallUnsent is -> is.call().lane.unsent(is.call(), is.attempt(), is.reason());
            case ClientArrival.CallFailed is -> is.call().lane.failed(is.call(), is.attempt(), is.reason());
            case ClientArrival.CallAnswered is -> {
                return answered(is, to);
            }
            case ClientArrival.SocketOpened(ClientSocket socket) -> {
                return opened(socket, to);
            }
            case ClientArrival.SocketRefused is -> {
                if (!is.socket().isEnded()) {
                    end(is.socket(), Loss.notSent(is.reason()));
                }
            }
            case ClientArrival.SocketFrame is -> {
                return framed(is, to);
            }
            case ClientArrival.SocketClosed(ClientSocket socket, String reason) -> {
                if (!socket.isEnded()) {
                    end(socket, Loss.maybeSent(socket.endedWords(reason)));
                }
            }
        }
        return 0;
    }

    private int answered(ClientArrival.CallAnswered is, NetworkEvents to) {
        if (!is.call().lane.answered(is.call(), is.attempt(), is.answer())) {
            return 0;
        }
        is.call().isOver = true;
        calls.remove(is.call().id);
        to.answered(is.call().id, is.answer(), is.receivedNs());
        return 1;
    }

    private int opened(ClientSocket socket, NetworkEvents to) {
        if (socket.isEnded()) {
            socket.discard();
            return 0;
        }
        socket.opened();
        to.connected(socket.id);
        return 1;
    }

    private int framed(ClientArrival.SocketFrame is, NetworkEvents to) {
        if (is.socket().isEnded()) {
            return 0;
        }
        frame.wrap(is.frame());
        to.frame(is.socket().id, frame, 0, is.frame().length, is.receivedNs());
        return 1;
    }

    private void expire(long nowNs) {
        for (HttpCall call = callDeadlines.peek();
                call != null && (call.isOver || call.deadlineNs - nowNs <= 0);
                call = callDeadlines.peek()) {
            callDeadlines.remove();
            if (!call.isOver) {
                call.lane.timeOut(call);
            }
        }
        for (ClientSocket socket = openDeadlines.peek();
                socket != null && (!socket.isOpening() || socket.deadlineNs - nowNs <= 0);
                socket = openDeadlines.peek()) {
            openDeadlines.remove();
            if (socket.isOpening()) {
                end(socket, Loss.notSent("not open within " + socket.timeoutNs / 1_000_000 + " ms"));
            }
        }
    }

    /// A request has come to its end without an answer.
    void lost(HttpCall call, Loss loss) {
        call.isOver = true;
        found.add(to -> {
            calls.remove(call.id);
            to.httpLost(call.id, loss);
        });
    }

    private void end(ClientSocket socket, Loss loss) {
        socket.ended();
        found.add(to -> {
            sockets.remove(socket.id);
            to.disconnected(socket.id, loss);
        });
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            found.clear();
            sockets.values().stream().filter(ClientSocket::isOpen).forEach(ClientSocket::discard);
            sockets.clear();
            calls.clear();
            agent.close();
            socketClient.close();
        }
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException("the network is closed");
        }
    }

    /// One line for an operator about why something failed.
    static String words(Throwable cause) {
        return switch (cause) {
            case UpgradeRejectedException refused -> "upgrade refused with status " + refused.getStatus();
            case UnknownHostException _ -> "unknown host";
            default -> {
                String message = cause.getMessage();
                yield message == null
                        ? cause.getClass().getSimpleName()
                        : message.lines().findFirst().orElse("");
            }
        };
    }
}
