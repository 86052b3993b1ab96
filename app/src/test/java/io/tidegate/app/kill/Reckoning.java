package io.tidegate.app.kill;

import io.tidegate.app.client.ApiClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// What our interface says after the storm, against the venue's truth, to the last unit.
final class Reckoning {
    /// An order that never arrived is proved absent 40 s after its hand-out at the earliest: 5 s to be sent, 5 s for
    /// the request to expire, 30 s to become visible. Questions come up to 30 s apart and may wait for weight.
    private static final long SETTLE_NS = TimeUnit.SECONDS.toNanos(150);
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int ASKED_AT_ONCE = 16;

    private final ApiClient client;
    private final JsonNode truth;
    private final List<String> violations = new ArrayList<>();
    private final Set<String> handedOut = new HashSet<>();
    private final Map<String, Fill> fills = new TreeMap<>();

    /// Either side's word on a trade; amounts without trailing zeros.
    private record Fill(String quantity, String price, String value, String fee, String feeAsset) {}

    private Reckoning(ApiClient client, JsonNode truth) {
        this.client = client;
        this.truth = truth;
    }

    /// Cancels what is open until nothing is and the balances agree, for a minute at most.
    static void settle(ServeProcess serve, VenueProcess venue) throws IOException {
        long deadlineNs = System.nanoTime() + SETTLE_NS;
        while (System.nanoTime() - deadlineNs < 0) {
            JsonNode open = serve.client()
                    .ask("GET", "/v1/orders?open=true&limit=1000", Optional.empty())
                    .body()
                    .get("orders");
            if (open.isEmpty()
                    && new Reckoning(serve.client(), venue.summary()).balances().isEmpty()) {
                return;
            }
            for (JsonNode order : open) {
                var _ = serve.client().ask("DELETE", "/v1/orders/" + text(order, "id"), Optional.empty());
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    /// @param acknowledged order ids by client key, as they were told to the client
    /// @return everything that is not as it must be
    static List<String> violations(ServeProcess serve, VenueProcess venue, Map<String, String> acknowledged)
            throws Exception {
        var reckoning = new Reckoning(serve.client(), venue.truth());
        reckoning.orders(acknowledged);
        reckoning.listing(acknowledged);
        reckoning.placed();
        reckoning.fills();
        reckoning.violations.addAll(reckoning.balances());
        reckoning.positions();
        return reckoning.violations;
    }

    private void orders(Map<String, String> acknowledged) throws InterruptedException, ExecutionException {
        var tasks = new ArrayList<Callable<JsonNode>>();
        acknowledged.forEach((key, id) -> tasks.add(() -> order(key, id)));
        try (var threads = Executors.newFixedThreadPool(ASKED_AT_ONCE)) {
            for (var answer : threads.invokeAll(tasks)) {
                take(answer.get());
            }
        }
    }

    private JsonNode order(String key, String id) throws IOException {
        var byId = client.ask("GET", "/v1/orders/" + id, Optional.empty());
        var byKey = client.ask("GET", "/v1/orders/by-key/" + key, Optional.empty());
        if (!byId.isGood()
                || !byKey.text("id").equals(id)
                || !byId.text("clientKey").equals(key)) {
            synchronized (violations) {
                violations.add("acknowledged order " + id + " of " + key + ": by id " + byId.status() + " key "
                        + byId.text("clientKey") + ", by key " + byKey.status() + " id " + byKey.text("id"));
            }
        }
        return byId.body();
    }

    private void take(JsonNode order) {
        if (!order.has("children")) {
            return; // told already
        }
        order.get("children").forEach(child -> handedOut.add(text(child, "clientOrderId")));
        String symbol = text(order, "instrument").replace("/", "");
        for (JsonNode fill : order.get("fills")) {
            var seen = new Fill(
                    amount(fill, "quantity"),
                    amount(fill, "price"),
                    amount(fill, "value"),
                    amount(fill, "fee"),
                    text(fill, "feeAsset"));
            String name = symbol + " order " + text(fill, "venueOrderId") + " trade " + text(fill, "tradeId");
            if (fills.put(name, seen) != null) {
                violations.add("booked twice: " + name);
            }
        }
        if (!order.has("endedAt")) {
            violations.add("order " + text(order, "id") + " has not ended: " + text(order, "status"));
        }
    }

    /// Every order there is must be one that was acknowledged: each request was repeated until it was answered.
    private void listing(Map<String, String> acknowledged) throws IOException {
        var seen = new HashMap<String, String>();
        String cursor = "";
        do {
            JsonNode page = client.ask("GET", "/v1/orders?limit=1000" + cursor, Optional.empty())
                    .body();
            for (JsonNode order : page.get("orders")) {
                String key = text(order, "clientKey");
                if (seen.put(key, text(order, "id")) != null) {
                    violations.add("two orders with key " + key);
                }
            }
            cursor = page.has("next") ? "&cursor=" + text(page, "next") : "";
        } while (!cursor.isEmpty());
        if (!seen.equals(acknowledged)) {
            violations.add("listed are " + seen.size() + " orders, acknowledged " + acknowledged.size());
        }
    }

    private void placed() {
        truth.get("placed").properties().forEach(placed -> {
            if (placed.getValue().intValue() != 1) {
                violations.add("order " + placed.getKey() + " was placed " + placed.getValue() + " times");
            }
            if (!handedOut.contains(placed.getKey())) {
                violations.add("order " + placed.getKey() + " is at the venue and unknown to us");
            }
        });
        truth.get("open").forEach(open -> violations.add("still open at the venue: " + open));
    }

    private void fills() {
        var theirs = new TreeMap<String, Fill>();
        for (JsonNode fill : truth.get("fills")) {
            String name = text(fill, "symbol") + " order " + text(fill, "orderId") + " trade " + text(fill, "tradeId");
            theirs.put(
                    name,
                    new Fill(
                            amount(fill, "qty"),
                            amount(fill, "price"),
                            amount(fill, "quoteQty"),
                            amount(fill, "commission"),
                            text(fill, "commissionAsset")));
        }
        theirs.forEach((name, fill) -> {
            if (!fill.equals(fills.get(name))) {
                violations.add("fill " + name + ": ours " + fills.get(name) + ", the venue's " + fill);
            }
        });
        fills.keySet().stream()
                .filter(name -> !theirs.containsKey(name))
                .forEach(name -> violations.add("fill that never happened: " + name));
    }

    private List<String> balances() throws IOException {
        var differences = new ArrayList<String>();
        var ours = new HashMap<String, String>();
        client.ask("GET", "/v1/balances", Optional.empty())
                .body()
                .get("balances")
                .forEach(balance -> ours.put(text(balance, "asset"), amount(balance, "total")));
        for (JsonNode balance : truth.get("balances")) {
            String asset = text(balance, "asset");
            String total = plain(decimal(balance, "free").add(decimal(balance, "locked")));
            if (ours.containsKey(asset) && !total.equals(ours.get(asset))) {
                differences.add("balance of " + asset + ": ours " + ours.get(asset) + ", the venue's " + total);
            }
        }
        if (!ours.keySet().containsAll(List.of("BTC", "ETH", "USDT"))) {
            differences.add("balances of " + ours.keySet() + " only");
        }
        return differences;
    }

    private void positions() throws IOException {
        var theirs = new TreeMap<String, BigDecimal>();
        for (JsonNode fill : truth.get("fills")) {
            BigDecimal quantity = decimal(fill, "qty");
            theirs.merge(
                    text(fill, "symbol"),
                    text(fill, "side").equals("BUY") ? quantity : quantity.negate(),
                    BigDecimal::add);
        }
        var ours = new TreeMap<String, BigDecimal>();
        client.ask("GET", "/v1/positions", Optional.empty())
                .body()
                .get("positions")
                .forEach(position ->
                        ours.put(text(position, "instrument").replace("/", ""), decimal(position, "quantity")));
        theirs.forEach((symbol, quantity) -> {
            if (ours.getOrDefault(symbol, BigDecimal.ZERO).compareTo(quantity) != 0) {
                violations.add("position in " + symbol + ": ours " + ours.get(symbol) + ", the venue's " + quantity);
            }
        });
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(text(node, field));
    }

    private static String amount(JsonNode node, String field) {
        return plain(decimal(node, field));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
