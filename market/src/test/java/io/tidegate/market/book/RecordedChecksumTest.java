package io.tidegate.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recorded feeds of two venues whose messages carry a checksum over the digits as the venue wrote them: every book
/// made from them must prove itself at every message.
class RecordedChecksumTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<Side> ASKS_FIRST = List.of(Side.SELL, Side.BUY);

    /// Kraken: CRC-32 over the best ten asks, then bids; price and volume without point and leading zeros.
    private static long ofKraken(BookChecksum.Best levels) {
        var text = new StringBuilder();
        for (Side side : ASKS_FIRST) {
            for (int index = 0; index < Math.min(10, levels.count(side)); index++) {
                var number = new StringBuilder();
                levels.writePrice(side, index, number);
                text.append(withoutPoint(number));
                number.setLength(0);
                levels.writeQuantity(side, index, number);
                text.append(withoutPoint(number));
            }
        }
        return crc(text);
    }

    private static String withoutPoint(StringBuilder number) {
        return number.toString().replace(".", "").replaceFirst("^0+", "");
    }

    /// OKX: CRC-32 over the best 25 bids and asks in turn, each `price:quantity`.
    private static long ofOkx(BookChecksum.Best levels) {
        var text = new StringBuilder();
        for (int index = 0; index < 25; index++) {
            for (Side side : List.of(Side.BUY, Side.SELL)) {
                if (index < levels.count(side)) {
                    text.append(text.isEmpty() ? "" : ":");
                    levels.writePrice(side, index, text);
                    text.append(':');
                    levels.writeQuantity(side, index, text);
                }
            }
        }
        return crc(text);
    }

    private static long crc(StringBuilder text) {
        var crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    @Test
    void everyChecksumOfKrakensRecordingIsOurs() throws IOException {
        Map<Integer, Book> books = new TreeMap<>();
        int checked = 0;
        for (JsonNode message : messages("KRAKEN.ws.50.0.gz")) {
            if (!message.isArray()) {
                continue;
            }
            var first = message.get(1);
            var book = books.computeIfAbsent(message.get(0).asInt(), id -> {
                int scale = decimals(first.get("as").get(0).get(0).asString()); // of the snapshot, which comes first
                return book(id, scale, 8, RecordedChecksumTest::ofKraken);
            });
            if (first.has("as")) {
                book.beginSnapshot(
                        add(add(new Levels(), book, Side.SELL, first.get("as")), book, Side.BUY, first.get("bs")));
                assertThat(book.commit(1, 1)).isEqualTo(Condition.VALID);
                continue;
            }
            book.beginChange();
            String checksum = "";
            for (int part = 1; part < message.size() - 2; part++) {
                var changes = message.get(part);
                book.set(add(new Levels(), book, Side.SELL, changes.path("a")));
                book.set(add(new Levels(), book, Side.BUY, changes.path("b")));
                checksum = changes.path("c").asString(checksum);
            }
            book.keepBest(1_000);
            assertThat(book.commit(2, 2, Long.parseLong(checksum)))
                    .as(message.toString())
                    .isEqualTo(Condition.VALID);
            checked++;
        }
        assertThat(checked).isEqualTo(4_269);
    }

    @Test
    void everyChecksumOfOkxsRecordingIsOurs() throws IOException {
        Map<String, Book> books = new TreeMap<>();
        int checked = 0;
        for (JsonNode message : messages("OKX.ws.1.0.gz")) {
            if (!message.path("arg").path("channel").asString("").equals("books") || !message.has("action")) {
                continue;
            }
            var book = books.computeIfAbsent(
                    message.get("arg").get("instId").asString(),
                    id -> book(books.size() + 1, 4, 8, RecordedChecksumTest::ofOkx));
            var data = message.get("data").get(0);
            var levels = add(add(new Levels(), book, Side.BUY, data.get("bids")), book, Side.SELL, data.get("asks"));
            if (message.get("action").asString().equals("snapshot")) {
                book.beginSnapshot(levels);
            } else {
                book.beginChange();
                book.set(levels);
            }
            long checksum = data.get("checksum").asInt() & 0xffff_ffffL;
            if (book.condition() == Condition.NOT_BUILT
                    && !message.get("action").asString().equals("snapshot")) {
                book.commit(1, 1); // a message before the first snapshot
                continue;
            }
            assertThat(book.commit(2, 2, checksum)).as(message.toString()).isEqualTo(Condition.VALID);
            checked++;
        }
        assertThat(checked).isEqualTo(290);
    }

    @Test
    void aBookWithAnotherChecksumIsTakenOutOfUseUntilItsNextSnapshot() {
        var book = book(1, 2, 2, ignored -> 7);
        book.beginSnapshot(new Levels().add(Side.BUY, 1, 1, Digits.of(2, 2)));
        assertThat(book.commit(1, 1, 7)).isEqualTo(Condition.VALID);
        book.beginChange();
        assertThat(book.commit(2, 2, 8)).isEqualTo(Condition.BAD_CHECKSUM);
        var view = new BookView(1);
        assertThat(book.read(view)).isEqualTo(Condition.BAD_CHECKSUM);
        assertThat(view.count(Side.BUY)).isZero();
        book.beginSnapshot(new Levels());
        assertThat(book.commit(3, 3, 7)).isEqualTo(Condition.VALID);
        var unchecked = new Book(new Instrument(1, "X/Y", AssetClass.SPOT, 1, 2, 2, 2));
        unchecked.beginSnapshot();
        assertThatThrownBy(() -> unchecked.commit(1, 1, 7)).hasMessageContaining("no checksum");
    }

    @Test
    void aNumberIsWrittenWithTheDigitsThatItHad() {
        Laws.forAll(seed -> {
            int decimals = seed.intBetween(0, 12);
            var number = seed.decimal(0, 999_999_999L, decimals);
            int scale = seed.intBetween(Math.max(0, number.stripTrailingZeros().scale()), 9 + Math.min(decimals, 9));
            var text = new StringBuilder();
            Digits.write(number.scaleByPowerOfTen(scale).longValueExact(), scale, decimals, text);
            assertThat(text).hasToString(number.toPlainString());
        });
    }

    private static Book book(int id, int priceScale, int quantityScale, BookChecksum checksum) {
        return new Book(
                new Instrument(id, "X" + id + "/Y", AssetClass.SPOT, 1, 2, priceScale, quantityScale),
                10_000,
                checksum);
    }

    private static Levels add(Levels to, Book book, Side side, JsonNode rows) {
        for (JsonNode row : rows) {
            String price = row.get(0).asString();
            String quantity = row.get(1).asString();
            to.add(
                    side,
                    book.instrument().price(price),
                    book.instrument().quantity(quantity),
                    Digits.of(decimals(price), decimals(quantity)));
        }
        return to;
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    /// The frames of a recording: lines of `seconds: json`, but for those that the client sent.
    private static List<JsonNode> messages(String name) throws IOException {
        Path file = Path.of(
                        System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"))
                .resolve("data/cryptofeed")
                .resolve(name)
                .normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(file), "SKIPPED: no recording at " + file + "; say where with -Dtidegate.shared=…");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.matches("[0-9.]+: [\\[{].*"))
                    .map(line -> MAPPER.readTree(line.substring(line.indexOf(": ") + 2)))
                    .toList();
        }
    }
}
