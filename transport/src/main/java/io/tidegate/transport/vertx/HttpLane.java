package io.tidegate.transport.vertx;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.SystemEpochNanoClock;

/// One keep-alive connection to one origin and the requests that travel on it, one at a time in the order given.
///
/// ```
/// IDLE -> CONNECTING -> WAITING (request handed to the event loop) -> IDLE
///          NOT_SENT      MAYBE_SENT, save when the event loop says that it could not begin to write
/// ```
/// State belongs to the owner's thread. What runs on the event loop is in `…OnLoop` and touches nothing but its
/// arguments and the inbox. `attempt` numbers connections: news of an earlier one is recognised and dropped.
final class HttpLane {
    private static final int QUEUE_MAX_COUNT = 10_000;
    private static final int ANSWER_MAX_BYTES = 64 << 20;

    private final VertxNetwork network;
    private final HttpClientAgent agent;
    private final Inbox<ClientArrival> inbox;
    private final Endpoint to;
    /// The head is the one under way unless `state` is IDLE.
    private final Deque<HttpCall> calls = new ArrayDeque<>();

    private Optional<HttpClientConnection> connection = Optional.empty();
    private State state = State.IDLE;
    private int attempt;

    private enum State {
        IDLE,
        CONNECTING,
        WAITING
    }

    HttpLane(VertxNetwork network, HttpClientAgent agent, Inbox<ClientArrival> inbox, Endpoint to) {
        this.network = network;
        this.agent = agent;
        this.inbox = inbox;
        this.to = to;
    }

    void submit(HttpCall call) {
        if (calls.size() >= QUEUE_MAX_COUNT) {
            network.lost(call, Loss.notSent("lane full with " + QUEUE_MAX_COUNT + " requests"));
            return;
        }
        calls.add(call);
        startNext();
    }

    private void startNext() {
        if (state != State.IDLE || calls.isEmpty()) {
            return;
        }
        if (connection.isPresent()) {
            write(calls.element(), connection.get());
        } else {
            state = State.CONNECTING;
            connect(++attempt);
        }
    }

    private void connect(int number) {
        HttpConnectOptions options = new HttpConnectOptions()
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.isTls())
                .setConnectTimeout(VertxNetwork.CONNECT_TIMEOUT_MS);
        agent.connect(options).onComplete(made -> {
            if (made.succeeded()) {
                made.result().closeHandler(_ -> inbox.offer(new ClientArrival.LaneClosed(this, number)));
                inbox.offer(new ClientArrival.LaneConnected(this, number, made.result()));
            } else {
                inbox.offer(new ClientArrival.LaneRefused(this, number, VertxNetwork.words(made.cause())));
            }
        });
    }

    void connected(int number, HttpClientConnection made) {
        if (number != attempt || state != State.CONNECTING) {
            made.close();
            return;
        }
        connection = Optional.of(made);
        state = State.IDLE;
        startNext();
    }

    void refused(int number, String reason) {
        if (number == attempt && state == State.CONNECTING) {
            state = State.IDLE;
            if (!calls.isEmpty()) {
                lose(calls.element(), Loss.notSent(reason));
            }
        }
    }

    void closed(int number) {
        // A request that was under way is told of by its own failure, which comes before or after this.
        if (number == attempt && state == State.IDLE) {
            connection = Optional.empty();
        }
    }

    private void write(HttpCall call, HttpClientConnection on) {
        state = State.WAITING;
        int number = attempt;
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.request.method()))
                .setURI(call.request.target());
        on.request(options).onComplete(begun -> {
            if (begun.succeeded()) {
                writeOnLoop(call, number, begun.result());
            } else {
                inbox.offer(new ClientArrival.CallUnsent(call, number, VertxNetwork.words(begun.cause())));
            }
        });
    }

    private void writeOnLoop(HttpCall call, int number, HttpClientRequest out) {
        HttpRequest request = call.request;
        for (Header header : request.headers()) {
            out.headers().add(header.name(), header.value());
        }
        out.response().onComplete(begun -> {
            if (begun.succeeded()) {
                readOnLoop(call, number, begun.result());
            } else {
                inbox.offer(new ClientArrival.CallFailed(call, number, VertxNetwork.words(begun.cause())));
            }
        });
        if (request.body().length > 0) {
            out.send(Buffer.buffer(request.body()));
        } else {
            if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                out.putHeader("Content-Length", "0"); // RFC 9110, 8.6: where the method expects content
            }
            out.send();
        }
    }

    private void readOnLoop(HttpCall call, int number, HttpClientResponse in) {
        Buffer body = Buffer.buffer();
        in.exceptionHandler(
                broken -> inbox.offer(new ClientArrival.CallFailed(call, number, VertxNetwork.words(broken))));
        in.handler(part -> {
            if (body.length() + part.length() > ANSWER_MAX_BYTES) {
                in.request().connection().close(); // told as a failure
            } else {
                body.appendBuffer(part);
            }
        });
        in.endHandler(_ -> {
            List<Header> headers = new ArrayList<>();
            in.headers().forEach((name, value) -> headers.add(new Header(name, value)));
            HttpAnswer answer = new HttpAnswer(in.statusCode(), headers, body.getBytes());
            long receivedNs = SystemEpochNanoClock.INSTANCE.nanoTime();
            inbox.offer(new ClientArrival.CallAnswered(call, number, answer, receivedNs));
        });
    }

    /// Sends the next request.
    ///
    /// @return false when nobody waits for this answer any more
    boolean answered(HttpCall call, int number, HttpAnswer answer) {
        if (!isUnderWay(call, number)) {
            return false;
        }
        calls.remove();
        state = State.IDLE;
        if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            drop();
        }
        startNext();
        return true;
    }

    /// Nothing was written: it goes out again on a new connection, once.
    void unsent(HttpCall call, int number, String reason) {
        if (!isUnderWay(call, number)) {
            return;
        }
        drop();
        if (call.isRetried) {
            lose(call, Loss.notSent(reason));
        } else {
            call.isRetried = true;
            startNext();
        }
    }

    void failed(HttpCall call, int number, String reason) {
        if (isUnderWay(call, number)) {
            drop();
            lose(call, Loss.maybeSent(reason));
        }
    }

    void timeOut(HttpCall call) {
        long timeoutMs = call.timeoutNs / 1_000_000;
        if (state == State.WAITING && calls.element() == call) {
            drop();
            lose(call, Loss.maybeSent("no answer within " + timeoutMs + " ms"));
        } else {
            // A connection that is being made goes on: the next request may use it.
            calls.remove(call);
            network.lost(call, Loss.notSent("not sent within " + timeoutMs + " ms"));
        }
    }

    private boolean isUnderWay(HttpCall call, int number) {
        return !call.isOver && number == attempt && state == State.WAITING && calls.element() == call;
    }

    private void drop() {
        state = State.IDLE;
        attempt++; // what the old connection still tells is about nobody
        connection.ifPresent(HttpClientConnection::close);
        connection = Optional.empty();
    }

    private void lose(HttpCall head, Loss loss) {
        calls.remove();
        network.lost(head, loss);
        startNext();
    }
}
