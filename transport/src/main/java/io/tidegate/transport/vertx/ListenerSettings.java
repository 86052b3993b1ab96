package io.tidegate.transport.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Where and how a server listens.
///
/// @param host         the address to bind; `127.0.0.1` keeps it to this machine
/// @param port         0 to 65535; 0 chooses a free one
/// @param bodyMaxBytes a larger request body is answered 413; at least 1
/// @param idleTimeoutS a connection without traffic for so long is closed, WebSockets too; 0 for never
/// @param tls          key and certificate; empty for plain text
public record ListenerSettings(String host, int port, int bodyMaxBytes, int idleTimeoutS, Optional<Key> tls) {
    private static final int HEADERS_MAX_BYTES = 32 << 10;
    private static final int REQUEST_LINE_MAX_BYTES = 16 << 10;
    private static final int CLOSING_TIMEOUT_S = 5;

    /// A server's certificate (chain) and its PKCS #8 private key, both in PEM.
    public record Key(String certificatePem, String privateKeyPem) {
        /// The certificate only: a private key is never printed.
        @Override
        public String toString() {
            return "Key[" + certificatePem.length() + " characters of certificate]";
        }
    }

    public ListenerSettings {
        if (port < 0 || port > 65_535 || bodyMaxBytes < 1 || idleTimeoutS < 0) {
            throw new IllegalArgumentException("port " + port + " (0 to 65535), body " + bodyMaxBytes
                    + " bytes (at least 1), idle " + idleTimeoutS + " s (at least 0)");
        }
    }

    /// This machine only, plain text, bodies of at most 1 MB, five minutes of silence.
    public static ListenerSettings loopback(int port) {
        return new ListenerSettings("127.0.0.1", port, 1 << 20, 300, Optional.empty());
    }

    /// The same with another largest body.
    public ListenerSettings bodyMax(int bytes) {
        return new ListenerSettings(host, port, bytes, idleTimeoutS, tls);
    }

    /// The same with TLS.
    public ListenerSettings secured(Key key) {
        return new ListenerSettings(host, port, bodyMaxBytes, idleTimeoutS, Optional.of(key));
    }

    HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setIdleTimeout(idleTimeoutS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(HEADERS_MAX_BYTES)
                .setMaxInitialLineLength(REQUEST_LINE_MAX_BYTES)
                .setMaxWebSocketFrameSize(SocketReader.FRAME_MAX_BYTES)
                .setMaxWebSocketMessageSize(SocketReader.MESSAGE_MAX_BYTES)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(CLOSING_TIMEOUT_S);
        tls.ifPresent(key -> options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(bytes(key.certificatePem()))
                        .addKeyValue(bytes(key.privateKeyPem()))));
        return options;
    }

    private static Buffer bytes(String pem) {
        return Buffer.buffer(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
