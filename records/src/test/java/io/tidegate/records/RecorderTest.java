package io.tidegate.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.order.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.agrona.IoUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final int KEEP_DAYS = 365;
    private static final String FILLS = "select number, order_id, child_id, account, venue, label, instrument,"
            + " venue_order_id, trade_id, side, quantity, price, quote, fee, fee_asset, liquidity, evidence from fills"
            + " order by number";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final TradedJournal traded = new TradedJournal();

    @Test
    void aLifeIsThereFromAcceptanceToFill() {
        long child = traded.trade(Side.BUY, 12_345, 6_500_000);
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            var store = recorder.store();
            assertThat(store.ask("select account, strategy, instrument, side, type, tif, quantity, price from orders"))
                    .containsExactly(List.of("desk", "account", "BTC/USDT", "BUY", "LIMIT", "GTC", "0.12345", "65000"));
            assertThat(
                            store.ask(
                                    "select account, venue, label, quantity, price, quote, fee, fee_asset, trade_id from fills"))
                    .containsExactly(List.of(
                            "desk", "binance", "main", "0.12345", "65000", "8024.25", "0.065", "USDT", "t" + child));
            assertThat(store.ask("select became, filled from order_steps where child_id = 0 order by number"))
                    .endsWith(List.of("FILLED", "0.12345"));
            assertThat(store.ask("select quantity, cost from positions"))
                    .containsExactly(List.of("0.12345", "8024.25"));
        }
    }

    @Test
    void aRefusalIsThereWithItsRule() {
        traded.refusedTrade();
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            assertThat(recorder.store().ask("select account, code, field from refusals"))
                    .containsExactly(List.of("desk", "OUTSIDE_COLLAR", "price"));
        }
    }

    @Test
    void whatIsReadAgainAfterACrashBeforeTheMarkIsNotThereTwice() throws IOException {
        trade(20, 1);
        Path mark = folder.resolve("database").resolve("read-to");
        byte[] before;
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
        }
        before = Files.readAllBytes(mark);
        trade(20, 2);
        List<List<String>> once;
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            once = recorder.store().ask(FILLS);
        }
        Files.write(mark, before); // the rows were committed, the mark was not
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            assertThat(recorder.store().ask(FILLS)).isEqualTo(once).hasSize(40);
        }
    }

    @Test
    void aDeletedDatabaseIsMadeAnewFromTheStream() {
        trade(30, 3);
        List<List<String>> first;
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            first = recorder.store().ask(FILLS);
        }
        IoUtil.delete(folder.toFile(), false);
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            assertThat(recorder.store().ask(FILLS)).isEqualTo(first).hasSize(30);
        }
    }

    @Test
    void aGarbledMarkIsNoMark() throws IOException {
        trade(5, 4);
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
        }
        Files.writeString(folder.resolve("database").resolve("read-to"), "12 x");
        try (var recorder = Recorder.open(folder, KEEP_DAYS, traded.journal())) {
            readAll(recorder);
            assertThat(recorder.store().ask("select count(*) from fills")).containsExactly(List.of("5"));
        }
    }

    @Test
    void interruptedAnywhereTheHistoryIsTheBooks() {
        for (long seed = 1; seed <= 4; seed++) { // few, for opening a database takes a second
            var random = new Random(seed);
            var journal = new TradedJournal();
            Path own = folder.resolve("world-" + seed);
            var recorder = Recorder.open(own, KEEP_DAYS, journal.journal());
            long nowNs = 0;
            for (int turn = 0; turn < 12; turn++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                journal.trade(side, 1 + random.nextInt(100_000), 6_450_000 + random.nextInt(100_000));
                nowNs += random.nextInt(400_000_000);
                recorder.poll(nowNs);
                if (random.nextInt(6) == 0) {
                    recorder.close();
                    recorder = Recorder.open(own, KEEP_DAYS, journal.journal());
                }
            }
            readAll(recorder);
            var last = journal.events().stream()
                    .filter(PositionChanged.class::isInstance)
                    .map(PositionChanged.class::cast)
                    .toList()
                    .getLast();
            assertThat(recorder.store().ask("select count(*) from fills")).containsExactly(List.of("12"));
            var booked = recorder.store().ask("select cost, realised from positions order by number desc limit 1");
            assertThat(booked)
                    .containsExactly(List.of(
                            plain(last.cost().toString()), plain(last.realised().toString())));
            recorder.close();
        }
    }

    private static String plain(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }

    private void trade(int count, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < count; i++) {
            traded.trade(random.nextBoolean() ? Side.BUY : Side.SELL, 1 + random.nextInt(1_000), 6_500_000);
        }
    }

    private static void readAll(Recorder recorder) {
        long nowNs = Long.MAX_VALUE / 2;
        while (recorder.poll(nowNs) > 0) {
            nowNs += 1_000_000_000;
        }
        recorder.poll(nowNs + 1_000_000_000);
    }
}
