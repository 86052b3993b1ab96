package io.tidegate.bench;

import io.tidegate.market.book.Levels;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/// Changes of a book, drawn from one seed: most next to the best price, fewer the farther away, two of five of them
/// deletions; and the same as messages of Binance's streams of futures, which have all the fields
/// that there are: 240 bytes with one level.
final class MarketFlow {
    static final Instrument INSTRUMENT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8);
    static final long SNAPSHOT_ID = 50_093_239_218L;

    private static final int CHANGES = 1 << 16;
    private static final int LEVELS = 1_000;
    private static final long BEST_BID = 6_160_201;
    private static final long TICKS = 1_000;
    private static final double MEAN_DISTANCE = 20;

    private final Levels snapshot = new Levels();
    private final Levels changes = new Levels();
    private final UnsafeBuffer[] messages;

    private MarketFlow(int messageCount, int levelsPerMessage) {
        var random = new Random(7);
        for (int away = 0; away < LEVELS; away++) {
            snapshot.add(Side.BUY, BEST_BID - away, quantity(random));
        }
        for (int away = 1; away <= LEVELS; away++) {
            snapshot.add(Side.SELL, BEST_BID + away, quantity(random));
        }
        int count = messageCount == 0 ? CHANGES : messageCount * levelsPerMessage;
        for (int change = 0; change < count; change++) {
            boolean isBid = random.nextBoolean();
            long away = Math.min(TICKS - 1, (long) (-MEAN_DISTANCE * Math.log(1 - random.nextDouble())));
            changes.add(
                    isBid ? Side.BUY : Side.SELL,
                    isBid ? BEST_BID - away : BEST_BID + 1 + away,
                    random.nextInt(5) < 2 ? 0 : quantity(random));
        }
        messages = new UnsafeBuffer[messageCount];
        for (int message = 0; message < messageCount; message++) {
            messages[message] = new UnsafeBuffer(text(message, levelsPerMessage).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// 65,536 changes.
    static MarketFlow ofLevels() {
        return new MarketFlow(0, 1);
    }

    /// So many messages, each of so many levels.
    static MarketFlow ofMessages(int messages, int levels) {
        return new MarketFlow(messages, levels);
    }

    private static long quantity(Random random) {
        return 1_000L * (1 + random.nextInt(1_000_000));
    }

    private String text(int message, int levelsPerMessage) {
        var bids = new StringBuilder();
        var asks = new StringBuilder();
        for (int index = message * levelsPerMessage; index < (message + 1) * levelsPerMessage; index++) {
            var to = changes.side(index) == Side.BUY ? bids : asks;
            to.append(to.isEmpty() ? "[\"" : ",[\"")
                    .append(changes.price(index) / 100)
                    .append(String.format(".%02d000000\",\"", changes.price(index) % 100))
                    .append(changes.quantity(index) / 100_000_000)
                    .append(String.format(".%08d\"]", changes.quantity(index) % 100_000_000));
        }
        long id = SNAPSHOT_ID + 1 + message;
        long timeMs = 1_723_161_254_036L + message;
        return "{\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + (timeMs + 8) + ",\"T\":"
                + timeMs
                + ",\"s\":\"BTCUSDT\",\"ps\":\"BTCUSDT\",\"U\":" + id + ",\"u\":" + id + ",\"pu\":" + (id - 1)
                + ",\"b\":["
                + bids + "],\"a\":[" + asks + "]}}";
    }

    Levels snapshot() {
        return snapshot;
    }

    /// The snapshot as REST answers it.
    UnsafeBuffer snapshotMessage() {
        var text = new StringBuilder("{\"lastUpdateId\":" + SNAPSHOT_ID + ",\"bids\":[");
        for (int index = 0; index < snapshot.count(); index++) {
            text.append(index == LEVELS ? "],\"asks\":[" : index == 0 ? "" : ",");
            text.append("[\"")
                    .append(INSTRUMENT.priceText(snapshot.price(index)))
                    .append("\",\"")
                    .append(INSTRUMENT.quantityText(snapshot.quantity(index)))
                    .append("\"]");
        }
        return new UnsafeBuffer(text.append("]}").toString().getBytes(StandardCharsets.US_ASCII));
    }

    int changeCount() {
        return changes.count();
    }

    Side side(int change) {
        return changes.side(change);
    }

    long price(int change) {
        return changes.price(change);
    }

    long quantity(int change) {
        return changes.quantity(change);
    }

    UnsafeBuffer message(int index) {
        return messages[index];
    }
}
