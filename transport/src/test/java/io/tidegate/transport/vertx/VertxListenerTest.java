package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Face;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import io.tidegate.transport.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the contract does not ask of a listener: limits, and peers that leave at awkward moments.
final class VertxListenerTest {
    private static final EventLoops LOOPS = new EventLoops(2);

    private final VertxListener listener =
            VertxListener.open(LOOPS, ListenerSettings.loopback(0).bodyMax(1_000));
    private final VertxNetwork network = new VertxNetwork(LOOPS);
    private final Told told = new Told();
    private final Keeper face = new Keeper();

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @AfterEach
    void close() {
        network.close();
        listener.close();
    }

    private Endpoint at(String scheme) {
        return new Endpoint(scheme, "127.0.0.1", listener.port());
    }

    private void until(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (network.poll(told, 64) + listener.poll(face, 1, 64) == 0) {
                LockSupport.parkNanos(20_000);
            }
            assertThat(System.nanoTime()).as("still waiting after %s", told.all).isLessThan(deadlineNs);
        }
    }

    @Test
    void aBodyOverTheLimitIsAnswered413AndTheFaceNeverSeesIt() {
        network.http(1, 0, at("http"), Loopback.post("x".repeat(1_001)), 10 * Loopback.SECOND_NS);
        until(() -> told.callsEnded() == 1);
        assertThat(told.answer(1).status()).isEqualTo(413);
        assertThat(face.exchanges).isEmpty();
    }

    @Test
    void anAnswerMayComeInALaterTurnAndOneToAPeerThatHasLeftIsIgnored() {
        network.http(1, 0, at("http"), Loopback.post("a"), Loopback.SECOND_NS / 5);
        network.http(2, 1, at("http"), Loopback.post("b"), 10 * Loopback.SECOND_NS);
        until(() -> face.exchanges.size() == 2 && told.callsEnded() == 1);
        face.answersAll = true;
        until(() -> told.callsEnded() == 2);
        assertThat(told.answer(2).status()).isEqualTo(200);
        assertThat(told.losses.keySet()).containsExactly(1L);
    }

    @Test
    void framesSentBeforeTheFaceReturnsFromOpenedArriveFirst() {
        face.greets = true;
        network.connect(1, at("ws"), "/ws", 10 * Loopback.SECOND_NS);
        until(() -> told.frames.size() == 2);
        assertThat(told.frames).containsExactly("hello", "welcome");
    }

    @Test
    void aFaceThatGreetsAndClosesIsHeardBeforeTheClose() {
        face.greets = true;
        face.closes = true;
        network.connect(1, at("ws"), "/ws", 10 * Loopback.SECOND_NS);
        until(() -> told.ends.size() == 1 && face.closed.size() == 1);
        assertThat(told.frames).containsExactly("hello", "welcome");
        assertThat(told.end(1).reason()).contains("1008", "bye");
    }

    @Test
    void aPeerThatLeavesBeforeItIsLetInIsToldAsClosed() {
        network.connect(1, at("ws"), "/ws", Loopback.SECOND_NS / 5);
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (told.ends.isEmpty() && System.nanoTime() < deadlineNs) {
            if (network.poll(told, 64) == 0) {
                LockSupport.parkNanos(20_000); // the face is not polled meanwhile
            }
        }
        until(() -> !face.opened.isEmpty() && face.closed.equals(face.opened));
        assertThat(told.connected).isEmpty();
    }

    /// Keeps what it is asked until it is told to answer.
    private static final class Keeper implements Face {
        private final List<Long> exchanges = new ArrayList<>();
        private final List<Integer> opened = new ArrayList<>();
        private final List<Integer> closed = new ArrayList<>();
        private boolean answersAll;
        private boolean greets;
        private boolean closes;

        @Override
        public void request(long exchange, HttpRequest request, String client, long nowNs, Replies out) {
            exchanges.add(exchange);
        }

        @Override
        public void opened(int connection, HttpRequest upgrade, String client, long nowNs, Replies out) {
            opened.add(connection);
            if (greets) {
                send(connection, "hello", out);
                send(connection, "welcome", out);
            }
            if (closes) {
                out.close(connection, 1008, "bye");
            }
        }

        private static void send(int connection, String text, Replies out) {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[text.length()]);
            out.send(connection, buffer, 0, buffer.putStringWithoutLengthAscii(0, text));
        }

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long nowNs, Replies out) {}

        @Override
        public void closed(int connection, long nowNs) {
            closed.add(connection);
        }

        @Override
        public long tick(long nowNs, Replies out) {
            if (answersAll) {
                exchanges.forEach(exchange -> out.answer(exchange, HttpAnswer.json(200, "{}")));
            }
            return Long.MAX_VALUE;
        }
    }
}
