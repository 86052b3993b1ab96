package io.tidegate.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One WebSocket of a server, from the request that asks for it to its end.
///
/// The owner's wishes are carried to the event loop in order; until the upgrade is done frames wait there. Fields
/// without `final` belong to the event loop, `number` and the answer given to the owner.
final class ServerSocket implements SocketReader.Words<ServerArrival> {
    /// A peer that leaves this much unread is cut off.
    private static final int UNSENT_MAX_BYTES = 16 << 20;

    private static final short TOO_SLOW = 1008;

    private final HttpServerRequest request;
    private final Inbox<ServerArrival> inbox;
    private final Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    private final String client;
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<ServerWebSocket> socket = Optional.empty();
    private boolean isLeft;

    /// The name under which the face knows it; 0 before that. Owner only.
    int number;

    /// Whether the face has agreed to it, by a frame or by returning from `opened`. Owner only.
    boolean isAccepted;

    /// Whether the face has closed it. Owner only.
    boolean isClosing;

    ServerSocket(HttpServerRequest request, Inbox<ServerArrival> inbox) {
        this.request = request;
        this.inbox = inbox;
        this.client = request.remoteAddress().hostAddress();
    }

    /// Hands the request to the owner, who answers by [#accept] or [#refuse].
    void knock() {
        request.pause();
        request.connection().closeHandler(_ -> leave());
        inbox.offer(new ServerArrival.Knocked(this, Exchange.head(request, new byte[0])));
    }

    String client() {
        return client;
    }

    void accept() {
        context.runOnContext(_ -> {
            if (!isLeft) {
                request.toWebSocket().onComplete(made -> {
                    if (made.succeeded()) {
                        opened(made.result());
                    } else {
                        leave();
                    }
                });
            }
        });
    }

    private void opened(ServerWebSocket made) {
        socket = Optional.of(made);
        made.setWriteQueueMaxSize(UNSENT_MAX_BYTES);
        SocketReader<ServerArrival> reader = new SocketReader<>(inbox, made, this);
        reader.attach();
        reader.tellOpened();
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    void refuse(String reason) {
        context.runOnContext(_ -> {
            if (!isLeft) {
                request.response().setStatusCode(403).end(reason).onComplete(_ -> leave());
            }
        });
    }

    void send(String text) {
        context.runOnContext(_ -> whenOpen(() -> socket.ifPresent(open -> {
            if (open.isClosed()) {
                return;
            }
            if (open.writeQueueFull()) {
                open.close(TOO_SLOW, "too slow");
            } else {
                open.writeTextMessage(text);
            }
        })));
    }

    void close(int code, String reason) {
        context.runOnContext(_ -> whenOpen(() -> socket.ifPresent(open -> open.close((short) code, reason))));
    }

    private void whenOpen(Runnable step) {
        if (socket.isPresent()) {
            step.run();
        } else if (!isLeft) {
            waiting.add(step);
        }
    }

    private void leave() {
        if (!isLeft && socket.isEmpty()) {
            isLeft = true;
            waiting.clear();
            inbox.offer(new ServerArrival.Left(this));
        }
    }

    @Override
    public ServerArrival openedWord() {
        return new ServerArrival.Nothing(); // the owner itself decided it
    }

    @Override
    public ServerArrival frameWord(byte[] bytes, long receivedNs) {
        return new ServerArrival.Framed(this, bytes);
    }

    @Override
    public ServerArrival closedWord(String reason) {
        return new ServerArrival.Left(this);
    }
}
