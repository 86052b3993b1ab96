package io.tidegate.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.app.client.ApiClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `./tidegate venue list`, `render` and `parse`.
class VenueCommandTest {
    private static final String SUBMIT = """
            {"op": "submit", "symbol": "BTC/USDT", "clientOrderId": "tg1-1", "side": "BUY", "type": "LIMIT",
             "quantity": "0.01", "price": "52000.5", "timeInForce": "IOC"}""";

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final StringWriter complaints = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        return Tidegate.commandLine(new PrintStream(answers, true, UTF_8))
                .setErr(new PrintWriter(complaints, true))
                .execute(args);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.json"), text).toString();
    }

    private List<JsonNode> answered() {
        return answers.toString(UTF_8)
                .lines()
                .map(line -> ApiClient.MAPPER.readTree(line))
                .toList();
    }

    @Test
    void theListSaysWhatAVenueCanDo() {
        assertThat(run("venue", "list", "--json")).isZero();
        JsonNode venue = answered().getFirst().path("venues").get(0);
        assertThat(venue.path("venue").stringValue()).isEqualTo("binance");
        assertThat(venue.path("types").toString()).contains("TRAILING_STOP");
        assertThat(venue.path("limits").get(0).path("capacity").longValue()).isEqualTo(6_000);
        assertThat(run("venue", "list")).isZero();
        assertThat(answers.toString(UTF_8)).contains("binance\n").contains("  features: [STOP_LIMIT");
    }

    @Test
    void aRenderedRequestIsTheSameForTheSameTimeAndKey() throws IOException {
        String wish = file(SUBMIT);
        for (int i = 0; i < 2; i++) {
            assertThat(run(
                            "venue",
                            "render",
                            "--venue",
                            "binance",
                            "--time-ms",
                            "1700000000000",
                            "--key",
                            "k",
                            "--secret",
                            "s",
                            wish))
                    .isZero();
        }
        JsonNode request = answered().getFirst();
        assertThat(request).isEqualTo(answered().getLast());
        assertThat(request.path("transport").stringValue()).isEqualTo("HTTP");
        assertThat(request.path("method").stringValue()).isEqualTo("POST");
        assertThat(request.path("headers").path("X-MBX-APIKEY").stringValue()).isEqualTo("k");
        assertThat(request.path("url").stringValue())
                .startsWith("https://api.binance.com/api/v3/order?symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC"
                        + "&price=52000.5&quantity=0.01&newClientOrderId=tg1-1&newOrderRespType=FULL&recvWindow=5000"
                        + "&timestamp=1700000000000&signature=");
    }

    @Test
    void aFrameGoesToTheTestSystemWhereThatIsAskedFor() throws IOException {
        assertThat(run("venue", "render", "--venue", "binance", "--ws", "--sandbox", "--time-ms", "1", file(SUBMIT)))
                .isZero();
        JsonNode frame = answered().getFirst();
        assertThat(frame.path("transport").stringValue()).isEqualTo("WS");
        assertThat(frame.path("url").stringValue()).isEqualTo("wss://ws-api.testnet.binance.vision/ws-api/v3");
        JsonNode sent = ApiClient.MAPPER.readTree(frame.path("frame").stringValue());
        assertThat(sent.path("method").stringValue()).isEqualTo("order.place");
        assertThat(sent.path("params").path("price").stringValue()).isEqualTo("52000.5");
    }

    @Test
    void aWishThatCannotBeSaidNamesEveryField() throws IOException {
        String wish = file("{\"op\":\"submit\",\"symbol\":\"BTC/USDT\",\"side\":\"LONG\",\"type\":\"LIMIT\","
                + "\"quantity\":\"1e3\"}");
        assertThat(run("venue", "render", "--venue", "binance", wish)).isEqualTo(1);
        assertThat(answers.toString(UTF_8)).isEmpty();
        assertThat(complaints.toString())
                .contains("side: expected one of [BUY, SELL], found 'LONG'")
                .contains("quantity: expected a positive plain decimal such as 0.5, found '1e3'")
                .contains("price: expected a positive plain decimal such as 0.5, found nothing");
    }

    @Test
    void aPayloadIsSaidLineByLine() throws IOException {
        String payload =
                file("[{\"asset\":\"unused\",\"balances\":[{\"asset\":\"BTC\",\"free\":\"1.5\",\"locked\":\"0\"},"
                        + "{\"asset\":\"USDT\",\"free\":\"2\",\"locked\":\"3\"}]}]");
        assertThat(run("venue", "parse", "--venue", "binance", "--kind", "account", payload))
                .isZero();
        assertThat(answers.toString(UTF_8).lines().toList())
                .containsExactly(
                        "{\"event\":\"Balance\",\"asset\":\"BTC\",\"free\":\"1.5\",\"locked\":\"0\"}",
                        "{\"event\":\"Balance\",\"asset\":\"USDT\",\"free\":\"2\",\"locked\":\"3\"}");
    }

    @Test
    void aPayloadThatSaysNothingOfOursIsReadAllTheSame() throws IOException {
        assertThat(run("venue", "parse", "--venue", "binance", file("{\"serverTime\":1499827319559}")))
                .isZero();
        assertThat(answers.toString(UTF_8)).isEmpty();
        assertThat(complaints.toString()).contains("read: nothing of orders");
    }

    @Test
    void anUnreadablePayloadIsAnErrorWithItsPlace() throws IOException {
        assertThat(run("venue", "parse", "--venue", "binance", file("{\"e\":\"trade\",\"t\":\"x\"}")))
                .isEqualTo(1);
        assertThat(complaints.toString())
                .contains("unreadable: payload.t: expected a whole number of 64 bits, found \"x\"");
    }

    @Test
    void aVenueThatIsNotThereIsNotUnderstood() throws IOException {
        assertThat(run("venue", "parse", "--venue", "nowhere", file("{}"))).isEqualTo(2);
        assertThat(complaints.toString()).contains("--venue must be one of [binance], not nowhere");
    }
}
