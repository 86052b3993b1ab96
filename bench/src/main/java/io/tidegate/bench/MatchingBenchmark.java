package io.tidegate.bench;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import exchange.core2.core.orderbook.OrderBookNaiveImpl;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.matching.MatchEvent;
import io.tidegate.simulator.matching.OrderBook;
import io.tidegate.simulator.matching.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The simulator's order book and exchange-core's two, on the same 100,000 commands, each beginning with an empty book;
/// all must trade the same quantity.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class MatchingBenchmark {
    private static final long USER = 1;
    private static final CoreSymbolSpecification SYMBOL = CoreSymbolSpecification.builder()
            .symbolId(1)
            .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
            .baseCurrency(1)
            .quoteCurrency(2)
            .baseScaleK(1)
            .quoteScaleK(1)
            .build();
    private static final Instrument INSTRUMENT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8);

    private final List<MatchingFlow.Command> commands = MatchingFlow.of(7);
    private final List<Placement> placements = new ArrayList<>();
    private long traded;
    private final Consumer<MatchEvent> count = this::count;
    private long expected;

    /// What is traded in all, as exchange-core has it.
    @Setup(Level.Trial)
    public void begin() {
        for (MatchingFlow.Command command : commands) {
            TimeInForce tif = command.kind() == MatchingFlow.Kind.IOC ? TimeInForce.IOC : TimeInForce.GTC;
            placements.add(new Placement.Limit(
                    command.orderId(), command.side(), command.price(), command.size(), tif, false));
        }
        expected = run(new OrderBookDirectImpl(
                SYMBOL,
                ObjectsPool.createDefaultTestPool(),
                OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                LoggingConfiguration.DEFAULT));
    }

    /// Ours, which tells every event to a listener.
    @Benchmark
    @OperationsPerInvocation(MatchingFlow.COMMANDS)
    public long tidegate() {
        var book = new OrderBook(INSTRUMENT);
        traded = 0;
        for (int index = 0; index < commands.size(); index++) {
            MatchingFlow.Command command = commands.get(index);
            switch (command.kind()) {
                case GTC, IOC -> book.place(placements.get(index), count);
                case CANCEL -> ignore(book.cancel(command.orderId(), count));
                case MOVE -> ignore(book.move(command.orderId(), command.price(), count));
                case REDUCE -> ignore(book.reduce(command.orderId(), command.size(), count));
            }
        }
        return checked(traded);
    }

    private void count(MatchEvent event) {
        if (event instanceof MatchEvent.Traded trade) {
            traded += trade.quantity();
        }
    }

    private static void ignore(boolean isKnown) {
        if (isKnown) {
            return; // unknown orders are part of the flow
        }
    }

    /// exchange-core's fast book, which chains its events to the command.
    @Benchmark
    @OperationsPerInvocation(MatchingFlow.COMMANDS)
    public long exchangeCoreDirect() {
        return checked(run(new OrderBookDirectImpl(
                SYMBOL,
                ObjectsPool.createDefaultTestPool(),
                OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                LoggingConfiguration.DEFAULT)));
    }

    /// exchange-core's plain book of sorted maps.
    @Benchmark
    @OperationsPerInvocation(MatchingFlow.COMMANDS)
    public long exchangeCoreNaive() {
        return checked(run(new OrderBookNaiveImpl(
                SYMBOL,
                ObjectsPool.createDefaultTestPool(),
                OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                LoggingConfiguration.DEFAULT)));
    }

    private long run(IOrderBook book) {
        long sum = 0;
        for (MatchingFlow.Command command : commands) {
            OrderCommand theirs = switch (command.kind()) {
                case GTC -> placed(OrderType.GTC, command);
                case IOC -> placed(OrderType.IOC, command);
                case CANCEL -> OrderCommand.cancel(command.orderId(), USER);
                case MOVE -> OrderCommand.update(command.orderId(), USER, command.price());
                case REDUCE -> OrderCommand.reduce(command.orderId(), USER, command.size());
            };
            IOrderBook.processCommand(book, theirs);
            for (var event = theirs.matcherEvent; event != null; event = event.nextEvent) {
                if (event.eventType == MatcherEventType.TRADE) {
                    sum += event.size;
                }
            }
        }
        return sum;
    }

    private static OrderCommand placed(OrderType type, MatchingFlow.Command command) {
        return OrderCommand.newOrder(
                type,
                command.orderId(),
                USER,
                command.price(),
                command.price(),
                command.size(),
                command.side() == Side.BUY ? OrderAction.BID : OrderAction.ASK);
    }

    private long checked(long sum) {
        if (sum != expected) {
            throw new IllegalStateException("traded " + sum + ", the others " + expected);
        }
        return sum;
    }
}
