package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Loss;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A client that does not poll stops reading its socket; nothing that arrived is lost, not even by a close.
final class BackPressureTest {
    private static final EventLoops LOOPS = new EventLoops(1);
    private static final int FRAME_BYTES = 100;

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @Test
    void aClientThatDoesNotPollStopsThePeerInsteadOfKeepingItsFrames() {
        AtomicInteger written = new AtomicInteger();
        int enough = 64 << 20; // far beyond the inbox and what the system buffers
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> {
                    upgrade(socket);
                    byte[] frame = frame();
                    while (written.get() < enough) {
                        socket.getOutputStream().write(frame);
                        written.addAndGet(frame.length);
                    }
                });
                Loopback client = new Loopback(new VertxNetwork(LOOPS, Trust.ofJvm(), 64 << 10), Optional.empty())) {
            client.network.connect(1, new Endpoint("ws", "127.0.0.1", peer.port()), "/ws", 10 * Loopback.SECOND_NS);
            client.until(() -> !client.told.connected.isEmpty());
            int stoppedAt = awaitStandstill(written);
            assertThat(stoppedAt).isLessThan(enough);
            client.until(() -> client.told.frames.size() >= enough / frame().length);
        }
    }

    @Test
    void framesThatArrivedBeforeAnAbruptCloseAreToldBeforeIt() {
        int count = 3_000;
        try (ScriptedPeer peer = new ScriptedPeer((p, socket) -> {
                    upgrade(socket);
                    byte[] frame = frame();
                    for (int i = 0; i < count; i++) {
                        socket.getOutputStream().write(frame);
                    }
                }); // the script's end closes the socket without a close frame
                Loopback client = new Loopback(new VertxNetwork(LOOPS, Trust.ofJvm(), 4 << 10), Optional.empty())) {
            client.network.connect(1, new Endpoint("ws", "127.0.0.1", peer.port()), "/ws", 10 * Loopback.SECOND_NS);
            client.until(() -> !client.told.ends.isEmpty());
            assertThat(client.told.frames).hasSize(count);
            assertThat(client.told.end(1)).isEqualTo(Loss.maybeSent("connection lost"));
        }
    }

    /// Waits until the peer has written nothing for a tenth of a second, and says how much it has.
    private static int awaitStandstill(AtomicInteger written) {
        int before = -1;
        for (int now = written.get(); now != before; now = written.get()) {
            before = now;
            LockSupport.parkNanos(Loopback.SECOND_NS / 10);
        }
        return before;
    }

    private static byte[] frame() {
        byte[] frame = new byte[2 + FRAME_BYTES];
        frame[0] = (byte) 0x81; // the whole message, text
        frame[1] = FRAME_BYTES;
        for (int i = 2; i < frame.length; i++) {
            frame[i] = 'x';
        }
        return frame;
    }

    /// The server's half of the opening handshake (RFC 6455, 4.2.2).
    private static void upgrade(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        String key = head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "sec-websocket-key:", 0, 18))
                .map(line -> line.substring(18).strip())
                .findFirst()
                .orElseThrow();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            ScriptedPeer.write(
                    socket,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
