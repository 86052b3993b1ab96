package io.tidegate.transport.vertx;

import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// One request to a server and the way back to who asked. Made on an event loop; answered from any thread.
final class Exchange {
    /// Of a body that is too large so much more is read and thrown away, so that the peer gets to read its 413.
    private static final long DISCARD_MAX_BYTES = 64L << 20;

    private final HttpServerRequest request;
    private final Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    private final String client;
    private final int bodyMaxBytes;
    private final Buffer body = Buffer.buffer();
    private long readBytes;
    private boolean isTooLarge;

    Exchange(HttpServerRequest request, int bodyMaxBytes) {
        this.request = request;
        this.client = request.remoteAddress().hostAddress(); // not to be had once the peer has left
        this.bodyMaxBytes = bodyMaxBytes;
    }

    /// Reads the body and hands over the whole request; one with too large a body is answered 413 instead.
    void read(Consumer<HttpRequest> whole, Runnable gone) {
        request.exceptionHandler(_ -> gone.run());
        request.response().exceptionHandler(_ -> gone.run());
        request.handler(this::readPart);
        request.endHandler(_ -> {
            if (!isTooLarge) {
                whole.accept(head(request, body.getBytes()));
            }
        });
    }

    void pause() {
        request.pause();
    }

    /// Goes on reading; from any thread.
    void resume() {
        context.runOnContext(_ -> request.resume());
    }

    private void readPart(Buffer part) {
        readBytes += part.length();
        if (readBytes <= bodyMaxBytes) {
            body.appendBuffer(part);
        } else if (!isTooLarge) {
            isTooLarge = true;
            String words = "{\"error\":\"body over " + bodyMaxBytes + " bytes\"}";
            answerOnLoop(new HttpAnswer(
                    413, List.of(new Header("Connection", "close")), words.getBytes(StandardCharsets.UTF_8)));
        } else if (readBytes > bodyMaxBytes + DISCARD_MAX_BYTES) {
            request.connection().close();
        }
    }

    /// Sends the answer, unless the peer has gone; from any thread.
    void answer(HttpAnswer answer) {
        context.runOnContext(_ -> answerOnLoop(answer));
    }

    private void answerOnLoop(HttpAnswer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        response.end(Buffer.buffer(answer.body()));
    }

    String client() {
        return client;
    }

    static HttpRequest head(HttpServerRequest request, byte[] body) {
        List<Header> headers = new ArrayList<>();
        request.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        return new HttpRequest(request.method().name(), request.uri(), headers, body);
    }
}
