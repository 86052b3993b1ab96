package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.venues.words.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Payloads that somebody has tampered with are said to be unreadable, or say what they said before; never something
/// else.
final class HostileWordsTest {
    private static final List<String> GOLDEN = List.of(
            "placed-filled-twice",
            "placed-resting",
            "cancelled",
            "looked-up",
            "event-fill-partial",
            "event-fill-last-maker-rebate",
            "event-cancelled",
            "event-expired",
            "event-balances",
            "event-new");
    private static final List<String> OF_OTHER_KINDS = List.of(
            "{\"e\":\"depthUpdate\",\"E\":1672515782136,\"s\":\"BNBBTC\",\"U\":157,\"u\":160,\"b\":[[\"0.1\",\"2\"]],\"a\":[]}",
            "{\"e\":\"trade\",\"E\":1,\"s\":\"BNBBTC\",\"t\":12,\"p\":\"0.001\",\"q\":\"100\",\"T\":1672515782136,\"m\":true}",
            "{\"id\":\"7\",\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"Market is closed.\"}}",
            "[{\"symbol\":\"BNBBTC\",\"id\":28457,\"orderId\":100234,\"price\":\"4.0\",\"qty\":\"12.0\",\"quoteQty\":\"48.0\","
                    + "\"commission\":\"10.1\",\"commissionAsset\":\"BNB\",\"time\":1499865549590,\"isBuyer\":true,"
                    + "\"isMaker\":false,\"isBestMatch\":true}]",
            "{\"uid\":1,\"balances\":[{\"asset\":\"BTC\",\"free\":\"4.5\",\"locked\":\"0.1\"}]}");

    private final BinanceWords words = new BinanceWords();

    private Reading read(String payload) {
        return words.parse("auto", 200, payload.getBytes(UTF_8));
    }

    private static String payload(Seed seed) {
        return seed.chance(60) ? Golden.text("in/" + seed.pick(GOLDEN) + ".json") : seed.pick(OF_OTHER_KINDS);
    }

    @Test
    void aValueOfAnotherKindIsUnreadableOrMakesNoDifference() {
        int[] unreadable = {0};
        Laws.forAll(1_000, seed -> {
            String text = payload(seed);
            JsonNode tampered = Json.read(text.getBytes(UTF_8));
            tamper(seed, tampered);
            Reading after = read(tampered.toString());
            if (after instanceof Reading.Unreadable(String problem)) {
                unreadable[0]++;
                assertFalse(problem.isEmpty());
            } else {
                assertEquals(read(text).toString(), after.toString(), () -> "tampered: " + tampered);
            }
        });
        assertTrue(unreadable[0] > 200, () -> "only " + unreadable[0] + " of 1,000 were noticed");
    }

    /// Puts a value of another kind in the place of one.
    private static void tamper(Seed seed, JsonNode root) {
        List<Runnable> places = new ArrayList<>();
        collect(seed, root, places);
        if (!places.isEmpty()) {
            seed.pick(places).run();
        }
    }

    private static void collect(Seed seed, JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value.isContainer()) {
                    collect(seed, value, places);
                } else if (!value.isNull()) {
                    places.add(() -> object.set(name, other(seed, value)));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                int at = i;
                if (value.isContainer()) {
                    collect(seed, value, places);
                } else {
                    places.add(() -> array.set(at, other(seed, value)));
                }
            }
        }
    }

    private static JsonNode other(Seed seed, JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<JsonNode> others = new ArrayList<>();
        if (!value.isString()) {
            others.add(json.stringNode("28"));
        }
        if (!value.isNumber()) {
            others.add(json.numberNode(28));
        }
        if (!value.isBoolean()) {
            others.add(json.booleanNode(true));
        }
        others.add(json.arrayNode());
        others.add(json.objectNode());
        return seed.pick(others);
    }

    @Test
    void bytesOfAnyKindNeverThrow() {
        Laws.forAll(1_000, seed -> {
            byte[] bytes = payload(seed).getBytes(UTF_8);
            for (int i = 0; i < seed.intBetween(1, 4); i++) {
                bytes[seed.random().nextInt(bytes.length)] =
                        (byte) seed.random().nextInt(256);
            }
            int status = seed.pick(List.of(200, 200, 400, 418, 502));
            assertTrue(words.parse("auto", status, bytes).toString().length() > 4);
        });
    }
}
