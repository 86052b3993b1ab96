package io.tidegate.transport.vertx;

import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An HTTP server whose handler may block: each request runs on a virtual thread of its own.
///
/// Beyond the bound of requests in flight it answers 503 at once, with `Retry-After`. Safe from any thread.
public final class VertxHttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VertxHttpServer.class);
    private static final long START_TIMEOUT_S = 10;
    private static final HttpAnswer BUSY = answer(503, "too many requests in flight", new Header("Retry-After", "1"));
    private static final HttpAnswer FAILED = answer(500, "internal error");

    private final HttpServer server;
    private final Semaphore free;
    private final int inFlightMax;

    /// Answers one request. Called on a virtual thread; may block; must be safe from many at once.
    @FunctionalInterface
    public interface Handler {
        /// @param client the peer's address without its port
        HttpAnswer handle(HttpRequest request, String client);
    }

    private VertxHttpServer(HttpServer server, Semaphore free, int inFlightMax) {
        this.server = server;
        this.free = free;
        this.inFlightMax = inFlightMax;
    }

    /// Starts to listen.
    ///
    /// @param inFlightMax how many requests may be handled at once, at least 1
    /// @throws IllegalStateException when the address cannot be had, or a key cannot be read; says why
    public static VertxHttpServer open(EventLoops loops, ListenerSettings settings, int inFlightMax, Handler handler) {
        if (inFlightMax < 1) {
            throw new IllegalArgumentException("requests in flight: " + inFlightMax + ", expected at least 1");
        }
        Semaphore free = new Semaphore(inFlightMax);
        HttpServer server = loops.vertx()
                .createHttpServer(settings.options())
                .requestHandler(request -> arrive(request, settings.bodyMaxBytes(), free, handler));
        Waits.forResult(server.listen(), START_TIMEOUT_S, TimeUnit.SECONDS).ifPresent(why -> {
            throw new IllegalStateException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + VertxNetwork.words(why),
                    why);
        });
        return new VertxHttpServer(server, free, inFlightMax);
    }

    private static void arrive(HttpServerRequest request, int bodyMaxBytes, Semaphore free, Handler handler) {
        Exchange exchange = new Exchange(request, bodyMaxBytes);
        exchange.read(
                whole -> {
                    if (free.tryAcquire()) {
                        Thread.ofVirtual().name("http").start(() -> handle(exchange, whole, free, handler));
                    } else {
                        exchange.answer(BUSY);
                    }
                },
                () -> {});
    }

    private static void handle(Exchange exchange, HttpRequest request, Semaphore free, Handler handler) {
        try {
            exchange.answer(handler.handle(request, exchange.client()));
        } catch (RuntimeException bug) {
            LOG.error("no answer to {}", request, bug);
            exchange.answer(FAILED);
        } finally {
            free.release();
        }
    }

    private static HttpAnswer answer(int status, String error, Header... more) {
        HttpAnswer plain = HttpAnswer.json(status, "{\"error\":\"" + error + "\"}");
        List<Header> headers = new ArrayList<>(plain.headers());
        headers.addAll(List.of(more));
        return new HttpAnswer(status, headers, plain.text().getBytes(StandardCharsets.UTF_8));
    }

    /// The port in use.
    public int port() {
        return server.actualPort();
    }

    /// Stops taking connections and waits at most so long for requests in flight; then closes everything.
    ///
    /// @return whether all of them were answered
    public boolean close(Duration grace) {
        long deadlineNs = System.nanoTime() + grace.toNanos();
        server.shutdown(grace);
        boolean isDrained = false;
        try {
            isDrained = free.tryAcquire(inFlightMax, grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        long leftNs = Math.max(0, deadlineNs - System.nanoTime());
        Waits.forResult(server.shutdown(Duration.ofNanos(leftNs)), START_TIMEOUT_S, TimeUnit.SECONDS);
        return isDrained;
    }

    /// As [#close(Duration)] with five seconds.
    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
