package io.tidegate.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.Loss.Certainty;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who is believed, for HTTP and WebSocket alike.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {
    private final EventLoops loops = new EventLoops(1);
    private TestCertificate certificate = new TestCertificate("", "");

    @BeforeAll
    void makeCertificate(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder);
    }

    @AfterAll
    void stop() {
        loops.close();
    }

    private Loopback talk(Trust trust) {
        ListenerSettings settings = ListenerSettings.loopback(0).secured(certificate.key());
        return new Loopback(new VertxNetwork(loops, trust), Optional.of(VertxListener.open(loops, settings)));
    }

    @Test
    void aCertificateThatIsTrustedExplicitlyIsAccepted() {
        try (Loopback both = talk(Trust.only(certificate.certificatePem()))) {
            both.network.http(1, 0, both.at("https", "localhost"), Loopback.post("secret"), 10 * Loopback.SECOND_NS);
            both.network.connect(1, both.at("wss", "localhost"), "/ws", 10 * Loopback.SECOND_NS);
            both.until(() -> both.told.callsEnded() == 1 && !both.told.connected.isEmpty());
            assertThat(both.told.answer(1).text()).isEqualTo("secret");
        }
    }

    @Test
    void aCertificateThatTheJvmDoesNotTrustIsRefusedBeforeAnythingIsSent() {
        try (Loopback both = talk(Trust.ofJvm())) {
            refused(both, "localhost");
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefusedBeforeAnythingIsSent() {
        try (Loopback both = talk(Trust.only(certificate.certificatePem()))) {
            refused(both, "127.0.0.1");
        }
    }

    private static void refused(Loopback both, String host) {
        both.network.http(1, 0, both.at("https", host), Loopback.post("secret"), 10 * Loopback.SECOND_NS);
        both.network.connect(1, both.at("wss", host), "/ws", 10 * Loopback.SECOND_NS);
        both.until(() -> both.told.callsEnded() == 1 && both.told.ends.size() == 1);
        assertThat(both.told.loss(1).certainty()).isEqualTo(Certainty.NOT_SENT);
        assertThat(both.told.loss(1).reason()).doesNotContain("within");
        assertThat(both.told.end(1).certainty()).isEqualTo(Certainty.NOT_SENT);
        assertThat(both.told.end(1).reason()).doesNotContain("within");
        assertThat(both.told.connected).isEmpty();
        assertThat(both.face.requests).isEmpty();
        assertThat(both.face.openedCount).isZero();
    }
}
