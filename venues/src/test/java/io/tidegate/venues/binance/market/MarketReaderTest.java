package io.tidegate.venues.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.market.sync.DepthRule;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.venues.binance.market.MarketMessage.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class MarketReaderTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final MarketSymbols SYMBOLS = MarketSymbols.of(List.of(
            instrument(1, "BTC/USDT", 2, 8),
            instrument(2, "ETH/USDT", 8, 8),
            instrument(3, "1000SATS/USDT", 7, 8),
            instrument(4, "ABCDEFGHIJKLMNOP/QRST", 2, 8)));

    private int read;
    private int refused;

    @Test
    void property10_aMessageSaysTheSameHoweverItIsWritten() {
        for (var rule : DepthRule.values()) {
            Laws.forAll(500, seed -> {
                var reader = new MarketReader(SYMBOLS, rule);
                String text = WrittenMessage.random(seed, false);
                assertThat(said(reader, text))
                        .isEqualTo(saidPlainly(rule, text))
                        .doesNotContain("UNREADABLE");
            });
        }
    }

    @Test
    void whatTheVenueUsuallyWritesIsReadTheFastWayAndSaysTheSame() {
        Laws.forAll(500, seed -> {
            var reader = new MarketReader(SYMBOLS, DepthRule.SPOT);
            String text = WrittenMessage.random(seed, true);
            String said = said(reader, text);
            assertThat(said).isEqualTo(saidPlainly(DepthRule.SPOT, text));
            boolean isKnown = !text.contains("NOTOURS") && !text.contains("ABCDEFGHIJKLMNOPQRST");
            boolean isTradeOfNothing = text.contains("\"q\":\"0.00000000\"");
            assertThat(reader.slowCount()).as(text).isEqualTo(isKnown && !isTradeOfNothing ? 0 : 1);
        });
    }

    @Test
    void whatJacksonRefusesIsRefusedAndWhatIsReadSaysWhatItSaysThere() {
        Laws.forAll(3_000, seed -> {
            var reader = new MarketReader(SYMBOLS, DepthRule.SPOT);
            byte[] damaged = damaged(seed, WrittenMessage.random(seed, seed.chance(70)));
            String said = said(reader, damaged);
            assertThat(said).isEqualTo(saidPlainly(DepthRule.SPOT, damaged));
            if (isJson(damaged)) {
                read++;
            } else {
                refused++;
                assertThat(said).startsWith("UNREADABLE");
            }
        });
        assertThat(refused).isGreaterThan(1_000);
        assertThat(read).isGreaterThan(100);
    }

    private static byte[] damaged(Seed seed, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int wound = seed.intBetween(1, 3); wound > 0 && bytes.length > 1; wound--) {
            int at = seed.random().nextInt(bytes.length);
            byte other = seed.chance(50)
                    ? (byte) seed.pick(List.of('"', '{', '}', '[', ']', ',', ':', '0', '9', '.', '-', 'e', '\\', ' '))
                            .charValue()
                    : (byte) seed.random().nextInt(256);
            switch (seed.random().nextInt(4)) {
                case 0 -> bytes[at] = other;
                case 1 -> bytes = joined(bytes, at, new byte[0], at + 1);
                case 2 -> bytes = joined(bytes, at, new byte[] {other}, at);
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] between, int from) {
        byte[] joined = new byte[until + between.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, until);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(bytes, from, joined, until + between.length, bytes.length - from);
        return joined;
    }

    private static boolean isJson(byte[] bytes) {
        try {
            return JACKSON.readTree(bytes) != null && bytes.length > 0;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    @Test
    void noiseIsNeverTakenForAMessage() {
        Laws.forAll(1_000, seed -> {
            byte[] noise = new byte[seed.count(300)];
            seed.random().nextBytes(noise);
            assertThat(said(new MarketReader(SYMBOLS, DepthRule.FUTURES), noise))
                    .startsWith("UNREADABLE");
        });
    }

    @Test
    void aSnapshotSaysTheSameHoweverItIsWritten() {
        Laws.forAll(seed -> {
            String levels = "[[\"100.00000000\",\"1.50000000\"],[\"99.5\",\"" + seed.count(9) + "\"]]";
            String gap = seed.chance(30) ? " " : "";
            String text = "{\"lastUpdateId\":" + gap + seed.longBetween(0, 9_999_999_999L) + ",\"bids\":" + levels
                    + ",\"asks\":" + (seed.chance(30) ? "[]" : levels) + "}" + gap;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (seed.chance(50)) {
                bytes = damaged(seed, text);
            }
            var reader = new MarketReader(SYMBOLS, DepthRule.SPOT);
            var message = new MarketMessage(SYMBOLS);
            reader.readSnapshot(new UnsafeBuffer(bytes), 0, bytes.length, 0, message);
            var plain = new MarketMessage(SYMBOLS);
            String expected;
            try {
                new PlainReader(SYMBOLS, DepthRule.SPOT).readSnapshot(bytes, bytes.length, 0, plain);
                expected = words(plain, "");
            } catch (Unreadable wrong) {
                plain.kind = Kind.UNREADABLE;
                expected = words(plain, String.valueOf(wrong.getMessage()));
            }
            assertThat(words(message, reader.problem())).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"u":5,"s":"BTCUSDT","b":"1.001","B":"1","a":"2","A":"1"}          | message.b: expected a decimal of 0 or more with at most 2 decimals, in quotes, found "1.001"
            {"u":5,"s":"BTCUSDT","b":"-1","B":"1","a":"2","A":"1"}             | message.b: expected a decimal of 0 or more with at most 2 decimals, in quotes, found "-1"
            {"u":5,"s":"BTCUSDT","b":1.5,"B":"1","a":"2","A":"1"}              | message.b: expected a decimal of 0 or more with at most 2 decimals, in quotes, found 1.5
            {"s":"BTCUSDT","b":"1","B":"1","a":"2","A":"1"}                    | message.u: expected a whole number from 0 to 999999999999999999, found nothing
            {"u":1e3,"s":"BTCUSDT","b":"1","B":"1","a":"2","A":"1"}            | message.u: expected a whole number from 0 to 999999999999999999, found 1000.0
            {"e":"depthUpdate","s":"BTCUSDT","U":1,"u":2,"b":[["0","1"]],"a":[]} | message.b[0][0]: expected a decimal of more than 0 with at most 2 decimals, in quotes, found "0"
            {"e":"depthUpdate","s":"BTCUSDT","U":1,"u":2,"b":[["1","1","2"]],"a":[]} | message.b[0]: expected price and quantity, found ["1","1","2"]
            {"e":"depthUpdate","s":"BTCUSDT","U":1,"u":2,"b":[]}               | message.a: expected a list of levels, found nothing
            {"e":"trade","s":"BTCUSDT","t":1,"p":"1","q":"1","T":1,"m":0}      | message.m: expected true or false, found 0
            {"stream":"x","data":[]}                                           | data: expected an object, found []
            {"lastUpdateId":1,"bids":[],"asks":[]}                             | message: expected an event, found a snapshot, which only REST answers
            [1]                                                                | message: expected an object, found [1]
            """)
    void aBadMessageIsToldByWhatAndWhereAndWhatWasExpected(String text, String problem) {
        assertThat(said(new MarketReader(SYMBOLS, DepthRule.SPOT), text)).isEqualTo("UNREADABLE " + problem);
    }

    @Test
    void aDifferenceOfFuturesMustNameTheOneBefore() {
        String text = "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[],\"a\":[]}";
        assertThat(said(new MarketReader(SYMBOLS, DepthRule.SPOT), text)).startsWith("DIFFERENCE");
        assertThat(said(new MarketReader(SYMBOLS, DepthRule.FUTURES), text))
                .isEqualTo(
                        "UNREADABLE message.pu: expected a whole number from 0 to 999999999999999999, found nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"result":null,"id":7}                                  | DONE 7
            {"code":2,"msg":"Invalid request","id":8}               | REFUSED 8 2 Invalid request
            {"error":{"code":3,"msg":"Invalid JSON"},"id":null}     | REFUSED 0 3 Invalid JSON
            {"stream":"x","data":{"e":"serverShutdown","E":1}}      | SHUTDOWN
            {"e":"aggTrade","s":"BTCUSDT","a":5}                    | OTHER
            {"u":5,"s":"NOTOURS","b":"1","B":"1","a":"2","A":"1"}   | OTHER
            {"e":"trade","s":"BTCUSDT","t":1,"p":"0","q":"0","T":1,"m":true} | OTHER
            """)
    void whatIsNoMarketDataIsToldApart(String text, String said) {
        assertThat(said(new MarketReader(SYMBOLS, DepthRule.SPOT), text)).isEqualTo(said);
    }

    private static Instrument instrument(int id, String symbol, int priceScale, int quantityScale) {
        return new Instrument(id, symbol, AssetClass.SPOT, 1, 2, priceScale, quantityScale);
    }

    private static String said(MarketReader reader, String text) {
        return said(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String said(MarketReader reader, byte[] bytes) {
        var message = new MarketMessage(SYMBOLS);
        byte[] framed = joined(new byte[] {'x', 'x', 'x'}, 3, bytes, 3); // somewhere within a larger buffer
        reader.read(new UnsafeBuffer(framed), 3, bytes.length, message);
        return words(message, reader.problem());
    }

    private static String saidPlainly(DepthRule rule, String text) {
        return saidPlainly(rule, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String saidPlainly(DepthRule rule, byte[] bytes) {
        var message = new MarketMessage(SYMBOLS);
        try {
            new PlainReader(SYMBOLS, rule).read(bytes, bytes.length, message);
            return words(message, "");
        } catch (Unreadable wrong) {
            message.kind = Kind.UNREADABLE;
            return words(message, String.valueOf(wrong.getMessage()));
        }
    }

    static String words(MarketMessage of, String problem) {
        return switch (of.kind()) {
            case DIFFERENCE ->
                "DIFFERENCE " + of.index() + " " + of.firstId() + " " + of.lastId() + " " + of.previousId()
                        + levels(of);
            case SNAPSHOT -> "SNAPSHOT " + of.index() + " " + of.lastId() + levels(of);
            case QUOTE ->
                "QUOTE " + of.index() + " " + of.lastId() + " " + of.bid() + " " + of.bidQuantity() + " " + of.ask()
                        + " " + of.askQuantity();
            case TRADE ->
                "TRADE " + of.index() + " " + of.tradeId() + " " + of.price() + " " + of.quantity() + " "
                        + of.aggressor() + " " + of.tradeNs();
            case DONE -> "DONE " + of.requestId();
            case REFUSED -> "REFUSED " + of.requestId() + " " + of.refusal();
            case SHUTDOWN, OTHER -> of.kind().name();
            case UNREADABLE -> "UNREADABLE " + problem;
        };
    }

    private static String levels(MarketMessage of) {
        var words = new StringBuilder();
        for (int index = 0; index < of.levels().count(); index++) {
            words.append(of.levels().side(index) == Side.BUY ? " bid " : " ask ")
                    .append(of.levels().price(index))
                    .append(" x ")
                    .append(of.levels().quantity(index));
        }
        return words.toString();
    }
}
