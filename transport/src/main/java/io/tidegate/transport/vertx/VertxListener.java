package io.tidegate.transport.vertx;

import io.tidegate.transport.Face;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Listener;
import io.tidegate.transport.Replies;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// A face's port on a real socket: HTTP/1.1 and WebSocket side by side.
///
/// Event loops only copy bytes into the owner's inbox; a full inbox stops the reading. A face that closes a WebSocket
/// within `opened`, with no frame sent, refuses the upgrade with status 403.
public final class VertxListener implements Listener, Replies {
    private static final long START_TIMEOUT_S = 10;

    private final HttpServer server;
    private final Inbox<ServerArrival> inbox;
    private final Map<Long, Exchange> exchanges = new HashMap<>();
    private final Map<Exchange, Long> exchangeNumbers = new HashMap<>();
    private final Map<Integer, ServerSocket> sockets = new HashMap<>();
    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private long lastExchange;
    private int lastConnection;
    private boolean isInCall;
    private boolean isClosed;

    private VertxListener(HttpServer server, Inbox<ServerArrival> inbox) {
        this.server = server;
        this.inbox = inbox;
    }

    /// Starts to listen.
    ///
    /// @throws IllegalStateException when the address cannot be had, or a key cannot be read; says why
    public static VertxListener open(EventLoops loops, ListenerSettings settings) {
        return open(loops, settings, VertxNetwork.INBOX_MAX_BYTES);
    }

    static VertxListener open(EventLoops loops, ListenerSettings settings, long inboxMaxBytes) {
        Inbox<ServerArrival> inbox = new Inbox<>(inboxMaxBytes);
        HttpServer server = loops.vertx()
                .createHttpServer(settings.options())
                .requestHandler(request -> arrive(request, inbox, settings.bodyMaxBytes()));
        Waits.forResult(server.listen(), START_TIMEOUT_S, TimeUnit.SECONDS).ifPresent(why -> {
            throw new IllegalStateException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + VertxNetwork.words(why),
                    why);
        });
        return new VertxListener(server, inbox);
    }

    private static void arrive(HttpServerRequest request, Inbox<ServerArrival> inbox, int bodyMaxBytes) {
        if (request.canUpgradeToWebSocket()) {
            new ServerSocket(request, inbox).knock();
            return;
        }
        Exchange exchange = new Exchange(request, bodyMaxBytes);
        exchange.read(
                whole -> inbox.offer(new ServerArrival.Requested(exchange, whole)),
                () -> inbox.offer(new ServerArrival.Abandoned(exchange)));
        if (!inbox.hasRoom()) {
            exchange.pause();
            inbox.awaitRoom(exchange::resume);
        }
    }

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public int poll(Face face, long nowNs, int limit) {
        if (isClosed) {
            return 0;
        }
        isInCall = true;
        int handed = 0;
        while (handed < limit) {
            ServerArrival arrival = inbox.poll();
            if (arrival == null) {
                break;
            }
            handle(arrival, face, nowNs);
            handed++;
        }
        face.tick(nowNs, this);
        isInCall = false;
        return handed;
    }

    private void handle(ServerArrival arrival, Face face, long nowNs) {
        switch (arrival) {
            case ServerArrival.Requested(var exchange, var request) -> {
                long number = ++lastExchange;
                exchanges.put(number, exchange);
                exchangeNumbers.put(exchange, number);
                face.request(number, request, exchange.client(), nowNs, this);
            }
            case ServerArrival.Abandoned(Exchange exchange) ->
                Optional.ofNullable(exchangeNumbers.remove(exchange)).ifPresent(exchanges::remove);
            case ServerArrival.Knocked(var socket, var upgrade) -> {
                socket.number = ++lastConnection;
                sockets.put(socket.number, socket);
                face.opened(socket.number, upgrade, socket.client(), nowNs, this);
                if (!socket.isClosing) {
                    accept(socket);
                }
            }
            case ServerArrival.Framed(var socket, var bytes) -> {
                if (!socket.isClosing) {
                    frame.wrap(bytes);
                    face.frame(socket.number, frame, 0, bytes.length, nowNs, this);
                }
            }
            case ServerArrival.Left(ServerSocket socket) -> {
                sockets.remove(socket.number);
                face.closed(socket.number, nowNs);
            }
            case ServerArrival.Nothing() -> {}
        }
    }

    private static void accept(ServerSocket socket) {
        if (!socket.isAccepted) {
            socket.isAccepted = true;
            socket.accept();
        }
    }

    @Override
    public void answer(long exchange, HttpAnswer answer) {
        checkInCall();
        Exchange open = exchanges.remove(exchange);
        if (open != null) {
            exchangeNumbers.remove(open);
            open.answer(answer);
        }
    }

    @Override
    public void send(int connection, DirectBuffer buffer, int offset, int length) {
        checkInCall();
        ServerSocket socket = sockets.get(connection);
        if (socket != null && !socket.isClosing) {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            accept(socket);
            socket.send(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close(int connection, int code, String reason) {
        checkInCall();
        ServerSocket socket = sockets.get(connection);
        if (socket == null || socket.isClosing) {
            return;
        }
        socket.isClosing = true;
        if (socket.isAccepted) {
            socket.close(code, reason);
        } else {
            socket.refuse(reason);
        }
    }

    private void checkInCall() {
        if (!isInCall) {
            throw new IllegalStateException("replies may be used only during a call to the face");
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            Waits.forResult(server.close(), START_TIMEOUT_S, TimeUnit.SECONDS);
        }
    }
}
