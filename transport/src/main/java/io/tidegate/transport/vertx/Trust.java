package io.tidegate.transport.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whose certificates a client believes. Host names are verified in either case; there is no way to believe everybody.
///
/// @param onlyCertificatePem believe this certificate and what it signed, and nobody else; empty for the JVM's trust
///                           store
public record Trust(Optional<String> onlyCertificatePem) {
    /// The JVM's trust store.
    public static Trust ofJvm() {
        return new Trust(Optional.empty());
    }

    /// One certificate in PEM, for tests and venues in one's own house.
    public static Trust only(String certificatePem) {
        return new Trust(Optional.of(certificatePem));
    }

    Optional<PemTrustOptions> options() {
        return onlyCertificatePem.map(
                pem -> new PemTrustOptions().addCertValue(Buffer.buffer(pem.getBytes(StandardCharsets.US_ASCII))));
    }
}
