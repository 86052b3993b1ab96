package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Loss.Certainty;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is certain after peers that misbehave on the wire: the order logic stands on it.
final class CertaintyTest {
    private static final EventLoops LOOPS = new EventLoops(1);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Loopback client = new Loopback(new VertxNetwork(LOOPS), Optional.empty());

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void post(long id, ScriptedPeer to, String body) {
        client.network.http(
                id, 0, new Endpoint("http", "127.0.0.1", to.port()), Loopback.post(body), 10 * Loopback.SECOND_NS);
    }

    @Test
    void aConnectionClosedInsteadOfAnAnswerIsMaybeSent() {
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> p.read(socket))) {
            post(1, peer, "a");
            client.until(() -> client.told.callsEnded() == 1);
            assertThat(client.told.loss(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
            assertThat(peer.requests).containsExactly("POST /n HTTP/1.1 a");
        }
    }

    @Test
    void aConnectionClosedInTheMiddleOfAnAnswerIsMaybeSent() {
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> {
            p.read(socket);
            ScriptedPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        })) {
            post(1, peer, "a");
            client.until(() -> client.told.callsEnded() == 1);
            assertThat(client.told.loss(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
        }
    }

    @Test
    void anAnswerThatIsNotHttpIsMaybeSent() {
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> {
            p.read(socket);
            ScriptedPeer.write(socket, "what do you mean\r\n\r\n");
        })) {
            post(1, peer, "a");
            client.until(() -> client.told.callsEnded() == 1);
            assertThat(client.told.loss(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
        }
    }

    @Test
    void theNextRequestAfterALossTravelsOnANewConnection() {
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> p.read(socket), (p, socket) -> {
            p.read(socket);
            ScriptedPeer.write(socket, OK);
            p.read(socket);
        })) {
            post(1, peer, "a");
            post(2, peer, "b");
            client.until(() -> client.told.callsEnded() == 2);
            assertThat(client.told.loss(1).certainty()).isEqualTo(Certainty.MAYBE_SENT);
            assertThat(client.told.answer(2).text()).isEqualTo("ok");
            assertThat(peer.requests).containsExactly("POST /n HTTP/1.1 a", "POST /n HTTP/1.1 b");
        }
    }

    @Test
    void anAnswerThatAnnouncesTheCloseLeavesNoDoubtAboutTheNextRequest() {
        ScriptedPeer.Script answersAndCloses = (p, socket) -> {
            p.read(socket);
            ScriptedPeer.write(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
        };
        try (ScriptedPeer peer = new ScriptedPeer(answersAndCloses, answersAndCloses, answersAndCloses)) {
            post(1, peer, "a");
            post(2, peer, "b");
            post(3, peer, "c");
            client.until(() -> client.told.callsEnded() == 3);
            assertThat(client.told.losses).isEmpty();
            assertThat(peer.requests).containsExactly("POST /n HTTP/1.1 a", "POST /n HTTP/1.1 b", "POST /n HTTP/1.1 c");
        }
    }

    @Test
    void anUnknownHostIsNotSent() {
        client.network.http(
                1, 0, Endpoint.parse("http://no-such-host.invalid"), Loopback.post("a"), 10 * Loopback.SECOND_NS);
        client.network.connect(1, Endpoint.parse("ws://no-such-host.invalid"), "/ws", 10 * Loopback.SECOND_NS);
        client.until(() -> client.told.callsEnded() == 1 && client.told.ends.size() == 1);
        assertThat(client.told.loss(1).certainty()).isEqualTo(Certainty.NOT_SENT);
        assertThat(client.told.end(1).certainty()).isEqualTo(Certainty.NOT_SENT);
    }

    @Test
    void aConnectionThatCannotBeMadeInTimeIsNotSent() {
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> p.read(socket))) {
            // The peer takes the connection and never answers the handshake.
            client.network.http(
                    1, 0, new Endpoint("https", "127.0.0.1", peer.port()), Loopback.post("a"), Loopback.SECOND_NS / 4);
            client.network.connect(1, new Endpoint("wss", "127.0.0.1", peer.port()), "/ws", Loopback.SECOND_NS / 4);
            client.until(() -> client.told.callsEnded() == 1 && client.told.ends.size() == 1);
            assertThat(client.told.loss(1).certainty()).isEqualTo(Certainty.NOT_SENT);
            assertThat(client.told.end(1).certainty()).isEqualTo(Certainty.NOT_SENT);
        }
    }

    @Test
    void anUpgradeAnsweredWithAnErrorIsToldWithItsStatus() {
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> {
            p.read(socket);
            ScriptedPeer.write(socket, "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
            p.read(socket);
        })) {
            client.network.connect(1, new Endpoint("ws", "127.0.0.1", peer.port()), "/ws", 10 * Loopback.SECOND_NS);
            client.until(() -> client.told.ends.size() == 1);
            assertThat(client.told.end(1).reason()).contains("429");
            assertThat(client.told.end(1).certainty()).isEqualTo(Certainty.NOT_SENT);
        }
    }
}
