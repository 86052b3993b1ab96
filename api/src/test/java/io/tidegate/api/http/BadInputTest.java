package io.tidegate.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.api.LiveCore;
import io.tidegate.api.words.Body;
import io.tidegate.transport.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every field of every request, wrong in every way; after each the books are as they were.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String ORDER = """
        {"clientKey": "k", "strategy": "s", "instrument": "BTC/USDT", "side": "BUY", "type": "LIMIT",
         "timeInForce": "GTC", "quantity": "0.5", "price": "99.5", "postOnly": false, "reduceOnly": false,
         "urgency": "NORMAL", "slippageMaxBps": 10, "venueAccount": "binance:main", "metadata": "m",
         "trigger": "LAST", "mevProtection": false, "deadline": "2100-01-01T00:00:00Z"}
        """;
    private static final String SWITCH = """
        {"scope": "STRATEGY", "subject": "s", "engaged": true, "reason": "r"}
        """;
    private static final List<String> OPTIONAL_FIELDS = List.of(
            "stopPrice",
            "trailingPrice",
            "trailingBps",
            "expiresAt",
            "displayQuantity",
            "partMin",
            "overFillMax",
            "selfTrade",
            "preferredVenues",
            "excludedVenues",
            "venueParameters",
            "group",
            "groupRole");
    private static final String DIGITS_400 = "9".repeat(400);

    /// @param field that the answer must name; "" for the request as a whole
    record Case(String target, String field, String what, String body) {
        @Override
        public String toString() {
            return target + " " + field + ": " + what;
        }
    }

    private LiveCore live;

    BadInputTest() {
        live = LiveCore.open();
    }

    @BeforeAll
    void theGoodOnesAreTaken() {
        assertThat(live.post(LiveCore.TRADER, "/v1/orders", ORDER.replace("\"k\"", "\"good\""))
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void nothingWasAcceptedInPart() {
        assertThat(live.books().orders().find("main", "k")).isEmpty();
        assertThat(live.books().orders().openCount()).isEqualTo(1);
        assertThat(live.books().switches().engaged()).isEmpty();
    }

    @AfterAll
    void close() {
        live.close();
    }

    static Stream<Case> fields() {
        var cases = new ArrayList<Case>();
        var order = (ObjectNode) Body.MAPPER.readTree(ORDER);
        var fields = new ArrayList<>(order.propertyNames());
        fields.addAll(OPTIONAL_FIELDS);
        for (String field : fields) {
            cases.addAll(wrong("/v1/orders", order, field));
        }
        for (String field : List.of("clientKey", "instrument", "side", "type", "quantity", "price")) {
            cases.add(without("/v1/orders", order, field));
        }
        var set = (ObjectNode) Body.MAPPER.readTree(SWITCH);
        for (String field : set.propertyNames()) {
            cases.addAll(wrong("/v1/kill-switch", set, field));
            cases.add(without("/v1/kill-switch", set, field));
        }
        return cases.stream();
    }

    private static List<Case> wrong(String target, ObjectNode good, String field) {
        var cases = new ArrayList<Case>();
        for (String value : List.of(
                "null", "[]", "{}", "1.7", "-1", "1e999999999", "\"\\ud800\"", "\"" + "x".repeat(5_000) + "\"")) {
            boolean fits = (field.equals("metadata") && value.equals("-1"))
                    || (field.endsWith("Venues") && value.equals("[]"))
                    || (field.equals("venueParameters") && value.equals("{}"));
            if (!fits) {
                cases.add(new Case(target, field, shortened(value), with(good, field, value)));
            }
        }
        JsonNode stated = good.get(field);
        if (stated == null || !stated.isBoolean()) {
            cases.add(new Case(target, field, "true", with(good, field, "true")));
        }
        if (stated == null || stated.isBoolean() || stated.isNumber()) {
            cases.add(new Case(target, field, "a word", with(good, field, "\"word\"")));
        }
        if (stated == null || !stated.isNumber()) {
            cases.add(new Case(target, field, "1", with(good, field, "1")));
        }
        if (List.of("quantity", "price", "stopPrice", "trailingPrice", "displayQuantity", "partMin", "overFillMax")
                .contains(field)) {
            for (String value : List.of(
                    DIGITS_400,
                    "1e999999999",
                    "1E5",
                    "+1",
                    " 1",
                    "1 ",
                    "",
                    ".",
                    "1.",
                    ".5",
                    "1,5",
                    "0x10",
                    "NaN",
                    "-0.5",
                    "0.000000001",
                    "99999999999999999999",
                    "\u0661")) {
                cases.add(new Case(
                        target, field, "\"" + shortened(value) + "\"", with(good, field, "\"" + value + "\"")));
            }
        }
        return cases;
    }

    private static Case without(String target, ObjectNode good, String field) {
        ObjectNode lacking = good.deepCopy();
        lacking.remove(field);
        return new Case(target, field, "missing", lacking.toString());
    }

    private static String with(ObjectNode good, String field, String json) {
        ObjectNode changed = good.deepCopy();
        changed.remove(field);
        String rest = changed.toString();
        return "{\"" + field + "\": " + json + ", " + rest.substring(1);
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "… of " + text.length();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void aFieldThatIsWrongIsNamedWithItsRuleAndItsValue(Case bad) {
        JsonNode problem = refused(bad.target(), bad.body().getBytes(StandardCharsets.UTF_8), 400);
        assertThat(problem.get("errors")).isNotEmpty().allSatisfy(error -> {
            assertThat(error.get("rule").stringValue()).isNotEmpty();
            assertThat(error.get("value").stringValue().length()).isLessThanOrEqualTo(61);
        });
        assertThat(problem.get("errors").findValuesAsString("field")).contains(bad.field());
    }

    static Stream<Case> bodies() {
        var cases = new ArrayList<Case>();
        for (String target : List.of("/v1/orders", "/v1/kill-switch")) {
            String good = target.equals("/v1/orders") ? ORDER.strip() : SWITCH.strip();
            String first = good.substring(1, good.indexOf(','));
            cases.add(new Case(target, "", "empty", ""));
            cases.add(new Case(target, "", "blank", "  \n"));
            cases.add(new Case(target, "", "cut off", good.substring(0, good.length() - 2)));
            cases.add(new Case(target, "", "two values", good + good));
            cases.add(new Case(target, "", "a list", "[" + good + "]"));
            cases.add(new Case(target, "", "null", "null"));
            cases.add(new Case(target, "", "a number", "7"));
            cases.add(new Case(target, "", "a number of 400 digits", "{\"slippageMaxBps\": " + DIGITS_400 + "}"));
            cases.add(new Case(target, "", "deep", "[".repeat(10_000)));
            cases.add(new Case(target, "", "a field twice", "{" + first + ", " + good.substring(1)));
            cases.add(new Case(target, "", "single quotes", good.replace('"', '\'')));
            cases.add(new Case(target, "", "a comment", "/* x */" + good));
            cases.add(new Case(target, "", "UTF-16", "\u0000{\u0000}"));
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatIsNoObjectIsRefused(Case bad) {
        JsonNode problem = refused(bad.target(), bad.body().getBytes(StandardCharsets.UTF_8), 400);
        assertThat(problem.get("code").stringValue()).isEqualTo("BAD_REQUEST");
        assertThat(problem.get("detail").stringValue()).isNotEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (byte bad : new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0xe2}) {
            byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
            body[ORDER.indexOf("\"m\"") + 1] = bad;
            assertThat(refused("/v1/orders", body, 400).toString()).contains("UTF-8");
        }
    }

    @Test
    void aBodyOfAMegabyteIsRefusedUnread() {
        byte[] body = ("{\"metadata\": \"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(refused("/v1/orders", body, 413).toString()).contains("65536 bytes");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        JsonNode problem = refused("/v1/orders?wait=never&what=1", """
            {"clientKey": "", "side": "SIDEWAYS", "type": "LIMIT", "quantity": 1, "price": "1e5", "postOnly": "yes",
             "slippageMaxBps": 10001, "colour": "red", "instrument": "NO/SUCH", "deadline": "tomorrow"}
            """.getBytes(StandardCharsets.UTF_8), 400);
        assertThat(problem.get("errors").findValuesAsString("field"))
                .contains(
                        "wait",
                        "what",
                        "clientKey",
                        "side",
                        "quantity",
                        "price",
                        "postOnly",
                        "slippageMaxBps",
                        "colour",
                        "instrument",
                        "deadline");
    }

    @Test
    void whatATypeNeedsIsToldInTheClientsWords() {
        JsonNode problem = refused("/v1/orders", """
            {"clientKey": "k", "instrument": "BTC/USDT", "side": "BUY", "type": "STOP_LIMIT", "quantity": "-5",
             "timeInForce": "GTD"}
            """.getBytes(StandardCharsets.UTF_8), 400);
        assertThat(problem.get("errors").findValuesAsString("field"))
                .contains("quantity", "price", "stopPrice", "expiresAt");
        assertThat(problem.get("errors").get(0).get("value").stringValue()).isEqualTo("-5");
    }

    private JsonNode refused(String target, byte[] body, int status) {
        String key = target.startsWith("/v1/orders") ? LiveCore.TRADER : LiveCore.RISK;
        HttpAnswer answer = live.ask(key, "POST", target, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        return Body.MAPPER.readTree(answer.text());
    }
}
