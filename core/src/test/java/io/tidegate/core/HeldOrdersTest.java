package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.OrderTriggered;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueFeature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stops, trails, icebergs and times in force that we do ourselves, and those that a venue does.
class HeldOrdersTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private Scene scene = new Scene();

    @Test
    void aStopThatWeHoldIsReservedForAndLeavesWhenItIsHit() {
        List<Event> told = scene.apply(Ask.stop("s", Side.BUY, 1_000, 10_200, 0).held());
        assertThat(Scene.only(ChildHeld.class, told).quantity()).isEqualTo(1_000);
        assertThat(Scene.all(ChildReady.class, told)).isEmpty();
        assertThat(scene.status("s")).isEqualTo(OrderStatus.OPEN);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.parse("104.0502"));
        assertThat(Scene.all(OrderTriggered.class, scene.market(10_180))).isEmpty();
        List<Event> hit = scene.market(10_190);
        assertThat(Scene.only(OrderTriggered.class, hit).reference()).isEqualTo(10_200);
        ChildReady child = Scene.only(ChildReady.class, hit);
        assertThat(child.type()).isEqualTo(OrderType.LIMIT);
        assertThat(child.tif()).isEqualTo(TimeInForce.IOC);
        scene.fill(child, 1_000);
        assertThat(scene.status("s")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @ParameterizedTest(name = "{0} by {1}: bid {2}, ask {3}, last {4} hits: {5}")
    @CsvSource({
        "BUY, BID_ASK, 10190, 10200, 0, true",
        "BUY, BID_ASK, 10180, 10199, 10300, false",
        "BUY, LAST, 10000, 10010, 10200, true",
        "BUY, LAST, 10195, 10205, 10199, false",
        "BUY, LAST, 10195, 10205, 0, true",
        "BUY, MARK, 10195, 10205, 0, true",
        "BUY, MARK, 10194, 10205, 0, false",
        "SELL, BID_ASK, 9800, 9900, 0, true",
        "SELL, BID_ASK, 9801, 9802, 9700, false",
        "SELL, LAST, 9900, 9910, 9800, true",
        "SELL, MARK, 9795, 9805, 0, true",
        "SELL, MARK, 9796, 9805, 0, false"
    })
    void aStopIsComparedWithItsTrigger(Side side, Trigger trigger, long bid, long ask, long last, boolean hits) {
        long stop = side == Side.BUY ? 10_200 : 9_800;
        scene.apply(Ask.stop("s", side, 1_000, stop, 0).by(trigger).held());
        List<Event> told = scene.apply(new SetMark(1, bid, ask, last, scene.nowNs));
        assertThat(Scene.all(ChildReady.class, told)).hasSize(hits ? 1 : 0);
    }

    @Test
    void aTrailingStopFollowsTheBestPriceAndNeverGoesBack() {
        scene.apply(Ask.trailing("t", Side.SELL, 1_000, 100).held());
        assertThat(Scene.all(OrderTriggered.class, scene.market(10_500))).isEmpty();
        assertThat(Scene.all(OrderTriggered.class, scene.market(10_450))).isEmpty();
        scene.restart();
        assertThat(Scene.all(OrderTriggered.class, scene.market(10_401))).isEmpty();
        OrderTriggered hit = Scene.only(OrderTriggered.class, scene.market(10_400));
        assertThat(hit.stopPrice()).isEqualTo(10_400);
        assertThat(scene.child("t").price()).isEqualTo(9_880); // 5 % below the bid
    }

    @Test
    void aTrailingStopInBpsIsRoundedSoThatItSetsOffLate() {
        scene.apply(Ask.trailing("t", Side.SELL, 1_000, 0).bps(100).held());
        scene.market(10_050);
        assertThat(Scene.all(OrderTriggered.class, scene.market(9_950))).isEmpty();
        assertThat(Scene.only(OrderTriggered.class, scene.market(9_949)).stopPrice())
                .isEqualTo(9_949);
    }

    @Test
    void aStopBeyondTheMarketIsSetOffAtOnce() {
        List<Event> told = scene.apply(Ask.stop("s", Side.SELL, 10, 10_100, 0).held());
        assertThat(Scene.all(OrderTriggered.class, told)).hasSize(1);
        assertThat(Scene.all(ChildReady.class, told)).hasSize(1);
    }

    @Test
    void aVenueThatTakesStopsIsGivenThem() {
        scene = new Scene(Scene.doing(VenueFeature.STOP_LIMIT, VenueFeature.GTD));
        long until = scene.nowNs + 60 * SECOND;
        var ask = Ask.stop("s", Side.BUY, 10, 10_200, 10_210).until(until);
        ChildReady child = Scene.only(ChildReady.class, scene.apply(ask.natively()));
        assertThat(child.type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(child.instructions().stopPrice()).isEqualTo(10_200);
        assertThat(child.instructions().trigger()).isEqualTo(Trigger.BID_ASK);
        assertThat(child.instructions().expiresAtNs()).isEqualTo(until);
        assertThat(Scene.all(ChildReady.class, scene.market(10_400))).isEmpty();
    }

    @Test
    void aVenueThatTakesNoStopsIsNotGivenThem() {
        assertThat(scene.refused(Ask.stop("s", Side.BUY, 10, 10_200, 10_210).natively())
                        .code())
                .isEqualTo(RefusalCode.NOT_SUPPORTED);
    }

    @Test
    void aStopThatIsHitWhileTheGateIsClosedLeavesWhenItOpens() {
        scene.apply(Ask.stop("s", Side.SELL, 10, 9_900, 0).held());
        scene.apply(new SetGate(1, 1, false, "reconnecting"));
        assertThat(Scene.all(ChildReady.class, scene.market(9_800))).isEmpty();
        scene.restart();
        assertThat(Scene.all(ChildReady.class, scene.apply(new SetGate(1, 1, true, "ready"))))
                .hasSize(1);
    }

    @Test
    void aHeldStopIsCancelledWithoutAskingAnybody() {
        scene.apply(Ask.stop("s", Side.BUY, 1_000, 10_200, 0).held());
        List<Event> told = scene.apply(new CancelOrder(Scene.ACCOUNT, 0, "s", "test", ""));
        assertThat(Scene.all(CancelReady.class, told)).isEmpty();
        assertThat(scene.status("s")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void property20_whatEndsAtATimeIsCancelledThenAndExpiresWhenTheVenueConfirms() {
        var ask = Ask.limit("g", Side.BUY, 10, 9_900).until(scene.nowNs + 60 * SECOND);
        ChildReady child = Scene.only(ChildReady.class, scene.apply(ask.held()));
        scene.acknowledge(child);
        assertThat(child.tif()).isEqualTo(TimeInForce.GTC);
        assertThat(scene.pass(59 * SECOND)).isEmpty();
        assertThat(Scene.all(CancelReady.class, scene.pass(SECOND))).hasSize(1);
        assertThat(scene.status("g")).isEqualTo(OrderStatus.PENDING_CANCEL);
        scene.end(child, EndKind.CANCELLED, 0);
        assertThat(scene.status("g")).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void property20_aGtdOrderNeedsATimeThatIsStillToCome() {
        var past = Ask.limit("g", Side.BUY, 10, 9_900).until(scene.nowNs);
        assertThat(scene.refused(past.held()).code()).isEqualTo(RefusalCode.DEADLINE_PASSED);
        var none = Ask.limit("g", Side.BUY, 10, 9_900).until(0);
        assertThat(scene.refused(none.held()).code()).isEqualTo(RefusalCode.BAD_FIELD);
    }

    @Test
    void aDayOrderEndsAtMidnightUtc() {
        ChildReady child = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("d", Side.BUY, 10, 9_900).day().held()));
        scene.acknowledge(child);
        long left = DAY - Math.floorMod(scene.nowNs, DAY);
        assertThat(scene.pass(left - 1)).isEmpty();
        assertThat(Scene.all(CancelReady.class, scene.pass(1))).hasSize(1);
    }

    @Test
    void anIcebergShowsAPartAndRefillsWhenThatIsFilled() {
        ChildReady first = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("i", Side.SELL, 25, 10_100).showing(10).held()));
        assertThat(first.quantity()).isEqualTo(10);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.parse("0.025"));
        assertThat(Scene.all(ChildReady.class, scene.fill(first, 4))).isEmpty();
        ChildReady second = Scene.only(ChildReady.class, scene.fill(first, 6));
        assertThat(second.quantity()).isEqualTo(10);
        scene.restart();
        ChildReady last = Scene.only(ChildReady.class, scene.fill(second, 10));
        assertThat(last.quantity()).isEqualTo(5);
        scene.fill(last, 5);
        assertThat(scene.status("i")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void anIcebergWhosePartIsRefusedEnds() {
        ChildReady first = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("i", Side.SELL, 25, 10_100).showing(10).held()));
        scene.end(first, EndKind.REJECTED, 0);
        assertThat(scene.status("i")).isEqualTo(OrderStatus.REJECTED);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void aVenueThatHidesForUsGetsTheWhole() {
        scene = new Scene(Scene.doing(VenueFeature.ICEBERG));
        ChildReady whole = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("i", Side.SELL, 25, 10_100).showing(10).held()));
        assertThat(whole.quantity()).isEqualTo(25);
        assertThat(whole.instructions().displayQuantity()).isEqualTo(10);
    }
}
