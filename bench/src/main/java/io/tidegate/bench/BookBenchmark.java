package io.tidegate.bench;

import io.tidegate.market.book.Book;
import io.tidegate.model.order.Side;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.marketdata.OrderBookUpdate;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One level changes, already decoded, in a book of about a thousand levels a side: ours, which other threads may read
/// meanwhile, XChange's, and two sorted maps, which nobody else may.
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("JavaUtilDate") // what XChange takes
public class BookBenchmark {
    private static final int SCALE = 2;

    private final MarketFlow flow = MarketFlow.ofLevels();
    private final Book book = new Book(MarketFlow.INSTRUMENT);
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final OrderBookUpdate[] updates = new OrderBookUpdate[flow.changeCount()];
    private OrderBook theirs = new OrderBook(new Date(0), Stream.empty(), Stream.empty(), true);
    private int next;

    /// The same thousand levels for all.
    @Setup(Level.Trial)
    public void begin() {
        book.beginSnapshot(flow.snapshot());
        book.commit(1, 1);
        var theirBids = Stream.<LimitOrder>builder();
        var theirAsks = Stream.<LimitOrder>builder();
        for (int index = 0; index < flow.snapshot().count(); index++) {
            Side side = flow.snapshot().side(index);
            side(side).put(flow.snapshot().price(index), flow.snapshot().quantity(index));
            (side == Side.BUY ? theirBids : theirAsks)
                    .add(order(
                            side, flow.snapshot().price(index), flow.snapshot().quantity(index)));
        }
        theirs = new OrderBook(new Date(0), theirAsks.build(), theirBids.build(), true);
        for (int index = 0; index < updates.length; index++) {
            LimitOrder order = order(flow.side(index), flow.price(index), flow.quantity(index));
            updates[index] = new OrderBookUpdate(
                    order.getType(),
                    order.getOriginalAmount(),
                    order.getInstrument(),
                    order.getLimitPrice(),
                    order.getTimestamp(),
                    order.getOriginalAmount());
        }
    }

    private static LimitOrder order(Side side, long price, long quantity) {
        return new LimitOrder(
                side == Side.BUY ? OrderType.BID : OrderType.ASK,
                BigDecimal.valueOf(quantity, MarketFlow.INSTRUMENT.quantityScale()),
                CurrencyPair.BTC_USDT,
                "",
                new Date(0),
                BigDecimal.valueOf(price, SCALE));
    }

    private int next() {
        int index = next;
        next = (index + 1) % updates.length;
        return index;
    }

    /// Ours.
    @Benchmark
    public Object tidegate() {
        int index = next();
        book.beginChange();
        book.set(flow.side(index), flow.price(index), flow.quantity(index));
        return book.commit(index, index);
    }

    /// XChange's order book, as its streams use it; the changes are made beforehand, decimals included.
    @Benchmark
    public Object xchange() {
        theirs.update(updates[next()]);
        return theirs;
    }

    /// Two sorted maps.
    @Benchmark
    public Object treeMap() {
        int index = next();
        var levels = side(flow.side(index));
        if (flow.quantity(index) == 0) {
            levels.remove(flow.price(index));
        } else {
            levels.put(flow.price(index), flow.quantity(index));
        }
        return levels;
    }

    private Map<Long, Long> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
