package io.tidegate.app.config;

import java.util.List;
import java.util.Optional;

/// Every key that there is: what is read, documented and shown in the example all comes from here.
public final class Keys {
    private static final String NO_KEY = "0".repeat(64);

    /// In the order in which the example shows them.
    public static final List<Key> ALL = List.of(
            Key.text("node.data-folder", "data", 4_096, "where log, events and snapshots live", "data"),
            Key.whole(
                    "node.sync-level",
                    1,
                    0,
                    2,
                    "0 survives a killed process, 1 a power failure, 2 flushes metadata too"),
            Key.choice(
                    "node.profile",
                    "shared",
                    "how threads wait: parking, or spinning on 8 processors and more",
                    "shared",
                    "dedicated"),
            Key.whole("node.events-kept-mb", 4_096, 64, 1_048_576, "how much of the event stream stays readable, MB"),
            Key.whole("node.disk-reserve-mb", 1_024, 0, 1_048_576, "with less free, new orders are refused, MB"),
            Key.whole(
                    "node.snapshot-log-mb",
                    256,
                    1,
                    65_536,
                    "a snapshot is taken when the log has grown by so much, MB"),
            Key.whole("node.ended-orders-kept", 100_000, 1, 10_000_000, "ended orders that clients can still see"),
            Key.whole("node.stop-within-ms", 5_000, 0, 300_000, "how long a stop waits for what is under way, ms"),
            Key.text(
                    "api.host",
                    "127.0.0.1",
                    255,
                    "address to listen on; 127.0.0.1 keeps it to this machine",
                    "127.0.0.1"),
            Key.whole("api.port", 8_080, 0, 65_535, "port to listen on; 0 for a free one"),
            Key.whole("api.answer-timeout-ms", 5_000, 1, 60_000, "how long a request waits for the core, ms"),
            Key.whole("api.requests-at-once", 1_000, 1, 100_000, "the next is answered 503"),
            Key.neededText("api.keys[].name", 1, 36, "who it is, for the record", "desk"),
            Key.neededText("api.keys[].account", 1, 36, "the account that it sees, and no other", "main"),
            Key.neededChoice("api.keys[].role", "what it may do", "trader", "viewer", "risk", "admin"),
            Key.neededText(
                    "api.keys[].sha256",
                    64,
                    64,
                    "SHA-256 of the key, hexadecimal: printf %s KEY | sha256sum; zeros match no key",
                    NO_KEY),
            Key.texts("routing.preferred", "venue accounts in the order wanted, such as binance:main"),
            Key.whole("routing.slippage-default-bps", 50, 1, 10_000, "for a MARKET order that states none, bps"),
            Key.whole(
                    "routing.attempts", 3, 0, 16, "how often an order is routed anew when a venue account refuses it"),
            Key.neededText("accounts[].name", 1, 36, "an account with limits of its own", "main"),
            Key.whole("accounts[].open-orders", 1_000, 1, 1_000_000, "most open orders"),
            Key.whole(
                    "accounts[].orders-per-second",
                    100,
                    1,
                    1_000_000,
                    "most orders in any second; per strategy the same"),
            Key.decimal(
                    "accounts[].order-value-max",
                    "0",
                    "largest price x quantity in the quote asset; 0 for none",
                    "250000"),
            Key.whole("accounts[].collar-bps", 500, 1, 10_000, "how far a price may be from the reference, bps"),
            Key.whole("accounts[].reference-age-max-ms", 10_000, 1, 3_600_000, "an older reference does not count, ms"),
            Key.whole(
                    "accounts[].duplicate-window-ms",
                    1_000,
                    0,
                    60_000,
                    "the same order again within it is a duplicate, ms"),
            Key.choice("accounts[].duplicates", "warn", "what happens to a likely duplicate", "off", "warn", "refuse"),
            Key.neededText("instruments[].symbol", 3, 48, "canonical name", "BTC/USDT"),
            Key.choice(
                    "instruments[].asset-class",
                    "SPOT",
                    "its kind",
                    "SPOT",
                    "FX",
                    "EQUITY",
                    "FUTURE",
                    "OPTION",
                    "TOKEN",
                    "POOL"),
            Key.neededText("instruments[].base", 1, 24, "asset that is bought and sold", "BTC"),
            Key.neededText("instruments[].quote", 1, 24, "asset in which it is priced", "USDT"),
            Key.neededWhole("instruments[].price-scale", 0, 18, "decimal places of a price; never to be changed", 2),
            Key.neededWhole(
                    "instruments[].quantity-scale",
                    0,
                    18,
                    "decimal places of a quantity; with the price's at most 18",
                    5),
            Key.neededChoice("venues[].venue", "which venue", "binance"),
            Key.text("venues[].label", "main", 36, "tells several of one venue apart", "main"),
            Key.neededText("venues[].account", 1, 36, "the account that owns it", "main"),
            Key.choice(
                    "venues[].realm",
                    "sandbox",
                    "real money, the venue's test system, or a simulator on this machine",
                    "sandbox",
                    "production",
                    "own-host"),
            Key.text(
                    "venues[].rest",
                    "",
                    255,
                    "origin of the REST interface; the realm's own when not stated",
                    "https://testnet.binance.vision"),
            Key.text(
                    "venues[].websocket",
                    "",
                    255,
                    "origin of the WebSocket API; the realm's own when not stated",
                    "wss://ws-api.testnet.binance.vision"),
            Key.secret("venues[].key", "API key; never written here itself", "${BINANCE_KEY:-unset}"),
            Key.secret(
                    "venues[].secret",
                    "its secret, or a private key in PKCS#8; never written here itself",
                    "${BINANCE_SECRET:-unset}"),
            Key.text(
                    "venues[].credentials-file",
                    "",
                    4_096,
                    "instead of both: a file with lines key=... and secret=...",
                    ""),
            Key.whole(
                    "venues[].fee-reserve-bps",
                    10,
                    0,
                    1_000,
                    "set aside for fees on top of an order's worst value, bps"),
            Key.whole(
                    "venues[].send-within-ms", 1_000, 1, 60_000, "an order that has not left by then is not sent, ms"),
            Key.whole(
                    "venues[].request-expiry-ms", 5_000, 0, 60_000, "how long the venue may still take a request, ms"),
            Key.whole(
                    "venues[].visibility-ms",
                    30_000,
                    0,
                    600_000,
                    "how long an order may be there before it is found, ms"),
            Key.whole("venues[].orders-per-10s", 50, 1, 1_000_000, "what the venue allows this account in ten seconds"),
            Key.whole("venues[].orders-per-day", 160_000, 1, 1_000_000_000, "and in a day"),
            Key.choice("venues[].orders-by", "socket", "which way orders and cancels take", "socket", "rest"),
            Key.neededText("venues[].instruments[].symbol", 3, 48, "one of the instruments above", "BTC/USDT"),
            Key.decimal("venues[].instruments[].tick", "prices are multiples of it", "0.01"),
            Key.decimal("venues[].instruments[].lot", "quantities are multiples of it", "0.00001"),
            Key.decimal("venues[].instruments[].quantity-min", "least quantity of an order", "0.00001"),
            Key.decimal("venues[].instruments[].quantity-max", "largest quantity of an order", "9000"),
            Key.decimal("venues[].instruments[].notional-min", "0", "least price x quantity of an order", "5"));

    private Keys() {}

    /// The key of that path, its list positions written `[]` or as numbers.
    static Optional<Key> find(String path) {
        String general = path.replaceAll("\\[[0-9]+]", "[]");
        return ALL.stream().filter(key -> key.path().equals(general)).findFirst();
    }

    /// Whether a section of that path exists.
    static boolean isSection(String path) {
        String general = path.replaceAll("\\[[0-9]+]", "[]");
        return ALL.stream()
                .anyMatch(key ->
                        key.path().startsWith(general + ".") || key.path().startsWith(general + "[]"));
    }
}
