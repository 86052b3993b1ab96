package io.tidegate.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
    @ParameterizedTest(name = "{0} is {1}, encrypted: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            http://a.test        | http://a.test:80     | false
            ws://a.test          | ws://a.test:80       | false
            https://a.test       | https://a.test:443   | true
            wss://a.test         | wss://a.test:443     | true
            ws://127.0.0.1:9443  | ws://127.0.0.1:9443  | false
            wss://a.test:80      | wss://a.test:80      | true
            """)
    void onlyHttpsAndWssAreEncrypted(String origin, String whole, boolean isTls) {
        Endpoint endpoint = Endpoint.parse(origin);
        assertThat(endpoint).hasToString(whole);
        assertThat(endpoint.isTls()).isEqualTo(isTls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.test:80",
                "ftp://a.test",
                "http://a.test/path",
                "http://a.test?x=1",
                "http://u@a.test",
                "http://a.test:0"
            })
    void whatIsNoOriginIsRefused(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
