package io.tidegate.venues.binance.market;

import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A sound message of a random kind, written as the venue does or in any other way that JSON allows.
final class WrittenMessage {
    private final Seed seed;
    private final boolean isUsual;

    private WrittenMessage(Seed seed, boolean isUsual) {
        this.seed = seed;
        this.isUsual = isUsual;
    }

    /// @param isUsual as the venue writes it; else with spaces, fields in any order, escapes, fields unknown to us
    static String random(Seed seed, boolean isUsual) {
        var message = new WrittenMessage(seed, isUsual);
        return switch (seed.random().nextInt(4)) {
            case 0 -> message.enveloped("@trade", message.trade());
            case 1 -> message.enveloped("@bookTicker", message.quote());
            default -> message.enveloped("@depth@100ms", message.difference());
        };
    }

    private String enveloped(String stream, String data) {
        return seed.chance(20)
                ? data
                : object(List.of(field("stream", quoted("btcusdt" + stream)), field("data", data)));
    }

    private String difference() {
        long first = seed.longBetween(0, 999_999_999_999L);
        return object(shuffled(List.of(
                field("e", quoted("depthUpdate")),
                field("E", "" + seed.longBetween(0, 2_000_000_000_000L)),
                field("s", quoted(symbol())),
                field("U", "" + first),
                field("u", "" + (first + seed.longBetween(0, 1_000))),
                field("pu", "" + seed.longBetween(0, first)),
                field("b", levels()),
                field("a", levels()))));
    }

    private String quote() {
        return object(shuffled(List.of(
                field("u", "" + seed.longBetween(0, 999_999_999_999L)),
                field("s", quoted(symbol())),
                field("b", quoted(price())),
                field("B", quoted(quantity())),
                field("a", quoted(price())),
                field("A", quoted(quantity())))));
    }

    private String trade() {
        return object(shuffled(List.of(
                field("e", quoted("trade")),
                field("E", "1723161255343"),
                field("s", quoted(symbol())),
                field("t", "" + seed.longBetween(0, 99_999_999_999L)),
                field("p", quoted(price())),
                field("q", quoted(quantity())),
                field("T", "" + seed.longBetween(0, 4_102_444_800_000L)),
                field("m", "" + seed.chance(50)),
                field("M", "true"))));
    }

    private String symbol() {
        return seed.pick(List.of("BTCUSDT", "ETHUSDT", "1000SATSUSDT", "ABCDEFGHIJKLMNOPQRST", "NOTOURS"));
    }

    private String levels() {
        return array(seed.listOf(6, () -> array(List.of(quoted(price()), quoted(quantity())))));
    }

    private String price() {
        return decimal(1, 99_999_999L, 2);
    }

    private String quantity() {
        return decimal(0, 9_999_999_999_999L, 8);
    }

    private String decimal(long low, long high, int scale) {
        var number = seed.decimal(low, high, scale);
        int zeros = seed.pick(List.of(0, 0, 8 - scale, 1, 12));
        return isUsual || !seed.chance(30)
                ? number.setScale(scale + (isUsual ? 8 - scale : zeros)).toPlainString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private List<String> shuffled(List<String> fields) {
        if (isUsual) {
            return fields;
        }
        var shuffled = new ArrayList<>(fields);
        if (seed.chance(20)) {
            shuffled.add(field("new", seed.pick(List.of("null", "{\"x\":[1.5e3,{}]}", "\"text\"", "-0.5"))));
        }
        Collections.shuffle(shuffled, seed.random());
        return shuffled;
    }

    private String object(List<String> fields) {
        return "{" + space() + String.join(space() + "," + space(), fields) + space() + "}";
    }

    private String array(List<String> items) {
        return "[" + space() + String.join(space() + "," + space(), items) + space() + "]";
    }

    private String field(String name, String value) {
        return quoted(name) + space() + ":" + space() + value;
    }

    private String space() {
        return isUsual || seed.chance(80) ? "" : seed.pick(List.of(" ", "\n", "\t", "\r\n", "   "));
    }

    private String quoted(String text) {
        if (isUsual || text.isEmpty() || !seed.chance(10)) {
            return "\"" + text + "\"";
        }
        int at = seed.random().nextInt(text.length());
        return "\"" + text.substring(0, at) + String.format("\\u%04x", (int) text.charAt(at)) + text.substring(at + 1)
                + "\"";
    }
}
