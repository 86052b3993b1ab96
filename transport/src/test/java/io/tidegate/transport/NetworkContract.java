package io.tidegate.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/// What a client may rely on, whatever moves the bytes; run against the real and the simulated twin.
public abstract class NetworkContract {
    protected static final long SECOND_NS = 1_000_000_000L;

    protected final EchoFace face = new EchoFace();
    protected final Told told = new Told();

    /// The client under test.
    protected abstract Network network();

    /// Where the echo face listens, for `http` or `ws`.
    protected abstract Endpoint echo(String scheme);

    /// An origin of `scheme` where nobody listens.
    protected abstract Endpoint nobody(String scheme);

    /// Lets things happen, polling at most `limit` at a time, until `condition` holds; fails after 20 s.
    protected abstract void until(BooleanSupplier condition, int limit);

    protected final void until(BooleanSupplier condition) {
        until(condition, 64);
    }

    protected static HttpRequest post(String target, String body) {
        return new HttpRequest("POST", target, List.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    protected final boolean send(int connection, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return network().send(connection, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    protected final void open(int connection) {
        network().connect(connection, echo("ws"), "/ws", 5 * SECOND_NS);
        until(() -> told.connected.contains(connection));
    }

    @Test
    void aRequestIsAnsweredWithStatusHeadersAndBody() {
        network().http(7, 0, echo("http"), post("/orders?id=1%2F2", "{\"q\":\"ü\"}"), 5 * SECOND_NS);
        until(() -> told.callsEnded() == 1);
        HttpAnswer answer = told.answer(7);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"q\":\"ü\"}");
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(face.requests).containsExactly("POST /orders?id=1%2F2 {\"q\":\"ü\"}");
    }

    @Test
    void requestsOfOneLaneArriveInTheOrderSent() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            network().http(i, 3, echo("http"), post("/n", Integer.toString(i)), 10 * SECOND_NS);
            expected.add("POST /n " + i);
        }
        until(() -> told.callsEnded() == 200);
        assertThat(told.answers).hasSize(200);
        assertThat(face.requests).isEqualTo(expected);
    }

    @Test
    void requestsOfManyLanesAreEachAnsweredOnce() {
        for (int i = 0; i < 320; i++) {
            network().http(i, i % 16, echo("http"), post("/n", Integer.toString(i)), 10 * SECOND_NS);
        }
        until(() -> told.callsEnded() == 320);
        told.answers.forEach((id, answer) -> assertThat(answer.text()).isEqualTo(Long.toString(id)));
        assertThat(told.answers).hasSize(320);
    }

    @Test
    void anUnansweredRequestIsLostAtItsTimeoutAsMaybeSentAndTheOneQueuedBehindItAsNotSent() {
        network().http(1, 0, echo("http"), post("/silent", "a"), SECOND_NS / 2);
        network().http(2, 0, echo("http"), post("/n", "b"), SECOND_NS / 4);
        network().http(3, 0, echo("http"), post("/n", "c"), 5 * SECOND_NS);
        until(() -> told.callsEnded() == 3);
        assertThat(told.loss(1).certainty()).isEqualTo(Loss.Certainty.MAYBE_SENT);
        assertThat(told.loss(2).certainty()).isEqualTo(Loss.Certainty.NOT_SENT);
        assertThat(told.answer(3).text()).isEqualTo("c");
        assertThat(face.requests).containsExactly("POST /silent a", "POST /n c");
    }

    @Test
    void aRefusedConnectionIsNotSent() {
        network().http(1, 0, nobody("http"), post("/n", "a"), 5 * SECOND_NS);
        network().connect(1, nobody("ws"), "/ws", 5 * SECOND_NS);
        until(() -> told.callsEnded() == 1 && told.ends.size() == 1);
        assertThat(told.loss(1).certainty()).isEqualTo(Loss.Certainty.NOT_SENT);
        assertThat(told.end(1).certainty()).isEqualTo(Loss.Certainty.NOT_SENT);
        assertThat(told.connected).isEmpty();
    }

    @Test
    void aRefusedUpgradeIsToldAsDisconnectedAlone() {
        network().connect(1, echo("ws"), "/refuse", 5 * SECOND_NS);
        until(() -> told.ends.size() == 1 && face.closedCount == 1);
        assertThat(told.end(1).certainty()).isEqualTo(Loss.Certainty.NOT_SENT);
        assertThat(told.connected).isEmpty();
        assertThat(face.openedCount).isEqualTo(1);
    }

    @Test
    void framesArriveInTheOrderSentBothWays() {
        open(1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(send(1, "frame " + i)).isTrue();
            expected.add("frame " + i);
        }
        until(() -> told.frames.size() == 1_000);
        assertThat(face.frames).isEqualTo(expected);
        assertThat(told.frames).isEqualTo(expected);
    }

    @Test
    void aFrameOfOneMegabyteTravelsWhole() {
        open(1);
        String big = "0123456789abcdeü".repeat(1 << 16);
        assertThat(send(1, big)).isTrue();
        until(() -> told.frames.size() == 1);
        assertThat(told.frames.getFirst().equals(big)).isTrue();
    }

    @Test
    void aClientThatPollsSlowlyLosesNothing() {
        open(1);
        send(1, "burst 20000");
        until(() -> told.frames.size() == 20_000, 7);
        for (int i = 0; i < 20_000; i++) {
            assertThat(told.frames.get(i)).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void nothingIsSentOnAConnectionThatIsNotOpen() {
        assertThat(send(1, "before")).isFalse();
        network().connect(1, echo("ws"), "/ws", 5 * SECOND_NS);
        assertThat(send(1, "too early")).isFalse();
        until(() -> told.connected.contains(1));
        network().close(1);
        assertThat(send(1, "too late")).isFalse();
        until(() -> told.ends.size() == 1 && face.closedCount == 1);
        assertThat(send(1, "after")).isFalse();
        assertThat(face.frames).isEmpty();
    }

    @Test
    void framesSentBeforeAnOwnCloseArrive() {
        open(1);
        send(1, "last words");
        network().close(1);
        network().close(1);
        until(() -> told.ends.size() == 1 && face.closedCount == 1);
        assertThat(face.frames).containsExactly("last words");
    }

    @Test
    void aCloseByTheFaceIsToldWithItsReason() {
        open(1);
        send(1, "close");
        until(() -> told.ends.size() == 1 && face.closedCount == 1);
        assertThat(told.end(1).reason()).contains("1008", "as you wish");
        assertThat(told.end(1).certainty()).isEqualTo(Loss.Certainty.MAYBE_SENT);
        assertThat(face.open).isEmpty();
    }

    @Test
    void aConnectionClosedWhileOpeningIsToldAsNotSent() {
        network().connect(1, echo("ws"), "/ws", 5 * SECOND_NS);
        network().close(1);
        until(() -> told.ends.size() == 1 && face.open.isEmpty());
        assertThat(told.connected).isEmpty();
        assertThat(told.end(1).certainty()).isEqualTo(Loss.Certainty.NOT_SENT);
    }

    @Test
    void aNameInUseIsRefusedAndFreeAgainAfterItsEnd() {
        open(1);
        assertThatThrownBy(() -> network().connect(1, echo("ws"), "/ws", SECOND_NS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection 1");
        network().http(1, 0, echo("http"), post("/n", "a"), 5 * SECOND_NS);
        assertThatThrownBy(() -> network().http(1, 1, echo("http"), post("/n", "b"), SECOND_NS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call 1");
        until(() -> told.callsEnded() == 1);
        network().close(1);
        until(() -> told.ends.size() == 1);
        told.ends.clear();
        told.connected.clear();
        open(1);
        assertThat(send(1, "again")).isTrue();
        until(() -> told.frames.contains("again"));
    }

    @Test
    void whatWouldNotBeOneRequestOnTheWireIsRefusedAtOnceWithoutTellingSecrets() {
        HttpRequest twoHeaders = HttpRequest.of("GET", "/", List.of(new Header("X-Key", "secret\r\nX-Other: value")));
        assertThatThrownBy(() -> network().http(1, 0, echo("http"), twoHeaders, SECOND_NS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> network().http(1, 0, echo("http"), post("/n HTTP/1.1", ""), SECOND_NS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target");
        assertThatThrownBy(() -> network().connect(1, echo("ws"), "no/slash", SECOND_NS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target");
        network().http(1, 0, echo("http"), post("/n", "fine"), 5 * SECOND_NS);
        until(() -> told.callsEnded() == 1);
        assertThat(face.requests).containsExactly("POST /n fine");
    }

    @Test
    void headersArriveInTheOrderSentAndAGetHasNoBody() {
        HttpRequest request = HttpRequest.of(
                "GET", "/h?a=%2B&b=", List.of(new Header("X-B", "1"), new Header("X-A", "2"), new Header("X-B", "3")));
        network().http(1, 0, echo("http"), request, 5 * SECOND_NS);
        until(() -> told.callsEnded() == 1);
        assertThat(face.requests).containsExactly("GET /h?a=%2B&b= ");
        assertThat(face.lastHeaders.stream().filter(h -> h.name().startsWith("X-")))
                .containsExactly(new Header("X-B", "1"), new Header("X-A", "2"), new Header("X-B", "3"));
    }

    @Test
    void closingTheNetworkTwiceIsAsOnceTheFaceIsToldAndNothingMoreIs() {
        open(1);
        network().http(1, 0, echo("http"), post("/silent", "a"), 5 * SECOND_NS);
        until(() -> face.requests.size() == 1);
        network().close();
        network().close();
        until(() -> face.open.isEmpty());
        assertThat(network().poll(told, 64)).isZero();
        assertThat(told.callsEnded()).isZero();
        assertThat(told.ends).isEmpty();
        assertThat(send(1, "late")).isFalse();
    }
}
