package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.venues.words.RenderSettings;
import io.tidegate.venues.words.Rendering;
import io.tidegate.venues.words.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What ccxt 4.5.84 sends for the same wishes, recorded in `data/ccxt-vectors/binance.json` of the shared data; spot
/// only. Path, method and parameters must be the same, less those that the file says to leave out.
final class RecordedRequestsTest {
    private final BinanceWords words = new BinanceWords();

    @Test
    void everyRecordedSpotRequestIsTheOneThatWeWouldSend() throws IOException {
        JsonNode file = Json.read(Files.readAllBytes(Shared.needed("data/ccxt-vectors/binance.json")));
        List<String> ignored = new ArrayList<>();
        file.path("ignore").forEach(name -> ignored.add(name.stringValue()));
        JsonNode key = file.path("credentials");
        var settings = new RenderSettings(
                file.path("clockMillis").longValue(),
                key.path("apiKey").stringValue(),
                key.path("secret").stringValue(),
                "",
                false,
                false);
        int compared = 0;
        for (JsonNode one : file.path("cases")) {
            String url = one.path("request").path("url").stringValue();
            if (url.startsWith("https://api.binance.com/")) {
                compare(one, words.render(wish(one), settings), ignored);
                compared++;
            }
        }
        assertEquals(23, compared, "spot cases of the recording");
    }

    private static void compare(JsonNode one, Rendering rendering, List<String> ignored) {
        String what =
                one.path("method").stringValue() + " " + one.path("description").stringValue();
        assertTrue(rendering instanceof Rendering.Http, () -> what + ": " + rendering);
        Rendering.Http ours = (Rendering.Http) rendering;
        JsonNode theirs = one.path("request");
        String url = theirs.path("url").stringValue();
        assertEquals(theirs.path("method").stringValue(), ours.request().method(), what);
        assertEquals(
                url.replaceFirst("\\?.*", ""), ours.origin() + ours.request().path(), what);
        String query = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
        String body = theirs.path("body").isString() ? theirs.path("body").stringValue() : "";
        boolean isNamed = one.path("clientIdGiven").booleanValue();
        assertEquals(
                parameters(ignored, isNamed, query, body),
                parameters(ignored, isNamed, ours.request().query()),
                what);
        assertEquals(
                theirs.path("headers").has("X-MBX-APIKEY"),
                ours.request().header("X-MBX-APIKEY").isPresent(),
                what);
    }

    /// Numbers by value: `0.10` is `0.1`.
    private static Map<String, String> parameters(List<String> ignored, boolean isNamed, String... queries) {
        Map<String, String> all = new TreeMap<>();
        for (String query : queries) {
            for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
                String name = pair.substring(0, pair.indexOf('='));
                String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
                if (!ignored.contains(name) && (isNamed || !ignored.contains(name + "*"))) {
                    all.put(
                            name,
                            value.matches("[0-9]+(\\.[0-9]+)?")
                                    ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                                    : value);
                }
            }
        }
        return all;
    }

    /// The unified call in our words.
    private static Wish wish(JsonNode one) {
        JsonNode input = one.path("input");
        Map<String, String> wish = new TreeMap<>();
        switch (one.path("method").stringValue()) {
            case "createOrder" -> order(wish, input, 0);
            case "createMarketBuyOrderWithCost" ->
                put(
                        wish,
                        "op",
                        "submit",
                        "symbol",
                        text(input, 0),
                        "side",
                        "BUY",
                        "type",
                        "MARKET",
                        "quoteQuantity",
                        text(input, 1));
            case "editOrder" -> {
                order(wish, input, 1);
                put(wish, "op", "amend", "venueOrderId", text(input, 0));
            }
            case "cancelOrder" -> put(wish, "op", "cancel", "venueOrderId", text(input, 0), "symbol", text(input, 1));
            case "cancelAllOrders" -> put(wish, "op", "cancel-all", "symbol", text(input, 0));
            case "fetchOrder" ->
                put(
                        wish,
                        "op",
                        "query",
                        "symbol",
                        text(input, 1),
                        "clientOrderId",
                        input.get(2).path("clientOrderId").stringValue());
            case "fetchMyTrades" ->
                put(wish, "op", "fills", "symbol", text(input, 0), "sinceMs", text(input, 1), "limit", text(input, 2));
            case "fetchOrderBook" -> put(wish, "op", "book", "symbol", text(input, 0), "limit", text(input, 1));
            case "fetchTrades" -> put(wish, "op", "trades", "symbol", text(input, 0), "limit", text(input, 2));
            case "fetchTicker" -> put(wish, "op", "ticker", "symbol", text(input, 0));
            default -> throw new IllegalArgumentException(one.toString());
        }
        return new Wish(new TreeMap<>(wish));
    }

    /// A market purchase with a price is ccxt's way to spend an amount of the quote asset.
    private static void order(Map<String, String> wish, JsonNode input, int at) {
        boolean isMarket = text(input, at + 1).equals("market");
        String side = text(input, at + 2).equals("buy") ? "BUY" : "SELL";
        String price = input.size() > at + 4 && !input.get(at + 4).isNull() ? text(input, at + 4) : "";
        put(wish, "op", "submit", "symbol", text(input, at), "side", side);
        if (isMarket && side.equals("BUY") && !price.isEmpty()) {
            BigDecimal cost = new BigDecimal(text(input, at + 3)).multiply(new BigDecimal(price));
            put(wish, "quoteQuantity", cost.stripTrailingZeros().toPlainString());
        } else {
            put(wish, "quantity", text(input, at + 3));
            if (!isMarket) {
                put(wish, "price", price);
            }
        }
        put(wish, "type", isMarket ? "MARKET" : "LIMIT");
        JsonNode more = input.size() > at + 5 ? input.get(at + 5) : Json.read("{}".getBytes(StandardCharsets.UTF_8));
        Stream.of("clientOrderId", "timeInForce")
                .filter(more::has)
                .forEach(name -> put(wish, name, more.path(name).stringValue()));
        if (more.path("postOnly").booleanValue(false)) {
            put(wish, "postOnly", "true");
        }
        if (more.has("triggerPrice")) {
            put(
                    wish,
                    "type",
                    isMarket ? "STOP_MARKET" : "STOP_LIMIT",
                    "stopPrice",
                    more.path("triggerPrice").toString());
        }
        if (more.has("takeProfitPrice")) {
            String type = isMarket ? "TAKE_PROFIT" : "TAKE_PROFIT_LIMIT";
            put(wish, "type", type, "stopPrice", more.path("takeProfitPrice").toString());
        }
    }

    private static String text(JsonNode input, int index) {
        JsonNode value = input.get(index);
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static void put(Map<String, String> wish, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            wish.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
