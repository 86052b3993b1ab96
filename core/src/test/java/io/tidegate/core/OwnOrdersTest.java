package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What orders of one owner may not do to each other: trade, or turn a position that they shall only close.
class OwnOrdersTest {
    private Scene scene = new Scene();

    @Test
    void theNewerOfTwoThatCouldTradeIsRefused() {
        ChildReady older = scene.place(Side.BUY, 10, 10_000);
        var newer = Ask.limit("n", Side.SELL, 10, 10_000);
        assertThat(scene.refused(newer.held()).code()).isEqualTo(RefusalCode.SELF_TRADE);
        assertThat(scene.refused(newer.held()).value()).isEqualTo(Long.toString(older.orderId()));
        assertThat(scene.apply(Ask.limit("m", Side.SELL, 10, 10_001).held()))
                .hasAtLeastOneElementOfType(ChildReady.class);
    }

    @Test
    void aDoubtfulOrCancelledOneStillCounts() {
        ChildReady older = scene.place(Side.BUY, 10, 10_000);
        scene.cancel(older);
        assertThat(scene.refused(Ask.limit("n", Side.SELL, 10, 10_000).held()).code())
                .isEqualTo(RefusalCode.SELF_TRADE);
        scene.end(older, EndKind.CANCELLED, 0);
        assertThat(scene.apply(Ask.limit("n", Side.SELL, 10, 10_000).held()))
                .hasAtLeastOneElementOfType(ChildReady.class);
    }

    @Test
    void anotherAccountAtTheSameVenueCountsAndAnotherVenueIsTold() {
        scene.place(Side.BUY, 10, 10_000);
        assertThat(scene.refused(Ask.limit("n", Side.SELL, 10, 10_000).at(2).held())
                        .code())
                .isEqualTo(RefusalCode.SELF_TRADE);
        scene.apply(new DefineVenueAccount(Scene.ACCOUNT, "kraken", "main", Scene.TERMS));
        scene.apply(new SetGrid(3, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
        scene.apply(new ClaimVenue(3, "gateway", 3));
        scene.apply(new ReportBalance(3, Scene.BTC, Amount.parse("1"), 0));
        scene.apply(new SetGate(3, 1, true, "ready"));
        List<Event> told =
                scene.apply(Ask.limit("k", Side.SELL, 10, 10_000).at(3).held());
        assertThat(Scene.only(OrderFlagged.class, told).flag()).isEqualTo(Flag.SELF_TRADE_ACROSS_VENUES);
    }

    @Test
    void theNewerWaitsUntilTheOlderHasEnded() {
        ChildReady older = scene.place(Side.BUY, 10, 10_000);
        scene.acknowledge(older);
        List<Event> told = scene.apply(Ask.limit("n", Side.SELL, 10, 10_000)
                .ifSelfTrade(SelfTrade.CANCEL_OLDER)
                .held());
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(older.childId());
        assertThat(Scene.all(ChildReady.class, told)).isEmpty();
        scene.restart();
        List<Event> ended = scene.end(older, EndKind.CANCELLED, 0);
        assertThat(Scene.only(ChildReady.class, ended).orderId()).isEqualTo(scene.orderId("n"));
    }

    @Test
    void aReduceOnlyOrderTakesNoMoreThanThereIs() {
        ChildReady bought = scene.place(Side.BUY, 1_000, 10_000);
        scene.fill(bought, 1_000);
        assertThat(scene.refused(Ask.limit("x", Side.SELL, 1_001, 10_100)
                                .reduceOnly()
                                .held())
                        .code())
                .isEqualTo(RefusalCode.REDUCE_ONLY);
        scene.apply(Ask.limit("a", Side.SELL, 700, 10_100).reduceOnly().held());
        assertThat(scene.refused(Ask.limit("y", Side.SELL, 301, 10_100)
                                .reduceOnly()
                                .held())
                        .code())
                .isEqualTo(RefusalCode.REDUCE_ONLY);
        assertThat(scene.refused(Ask.limit("z", Side.BUY, 1, 9_000).reduceOnly().held())
                        .code())
                .isEqualTo(RefusalCode.REDUCE_ONLY);
        scene.apply(Ask.limit("b", Side.SELL, 300, 10_100).reduceOnly().held());
        assertThat(scene.status("b")).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void aReduceOnlyOrderIsPulledBackWhenThePositionShrinksUnderIt() {
        ChildReady bought = scene.place(Side.BUY, 1_000, 10_000);
        scene.fill(bought, 1_000);
        ChildReady reducing = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("a", Side.SELL, 700, 10_100).reduceOnly().held()));
        scene.acknowledge(reducing);
        ChildReady plain = scene.place(Side.SELL, 500, 10_050);
        List<Event> told = scene.fill(plain, 500);
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(reducing.childId());
        ChildReady less = Scene.only(ChildReady.class, scene.end(reducing, EndKind.CANCELLED, 0));
        assertThat(less.quantity()).isEqualTo(500);
    }

    @Test
    void reduceOnlyOrdersAloneNeverTurnAPosition() {
        Laws.forAll(seed -> {
            scene = new Scene();
            ChildReady bought = scene.place(Side.BUY, 1_000, 10_000);
            scene.fill(bought, 1_000);
            for (int i = 0; i < 30; i++) {
                if (seed.chance(40)) {
                    boolean stop = seed.chance(40);
                    long quantity = seed.longBetween(1, 900);
                    var ask = stop
                            ? Ask.stop("k" + i, Side.SELL, quantity, seed.longBetween(9_500, 9_990), 0)
                            : Ask.limit("k" + i, Side.SELL, quantity, 10_100);
                    scene.apply(ask.reduceOnly().held());
                } else if (seed.chance(30)) {
                    scene.market(seed.longBetween(9_400, 10_050));
                } else {
                    List<ChildReady> children = Scene.all(ChildReady.class, scene.events);
                    ChildReady child = seed.pick(children);
                    long filled = Scene.all(FillBooked.class, scene.events).stream()
                            .filter(fill -> fill.childId() == child.childId())
                            .mapToLong(fill -> fill.quantity())
                            .sum();
                    if (filled < child.quantity()) {
                        scene.fill(child, seed.longBetween(1, child.quantity() - filled));
                    }
                }
                for (PositionChanged position : Scene.all(PositionChanged.class, scene.events)) {
                    assertThat(position.quantity()).isNotNegative();
                }
            }
        });
    }
}
