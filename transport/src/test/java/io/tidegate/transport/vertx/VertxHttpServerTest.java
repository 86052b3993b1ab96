package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VertxHttpServerTest {
    private static final EventLoops LOOPS = new EventLoops(1);
    private static final ListenerSettings SETTINGS =
            ListenerSettings.loopback(0).bodyMax(1_000);

    private final Loopback client = new Loopback(new VertxNetwork(LOOPS), Optional.empty());

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private void post(long id, VertxHttpServer to, String body) {
        client.network.http(
                id,
                (int) (id % 16),
                new Endpoint("http", "127.0.0.1", to.port()),
                Loopback.post(body),
                10 * Loopback.SECOND_NS);
    }

    @Test
    void aHandlerMayBlockOnItsVirtualThreadWhileOthersAnswer() {
        CountDownLatch second = new CountDownLatch(1);
        try (VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 10, (request, peer) -> {
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            if (request.text().equals("first")) {
                await(second);
            } else {
                second.countDown();
            }
            return HttpAnswer.json(200, request.text() + " from " + peer);
        })) {
            post(1, server, "first");
            post(2, server, "second");
            client.until(() -> client.told.callsEnded() == 2);
            assertThat(client.told.answer(1).text()).isEqualTo("first from 127.0.0.1");
            assertThat(client.told.answer(2).text()).isEqualTo("second from 127.0.0.1");
        }
    }

    @Test
    void beyondTheBoundInFlightItSaysWhenToRetryAndRecovers() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(2);
        try (VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 2, (request, peer) -> {
            inside.countDown();
            await(release);
            return HttpAnswer.json(200, request.text());
        })) {
            post(1, server, "a");
            post(2, server, "b");
            client.until(() -> inside.getCount() == 0);
            post(3, server, "c");
            client.until(() -> client.told.callsEnded() == 1);
            assertThat(client.told.answer(3).status()).isEqualTo(503);
            assertThat(client.told.answer(3).header("Retry-After")).contains("1");
            release.countDown();
            client.until(() -> client.told.callsEnded() == 3);
            assertThat(client.told.answer(1).status()).isEqualTo(200);
            post(4, server, "d");
            client.until(() -> client.told.callsEnded() == 4);
            assertThat(client.told.answer(4).text()).isEqualTo("d");
        }
    }

    @Test
    void aBodyOverTheLimitIsAnswered413AndTheHandlerNeverSeesIt() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 2, (request, peer) -> {
            seen.set(request.text());
            return HttpAnswer.json(200, "ok");
        })) {
            post(1, server, "x".repeat(1_001));
            post(2, server, "y".repeat(5_000_000));
            client.until(() -> client.told.callsEnded() == 2);
            assertThat(client.told.answer(1).status()).isEqualTo(413);
            assertThat(client.told.answer(2).status()).isEqualTo(413);
            assertThat(seen.get()).isEmpty();
            post(3, server, "z".repeat(1_000));
            client.until(() -> client.told.callsEnded() == 3);
            assertThat(client.told.answer(3).status()).isEqualTo(200);
        }
    }

    @Test
    void headersOverTheLimitAreRefusedAndTheHandlerNeverSeesThem() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 2, (request, peer) -> {
            seen.set(request.target());
            return HttpAnswer.json(200, "ok");
        })) {
            client.network.http(
                    1,
                    0,
                    new Endpoint("http", "127.0.0.1", server.port()),
                    HttpRequest.of("GET", "/" + "a".repeat(100_000), List.of()),
                    10 * Loopback.SECOND_NS);
            client.until(() -> client.told.callsEnded() == 1);
            assertThat(client.told.answer(1).status()).isEqualTo(414);
            assertThat(seen.get()).isEmpty();
        }
    }

    @Test
    void aHandlerThatFailsIsAnswered500WithoutItsWords() {
        try (VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 1, (request, peer) -> {
            throw new IllegalStateException("secret " + request.text());
        })) {
            post(1, server, "a");
            client.until(() -> client.told.callsEnded() == 1);
            assertThat(client.told.answer(1).status()).isEqualTo(500);
            assertThat(new String(client.told.answer(1).body(), StandardCharsets.UTF_8))
                    .doesNotContain("secret");
        }
    }

    @Test
    void aCloseLetsRequestsInFlightFinishAndTakesNoMore() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 4, (request, peer) -> {
            inside.countDown();
            await(release);
            return HttpAnswer.json(200, "finished");
        });
        post(1, server, "a");
        client.until(() -> inside.getCount() == 0);
        AtomicReference<Boolean> isDrained = new AtomicReference<>(false);
        Thread closing = Thread.ofVirtual().start(() -> isDrained.set(server.close(Duration.ofSeconds(10))));
        release.countDown();
        client.until(() -> client.told.callsEnded() == 1);
        assertThat(client.told.answer(1).text()).isEqualTo("finished");
        closing.join();
        assertThat(isDrained.get()).isTrue();
        post(2, server, "b");
        client.until(() -> client.told.callsEnded() == 2);
        assertThat(client.told.losses).containsKey(2L);
    }

    @Test
    void aPortInUseIsToldWithItsAddress() {
        try (VertxHttpServer server = VertxHttpServer.open(LOOPS, SETTINGS, 1, (_, _) -> HttpAnswer.json(200, ""))) {
            ListenerSettings same = ListenerSettings.loopback(server.port());
            try (EventLoops others = new EventLoops(1)) {
                assertThatThrownBy(() -> VertxListener.open(others, same))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
