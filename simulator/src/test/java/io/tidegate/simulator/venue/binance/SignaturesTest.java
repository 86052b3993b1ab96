package io.tidegate.simulator.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.simulator.account.Credentials;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures against the venue's published examples, whose keys are public samples (fact sheet §2.1).
class SignaturesTest {
    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private static final Credentials HMAC =
            new Credentials(KEY, "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
    private static final Credentials ED25519 =
            new Credentials(KEY, "GUIKv9dSpWXBViXp2m6vAIb8QMFJYBgyFEQsFJlqgA0=", Credentials.Kind.ED25519);

    private final Signatures signatures = new Signatures();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71
        symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3
        apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A&price=0.10000000&quantity=1.00000000&recvWindow=5000&side=BUY&symbol=１２３４５６&timeInForce=GTC&timestamp=1645423376532&type=LIMIT | b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd
        """)
    void anHmacSignatureIsHexWithoutRegardToCase(String payload, String signature) {
        assertThat(signatures.isValid(HMAC, payload, signature)).isTrue();
        assertThat(signatures.isValid(HMAC, payload, signature.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(signatures.isValid(HMAC, payload + "0", signature)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A&timestamp=1649729878532 | PdyZthZkWH6iRM43rd8+UBP8CPxkW5TJq6Wxsjy8vl5St2O54RDvgGcqRWskW7xWLdftHLxCKA0PDzjLt26eDg==
        symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559 | WfzGnDebxAC6/SQQ8IgxO2A8zV0I3v3OTWs0IkFAqkrVzaUtwtzJI7VQf3QCKbPbYawE7LohsWhJm55b7ZPBAQ==
        """)
    void anEd25519SignatureIsBase64(String payload, String signature) {
        assertThat(signatures.isValid(ED25519, payload, signature)).isTrue();
        assertThat(signatures.isValid(ED25519, payload + "0", signature)).isFalse();
        assertThat(signatures.isValid(ED25519, payload, "nonsense!")).isFalse();
    }
}
