package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/// The contract on real sockets over loopback, with one thread in the roles of client and face.
final class VertxContractTest extends NetworkContract {
    private static final EventLoops LOOPS = new EventLoops(2);

    /// Small, so that back-pressure acts in every test that sends more than a few frames.
    private static final long INBOX_BYTES = 8 << 10;

    private final VertxListener listener = VertxListener.open(LOOPS, ListenerSettings.loopback(0), INBOX_BYTES);
    private final VertxNetwork network = new VertxNetwork(LOOPS, Trust.ofJvm(), INBOX_BYTES);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @AfterEach
    void closeBoth() {
        network.close();
        listener.close();
    }

    @Override
    protected Network network() {
        return network;
    }

    @Override
    protected Endpoint echo(String scheme) {
        return new Endpoint(scheme, "127.0.0.1", listener.port());
    }

    @Override
    protected Endpoint nobody(String scheme) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Endpoint(scheme, "127.0.0.1", free.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void until(BooleanSupplier condition, int limit) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            int done = network.poll(told, limit) + listener.poll(face, SystemEpochNanoClock.INSTANCE.nanoTime(), 64);
            if (done == 0) {
                LockSupport.parkNanos(20_000);
            }
            assertThat(System.nanoTime()).as("still waiting after %s", told.all).isLessThan(deadlineNs);
        }
    }
}
