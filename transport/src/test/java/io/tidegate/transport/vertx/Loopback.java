package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.EchoFace;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Told;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;

/// A client, and a listening echo face where wanted, polled by one thread.
final class Loopback implements AutoCloseable {
    static final long SECOND_NS = 1_000_000_000L;

    final EchoFace face = new EchoFace();
    final Told told = new Told();
    final VertxNetwork network;
    private final Optional<VertxListener> listener;

    Loopback(VertxNetwork network, Optional<VertxListener> listener) {
        this.network = network;
        this.listener = listener;
    }

    Endpoint at(String scheme, String host) {
        return new Endpoint(scheme, host, listener.orElseThrow().port());
    }

    static HttpRequest post(String body) {
        return new HttpRequest("POST", "/n", List.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    int turn() {
        return network.poll(told, 64)
                + listener.map(l -> l.poll(face, SystemEpochNanoClock.INSTANCE.nanoTime(), 64))
                        .orElse(0);
    }

    void until(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (turn() == 0) {
                LockSupport.parkNanos(20_000);
            }
            assertThat(System.nanoTime()).as("still waiting after %s", told.all).isLessThan(deadlineNs);
        }
    }

    @Override
    public void close() {
        network.close();
        listener.ifPresent(VertxListener::close);
    }
}
