package io.tidegate.transport.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.transport.EchoFace;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Face;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.transport.Loss.Certainty;
import io.tidegate.transport.Network;
import io.tidegate.transport.Replies;
import io.tidegate.transport.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each fault alone, by script: what the client is told, and what the face has seen.
final class FaultsTest {
    private static final Endpoint ECHO = Endpoint.parse("http://echo.test");
    private static final String CLIENT = "10.0.0.1";
    private static final long SECOND_NS = 1_000_000_000L;

    private final SimulatedNetwork network = new SimulatedNetwork(42, 1_767_225_600L * SECOND_NS);
    private final EchoFace face = new EchoFace();
    private final Told told = new Told();
    private final Link link = network.link(CLIENT, ECHO);
    private Network client = network.client(CLIENT);

    @BeforeEach
    void host() {
        network.host(ECHO, face);
    }

    private void post(long id, String body) {
        client.http(
                id,
                0,
                ECHO,
                new HttpRequest("POST", "/n", List.of(), body.getBytes(StandardCharsets.UTF_8)),
                2 * SECOND_NS);
    }

    private boolean send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return client.send(1, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private void open() {
        client.connect(1, ECHO, "/ws", 5 * SECOND_NS);
        advance(SECOND_NS / 10);
        assertThat(told.connected).containsExactly(1);
    }

    private void advance(long byNs) {
        network.advanceTo(network.nowNs() + byNs);
        client.poll(told, 1_000);
    }

    @ParameterizedTest(name = "{0}: {1}, seen by the face: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CONNECT_REFUSED | NOT_SENT   | false
            REQUEST_UNSENT  | NOT_SENT   | false
            REQUEST_LOST    | MAYBE_SENT | false
            ANSWER_LOST     | MAYBE_SENT | true
            ANSWER_CUT      | MAYBE_SENT | true
            """)
    void aRequestThatMeetsAFaultIsLost(Fault fault, Certainty certainty, boolean isSeen) {
        link.next(fault);
        post(1, "a");
        post(2, "b");
        advance(5 * SECOND_NS);
        assertThat(told.loss(1).certainty()).isEqualTo(certainty);
        assertThat(face.requests.contains("POST /n a")).isEqualTo(isSeen);
        assertThat(network.faultsInjected()).isEqualTo(Map.of(fault.name(), 1L));
    }

    @ParameterizedTest(name = "{0}: the frame reaches the face: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CUT_BEFORE | false
            CUT_AFTER  | true
            HALF_OPEN  | false
            """)
    void aFrameThatMeetsACutEndsTheConnectionOnBothSides(Fault fault, boolean isSeen) {
        open();
        link.next(fault);
        assertThat(send("order")).isTrue();
        advance(31 * SECOND_NS);
        assertThat(face.frames.contains("order")).isEqualTo(isSeen);
        assertThat(told.end(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
        assertThat(face.closedCount).isEqualTo(1);
        assertThat(send("later")).isFalse();
    }

    @Test
    void aCutOfTheLinkEndsEveryWebSocketAndLeavesNewOnesAlone() {
        open();
        client.connect(2, ECHO, "/ws", 5 * SECOND_NS);
        advance(SECOND_NS / 10);
        link.cut();
        advance(SECOND_NS / 10);
        assertThat(told.ends.keySet()).containsExactlyInAnyOrder(1, 2);
        assertThat(face.closedCount).isEqualTo(2);
        client.connect(3, ECHO, "/ws", 5 * SECOND_NS);
        advance(SECOND_NS);
        assertThat(told.connected).contains(3);
        assertThat(told.ends).doesNotContainKey(3);
        assertThat(network.faultsInjected()).isEqualTo(Map.of("CUT_BEFORE", 2L));
    }

    @Test
    void aHostThatGoesDownWithARequestInHandNeverAnswersIt() {
        SlowFace slow = new SlowFace();
        Endpoint at = Endpoint.parse("http://slow.test");
        network.host(at, slow);
        client.http(1, 0, at, HttpRequest.of("GET", "/", List.of()), 5 * SECOND_NS);
        advance(SECOND_NS / 2);
        assertThat(slow.exchange).isPositive();
        network.downUntil(at, network.nowNs() + 2 * SECOND_NS);
        slow.isReady = true;
        advance(SECOND_NS);
        assertThat(told.loss(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
    }

    @Test
    void aMutedConnectionSwallowsEverythingUntilItIsClosed() {
        open();
        send("heard");
        link.next(Fault.MUTED);
        send("order");
        send("another");
        advance(60 * SECOND_NS);
        assertThat(face.frames).containsExactly("heard");
        assertThat(told.ends).isEmpty();
        client.close(1);
        advance(6 * SECOND_NS);
        assertThat(told.end(1).reason()).contains("closed by us");
    }

    @Test
    void aPartitionHoldsAFrameUntilTheLinkIsUpAgain() {
        open();
        link.downUntil(network.nowNs() + 10 * SECOND_NS);
        send("order");
        advance(9 * SECOND_NS);
        assertThat(face.frames).isEmpty();
        advance(2 * SECOND_NS);
        assertThat(face.frames).containsExactly("order");
        assertThat(told.frames).containsExactly("order");
    }

    @Test
    void aRequestWithoutAConnectionIsNotSentWhenThePartitionOutlastsItsTimeout() {
        link.downUntil(network.nowNs() + 10 * SECOND_NS);
        post(1, "a");
        advance(20 * SECOND_NS);
        assertThat(told.loss(1).certainty()).isEqualTo(Certainty.NOT_SENT);
        assertThat(face.requests).isEmpty();
    }

    @Test
    void aRequestOnAnOpenConnectionMayArriveAfterThePartitionThoughItsTimeoutIsOver() {
        int lateCount = 0;
        for (int id = 1; id <= 40; id += 2) {
            post(id, "opens the connection " + id);
            advance(SECOND_NS);
            link.downUntil(network.nowNs() + 5 * SECOND_NS);
            post(id + 1, "late " + id);
            advance(10 * SECOND_NS);
            assertThat(told.loss(id + 1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
            lateCount += face.requests.contains("POST /n late " + id) ? 1 : 0;
        }
        assertThat(lateCount).isBetween(1, 19);
    }

    @Test
    void aHostInMaintenanceAnswers503AndRefusesWebSockets() {
        open();
        network.unavailableUntil(ECHO, network.nowNs() + 10 * SECOND_NS);
        post(1, "a");
        client.connect(2, ECHO, "/ws", SECOND_NS);
        advance(2 * SECOND_NS);
        assertThat(told.answer(1).status()).isEqualTo(503);
        assertThat(told.end(1).reason()).contains("1012");
        assertThat(told.end(2)).isEqualTo(Loss.notSent("upgrade refused with status 503"));
        assertThat(face.requests).isEmpty();
        advance(10 * SECOND_NS);
        post(3, "b");
        advance(SECOND_NS);
        assertThat(told.answer(3).status()).isEqualTo(200);
    }

    @Test
    void aHostThatIsDownResetsWhatIsOpenAndRefusesTheRest() {
        open();
        post(1, "opens the lane");
        advance(SECOND_NS);
        network.downUntil(ECHO, network.nowNs() + 10 * SECOND_NS);
        post(2, "on the open connection");
        post(3, "on a new one");
        advance(5 * SECOND_NS);
        assertThat(told.loss(2).certainty()).isEqualTo(Certainty.MAYBE_SENT);
        assertThat(told.loss(3).certainty()).isEqualTo(Certainty.NOT_SENT);
        assertThat(told.end(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
        assertThat(face.closedCount).isEqualTo(1);
    }

    @Test
    void aCrashedClientIsForgottenAndItsAddressMayComeBack() {
        open();
        send("a");
        send("b");
        client.close();
        client = network.client(CLIENT);
        advance(SECOND_NS);
        assertThat(face.closedCount).isEqualTo(1);
        assertThat(List.of("a", "b")).startsWith(face.frames.toArray(String[]::new));
        post(1, "back");
        advance(SECOND_NS);
        assertThat(told.answer(1).text()).isEqualTo("back");
    }

    @Test
    void aSecondClientOfTheSameAddressIsRefused() {
        assertThatThrownBy(() -> network.client(CLIENT)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "HOST_DOWN"})
    void aStateOfAHostCannotBeGivenARate(Fault fault) {
        assertThatThrownBy(() -> Weather.CALM.with(fault, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link.next(fault)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFaceIsTickedWhenItWantsToBe() {
        List<Long> ticks = new ArrayList<>();
        long startNs = network.nowNs();
        network.host(Endpoint.parse("http://clock.test"), new TickingFace(ticks));
        network.advanceTo(startNs);
        while (network.nextNs() <= startNs + 3 * SECOND_NS) {
            network.advanceTo(network.nextNs());
        }
        assertThat(ticks)
                .containsExactly(startNs, startNs + SECOND_NS, startNs + 2 * SECOND_NS, startNs + 3 * SECOND_NS);
    }

    /// Answers its one request when it is ready.
    private static final class SlowFace implements Face {
        private long exchange;
        private boolean isReady;

        @Override
        public void request(long number, HttpRequest request, String client, long nowNs, Replies out) {
            exchange = number;
        }

        @Override
        public void opened(int connection, HttpRequest upgrade, String client, long nowNs, Replies out) {}

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long nowNs, Replies out) {}

        @Override
        public void closed(int connection, long nowNs) {}

        @Override
        public long tick(long nowNs, Replies out) {
            if (isReady) {
                out.answer(exchange, HttpAnswer.json(200, "{}"));
            }
            return nowNs + SECOND_NS / 10;
        }
    }

    private record TickingFace(List<Long> ticks) implements Face {
        @Override
        public void request(long exchange, HttpRequest request, String client, long nowNs, Replies out) {}

        @Override
        public void opened(int connection, HttpRequest upgrade, String client, long nowNs, Replies out) {}

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long nowNs, Replies out) {}

        @Override
        public void closed(int connection, long nowNs) {}

        @Override
        public long tick(long nowNs, Replies out) {
            ticks.add(nowNs);
            return nowNs + SECOND_NS;
        }
    }
}
