package io.tidegate.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.matching.MatchEvent.Accepted;
import io.tidegate.simulator.matching.MatchEvent.Ended;
import io.tidegate.simulator.matching.MatchEvent.Prevented;
import io.tidegate.simulator.matching.MatchEvent.Reduced;
import io.tidegate.simulator.matching.MatchEvent.Traded;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private static final Instrument BTC = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 5);

    private final OrderBook book = new OrderBook(BTC);
    private final List<MatchEvent> events = new ArrayList<>();

    @Test
    void theBestPriceTradesFirstAndAtOnePriceTheOldestOrder() {
        limit(1, Side.SELL, 101, 5, TimeInForce.GTC);
        limit(2, Side.SELL, 100, 5, TimeInForce.GTC);
        limit(3, Side.SELL, 100, 5, TimeInForce.GTC);
        events.clear();
        limit(4, Side.BUY, 101, 12, TimeInForce.GTC);
        assertThat(events)
                .containsExactly(
                        new Accepted(4),
                        new Traded(4, 2, Side.BUY, 100, 5, 7, 0),
                        new Ended(2, End.FILLED, 100, 0),
                        new Traded(4, 3, Side.BUY, 100, 5, 2, 0),
                        new Ended(3, End.FILLED, 100, 0),
                        new Traded(4, 1, Side.BUY, 101, 2, 0, 3),
                        new Ended(4, End.FILLED, 101, 0));
        assertThat(book.levels(Side.SELL, 10)).containsExactly(new PriceLevel(101, 3, 1));
    }

    @Test
    void theRestOfAnImmediateOrderEnds() {
        limit(1, Side.SELL, 100, 5, TimeInForce.GTC);
        events.clear();
        limit(2, Side.BUY, 100, 8, TimeInForce.IOC);
        assertThat(events)
                .containsExactly(
                        new Accepted(2),
                        new Traded(2, 1, Side.BUY, 100, 5, 3, 0),
                        new Ended(1, End.FILLED, 100, 0),
                        new Ended(2, End.IOC_REST, 100, 3));
        assertThat(book.best(Side.BUY)).isEmpty();
    }

    @Test
    void aFillOrKillOrderTradesWholeOrNotAtAll() {
        limit(1, Side.SELL, 100, 5, TimeInForce.GTC);
        limit(2, Side.SELL, 101, 5, TimeInForce.GTC);
        events.clear();
        limit(3, Side.BUY, 100, 6, TimeInForce.FOK);
        assertThat(events).containsExactly(new Accepted(3), new Ended(3, End.FOK_UNFILLABLE, 100, 6));
        events.clear();
        limit(4, Side.BUY, 101, 6, TimeInForce.FOK);
        assertThat(events).contains(new Ended(4, End.FILLED, 101, 0));
    }

    @Test
    void aPostOnlyOrderThatWouldTakeIsNeverAccepted() {
        limit(1, Side.SELL, 100, 5, TimeInForce.GTC);
        events.clear();
        book.place(new Placement.Limit(2, Side.BUY, 100, 1, TimeInForce.GTC, true), events::add);
        assertThat(events).containsExactly(new Ended(2, End.WOULD_TAKE, 100, 1));
        events.clear();
        book.place(new Placement.Limit(3, Side.BUY, 99, 1, TimeInForce.GTC, true), events::add);
        assertThat(events).containsExactly(new Accepted(3));
    }

    @Test
    void aMarketOrderEndsWhenTheBookIsUsedUp() {
        limit(1, Side.BUY, 100, 5, TimeInForce.GTC);
        events.clear();
        book.place(new Placement.Market(2, Side.SELL, 7), events::add);
        assertThat(events).contains(new Ended(2, End.NO_LIQUIDITY, 0, 2));
    }

    @Test
    void aMarketOrderByQuoteStopsBeforeTheLotItCannotPay() {
        limit(1, Side.SELL, BTC.price("100"), BTC.quantity("1"), TimeInForce.GTC);
        limit(2, Side.SELL, BTC.price("200"), BTC.quantity("1"), TimeInForce.GTC);
        events.clear();
        var order = new Placement.MarketByQuote(3, Side.BUY, Amount.parse("150"), BTC.quantity("0.1"));
        assertThat(book.preview(order)).isEqualTo(new Preview(BTC.quantity("1.2"), Amount.parse("140")));
        book.place(order, events::add);
        assertThat(events)
                .containsExactly(
                        new Accepted(3),
                        new Traded(3, 1, Side.BUY, BTC.price("100"), BTC.quantity("1"), 0, 0),
                        new Ended(1, End.FILLED, BTC.price("100"), 0),
                        new Traded(3, 2, Side.BUY, BTC.price("200"), BTC.quantity("0.2"), 0, BTC.quantity("0.8")),
                        new Ended(3, End.FILLED, 0, 0));
    }

    @Test
    void aReducedOrderKeepsItsPlaceAndAMovedOneLosesIt() {
        limit(1, Side.SELL, 100, 5, TimeInForce.GTC);
        limit(2, Side.SELL, 100, 5, TimeInForce.GTC);
        events.clear();
        assertThat(book.reduce(1, 2, events::add)).isTrue();
        assertThat(events).containsExactly(new Reduced(1, 100, 2, 3));
        limit(3, Side.BUY, 100, 1, TimeInForce.IOC);
        assertThat(events).contains(new Traded(3, 1, Side.BUY, 100, 1, 0, 2));
        book.move(1, 100, events::add);
        limit(4, Side.BUY, 100, 1, TimeInForce.IOC);
        assertThat(events).contains(new Traded(4, 2, Side.BUY, 100, 1, 0, 4));
    }

    @Test
    void whatDoesNotRestCanBeNeitherCancelledNorReducedNorMoved() {
        assertThat(book.cancel(1, events::add)).isFalse();
        assertThat(book.reduce(1, 1, events::add)).isFalse();
        assertThat(book.move(1, 1, events::add)).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void anIdRestsOnlyOnce() {
        limit(1, Side.SELL, 100, 5, TimeInForce.GTC);
        assertThatThrownBy(() -> limit(1, Side.SELL, 100, 5, TimeInForce.GTC)).hasMessageContaining("rests already");
    }

    @Test
    void anIcebergShowsPartByPartAndQueuesAnewWithEach() {
        book.place(
                new Placement.Limit(1, Side.SELL, 100, 25, TimeInForce.GTC, false, 10, Placement.Ownership.NONE),
                events::add);
        limit(2, Side.SELL, 100, 5, TimeInForce.GTC);
        assertThat(book.levels(Side.SELL, 1)).containsExactly(new PriceLevel(100, 15, 2));
        events.clear();
        limit(3, Side.BUY, 100, 12, TimeInForce.GTC);
        assertThat(events)
                .containsExactly(
                        new Accepted(3),
                        new Traded(3, 1, Side.BUY, 100, 10, 2, 15),
                        new Traded(3, 2, Side.BUY, 100, 2, 0, 3),
                        new Ended(3, End.FILLED, 100, 0));
        assertThat(book.levels(Side.SELL, 1)).containsExactly(new PriceLevel(100, 13, 2));
        assertThat(book.preview(new Placement.Market(4, Side.BUY, 100)).quantity())
                .isEqualTo(18);
    }

    @Test
    void whoeverMeetsHimselfDoesWhatTheArrivingOrderSays() {
        assertThat(selfTrade(SelfTrade.EXPIRE_TAKER))
                .containsExactly(new Accepted(3), new Prevented(3, 1, 100, 8, 0), new Ended(3, End.SELF_TRADE, 100, 8));
        assertThat(selfTrade(SelfTrade.EXPIRE_MAKER))
                .containsExactly(
                        new Accepted(3),
                        new Prevented(3, 1, 100, 0, 5),
                        new Ended(1, End.SELF_TRADE, 100, 5),
                        new Traded(3, 2, Side.BUY, 100, 5, 3, 0),
                        new Ended(2, End.FILLED, 100, 0));
        assertThat(selfTrade(SelfTrade.EXPIRE_BOTH))
                .containsExactly(
                        new Accepted(3),
                        new Prevented(3, 1, 100, 8, 5),
                        new Ended(1, End.SELF_TRADE, 100, 5),
                        new Ended(3, End.SELF_TRADE, 100, 8));
        assertThat(selfTrade(SelfTrade.DECREMENT))
                .containsExactly(
                        new Accepted(3),
                        new Prevented(3, 1, 100, 5, 5),
                        new Ended(1, End.SELF_TRADE, 100, 0),
                        new Traded(3, 2, Side.BUY, 100, 3, 0, 2),
                        new Ended(3, End.FILLED, 100, 0));
        assertThat(selfTrade(SelfTrade.ALLOWED)).contains(new Traded(3, 1, Side.BUY, 100, 5, 3, 0));
    }

    /// Sell 5 of one owner, 5 of nobody; then the owner buys 8.
    private static List<MatchEvent> selfTrade(SelfTrade mode) {
        var book = new OrderBook(BTC);
        var mine = new Placement.Ownership(7, mode);
        book.place(new Placement.Limit(1, Side.SELL, 100, 5, TimeInForce.GTC, false, 0, mine), _ -> {});
        book.place(new Placement.Limit(2, Side.SELL, 100, 5, TimeInForce.GTC, false), _ -> {});
        var events = new ArrayList<MatchEvent>();
        book.place(new Placement.Limit(3, Side.BUY, 100, 8, TimeInForce.GTC, false, 0, mine), events::add);
        return events;
    }

    @Test
    void everyFlowTradesAsPriceAndTimeSayAndLeavesTheSameBookNeverCrossed() {
        Laws.forAll(300, seed -> {
            var fast = new OrderBook(BTC);
            var plain = new PlainMatcher();
            var trades = new ArrayList<String>();
            int steps = seed.count(400);
            for (long id = 1; id <= steps; id++) {
                step(seed, id, fast, plain, event -> {
                    if (event instanceof Traded t) {
                        trades.add(t.takerId() + " takes " + t.quantity() + " of " + t.makerId() + " at " + t.price());
                    }
                });
                var bid = fast.best(Side.BUY);
                var ask = fast.best(Side.SELL);
                assertThat(bid.isPresent() && ask.isPresent() && bid.getAsLong() >= ask.getAsLong())
                        .as("crossed: %s, %s", bid, ask)
                        .isFalse();
            }
            assertThat(trades).isEqualTo(plain.trades);
            for (Side side : Side.values()) {
                var levels = fast.levels(side, Integer.MAX_VALUE).stream()
                        .map(level -> level.price() + " " + level.quantity() + " " + level.orderCount())
                        .toList();
                assertThat(levels).isEqualTo(plain.levels(side));
                fast.levels(side, 30)
                        .forEach(level ->
                                assertThat(fast.quantityAt(side, level.price())).isEqualTo(level.quantity()));
            }
        });
    }

    private static void step(Seed seed, long id, OrderBook fast, PlainMatcher plain, Consumer<MatchEvent> out) {
        Side side = seed.pick(Side.class);
        long price = seed.longBetween(90, 110);
        long quantity = seed.longBetween(1, 50);
        long earlier = seed.random().nextLong(1, id + 1);
        var ownership = new Placement.Ownership(seed.longBetween(0, 4), seed.pick(SelfTrade.class));
        switch (seed.random().nextInt(10)) {
            case 0 -> {
                fast.cancel(earlier, out);
                plain.cancel(earlier);
            }
            case 1 -> {
                fast.reduce(earlier, quantity, out);
                plain.reduce(earlier, quantity);
            }
            case 2 -> {
                fast.move(earlier, price, out);
                plain.move(earlier, price);
            }
            case 3 -> {
                var order = new Placement.Market(id, side, quantity, ownership);
                fast.place(order, out);
                plain.market(order);
            }
            case 4 ->
                limit(
                        new Placement.Limit(id, side, price, quantity, TimeInForce.GTC, true, 0, ownership),
                        fast,
                        plain,
                        out);
            case 5 ->
                limit(
                        new Placement.Limit(id, side, price, quantity, TimeInForce.FOK, false, 0, ownership),
                        fast,
                        plain,
                        out);
            case 6 ->
                limit(
                        new Placement.Limit(id, side, price, quantity, TimeInForce.IOC, false, 0, ownership),
                        fast,
                        plain,
                        out);
            case 7 ->
                limit(
                        new Placement.Limit(
                                id, side, price, quantity, TimeInForce.GTC, false, seed.longBetween(1, 12), ownership),
                        fast,
                        plain,
                        out);
            default ->
                limit(
                        new Placement.Limit(id, side, price, quantity, TimeInForce.GTC, false, 0, ownership),
                        fast,
                        plain,
                        out);
        }
    }

    private static void limit(Placement.Limit order, OrderBook fast, PlainMatcher plain, Consumer<MatchEvent> out) {
        fast.place(order, out);
        plain.limit(order);
    }

    private void limit(long id, Side side, long price, long quantity, TimeInForce timeInForce) {
        book.place(new Placement.Limit(id, side, price, quantity, timeInForce, false), events::add);
    }
}
