package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.KillScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
    private static final long SECOND = 1_000_000_000L;

    private final Scene scene = new Scene();

    @Test
    void anOrderGoesFromAcceptanceToFilled() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        scene.acknowledge(child);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.OPEN);
        scene.fill(child, 4);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.fill(child, 6);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
        assertThat(scene.balance(1, Scene.USDT).total()).isEqualTo(Amount.parse("999999"));
        assertThat(scene.balance(1, Scene.BTC).total()).isEqualTo(Amount.parse("100.01"));
        assertThat(scene.position(1).quantity()).isEqualTo(10);
    }

    @Test
    void theWorstCaseStaysReservedUntilTheVenueSaysWhatBecameOfIt() {
        ChildReady child = scene.place(Side.BUY, 1_000, 10_000);
        scene.pass(3_600 * SECOND);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        // 1 BTC at 100.00 and 1 % for fees
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.parse("101"));
        scene.end(child, EndKind.CANCELLED, 0);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void aFillThatRacesWithACancelWins() {
        ChildReady child = scene.place(Side.SELL, 10, 10_000);
        scene.acknowledge(child);
        assertThat(Scene.only(CancelReady.class, scene.cancel(child)).epoch()).isEqualTo(1);
        scene.fill(child, 3);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PENDING_CANCEL);
        scene.fill(child, 7);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
        scene.end(child, EndKind.CANCELLED, 3);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aRefusedCancelReturnsToWhatTheFillsSay() {
        ChildReady child = scene.place(Side.SELL, 10, 10_000);
        scene.acknowledge(child);
        scene.cancel(child);
        scene.apply(new ReportCancelRefused(child.childId(), "busy", Evidence.VENUE_ANSWER));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.OPEN);
        scene.cancel(child);
        scene.fill(child, 1);
        scene.apply(new ReportCancelRefused(child.childId(), "busy", Evidence.VENUE_ANSWER));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void aCancelAskedTwiceGoesOutOnce() {
        ChildReady child = scene.place(Side.SELL, 10, 10_000);
        assertThat(Scene.all(CancelReady.class, scene.cancel(child))).hasSize(1);
        assertThat(scene.cancel(child)).isEmpty();
        scene.end(child, EndKind.CANCELLED, 0);
        assertThat(Scene.only(CommandRefused.class, scene.cancel(child))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.ALREADY_ENDED);
    }

    @Test
    void anOrderEndsOnlyWhenTheFillsThatTheVenueCountsAreHere() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        List<Event> told = scene.end(child, EndKind.CANCELLED, 4);
        assertThat(Scene.only(OrderFlagged.class, told).flag()).isEqualTo(Flag.FILLS_MISSING);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.OPEN);
        scene.fill(child, 1);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.fill(child, 3);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void aLateFillIsBookedAndFlaggedAndMovesNothingElse() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        scene.end(child, EndKind.CANCELLED, 0);
        List<Event> told = scene.fill(child, 2);
        assertThat(Scene.only(OrderFlagged.class, told).flag()).isEqualTo(Flag.LATE_FILL);
        assertThat(Scene.only(FillBooked.class, told).orderId()).isEqualTo(child.orderId());
        assertThat(Scene.all(OrderMoved.class, told)).isEmpty();
        assertThat(scene.position(1).quantity()).isEqualTo(2);
    }

    @Test
    void anOverFillIsAFactBookedAndFlagged() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        List<Event> told = scene.fill(child, 12);
        assertThat(Scene.only(OrderFlagged.class, told).flag()).isEqualTo(Flag.OVER_FILL);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.position(1).quantity()).isEqualTo(12);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void aFillOfAnUnknownOrderIsBookedInSuspense() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        var fill = scene.fillOf(child, "x", 5, "100", "0", 0);
        var foreign = new ReportFill(
                1,
                1,
                0,
                "somebody",
                "x",
                Side.BUY,
                5,
                fill.price(),
                fill.quote(),
                Amount.ZERO,
                0,
                fill.liquidity(),
                0,
                Evidence.VENUE_STREAM);
        FillBooked booked = Scene.only(FillBooked.class, scene.apply(foreign));
        assertThat(booked.childId()).isZero();
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(scene.position(1).quantity()).isEqualTo(5);
    }

    @Test
    void notSentIsBelievedOnlyFromTheHolderOfTheLeaseUnderWhichItWasHandedOut() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        scene.apply(new ReportNotSent(child.childId(), 7, "gate closed"));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        scene.apply(new ReportNotSent(child.childId(), 1, "gate closed"));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.REJECTED);
        ChildMoved moved = scene.last(ChildMoved.class, m -> true).orElseThrow();
        assertThat(moved.evidence()).isEqualTo(Evidence.NOT_SENT);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void absenceCountsOnlyAfterEveryDeadlineAndTwice() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        long certain = child.sendBeforeNs() + 35 * SECOND;
        scene.apply(new ReportAbsent(child.childId(), 1, certain - 2, certain - 1, "by client id"));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        scene.pass(60 * SECOND);
        scene.apply(new ReportAbsent(child.childId(), 1, certain + 1, certain + 1, "by client id"));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        scene.apply(new ReportAbsent(child.childId(), 1, certain - 1, certain + 1, "by client id"));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.REJECTED);
        OrderMoved moved = scene.last(OrderMoved.class, m -> true).orElseThrow();
        assertThat(moved.evidence()).isEqualTo(Evidence.PROVEN_ABSENT);
        assertThat(moved.reason()).startsWith("NEVER_ARRIVED");
    }

    @Test
    void whatTheVenueHasAfterAllIsFlaggedAndCancelledAndItsFillsAreBooked() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        scene.pass(60 * SECOND);
        scene.apply(new ReportAbsent(child.childId(), 1, scene.nowNs - SECOND, scene.nowNs, "by client id"));
        List<Event> told = scene.acknowledge(child);
        assertThat(Scene.only(OrderFlagged.class, told).flag()).isEqualTo(Flag.IN_DOUBT);
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(child.childId());
        assertThat(Scene.only(FillBooked.class, scene.fill(child, 4)).orderId()).isEqualTo(child.orderId());
    }

    @Test
    void anOrderThatOutlivesItsDeadlineIsCancelledAtTheVenueAndThenExpires() {
        ChildReady child = Scene.only(ChildReady.class, scene.apply(scene.timed(scene.nowNs + 10 * SECOND)));
        scene.acknowledge(child);
        assertThat(Scene.all(CancelReady.class, scene.pass(10 * SECOND))).hasSize(1);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PENDING_CANCEL);
        scene.end(child, EndKind.CANCELLED, 0);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void anOrderOfTwoChildrenFollowsBoth() {
        OrderTerms terms = Scene.terms("two", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 10_000);
        var proposal = List.of(
                new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, 4, 10_000, false),
                new ChildTerms(2, OrderType.LIMIT, TimeInForce.GTC, 6, 9_990, false));
        List<ChildReady> children =
                Scene.all(ChildReady.class, scene.apply(new PlaceOrder(terms, proposal, scene.nowNs)));
        long orderId = children.getFirst().orderId();
        scene.fill(children.get(0), 4);
        assertThat(scene.status(orderId)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.end(children.get(1), EndKind.EXPIRED, 0);
        assertThat(scene.status(orderId)).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void aSlicedOrderWaitsForItsNextSliceAndTakesEachNumberOnce() {
        OrderTerms terms = Scene.terms("sliced", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 10_000);
        var slice = List.of(new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, 6, 10_000, false));
        ChildReady first = Scene.only(ChildReady.class, scene.apply(new PlaceOrder(terms, slice, scene.nowNs)));
        long orderId = first.orderId();
        assertThat(Scene.only(ProposalRefused.class, scene.apply(new ProposeChildren(orderId, 1, slice)))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.OVER_PARENT);
        scene.fill(first, 3);
        scene.end(first, EndKind.CANCELLED, 3);
        assertThat(scene.status(orderId)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        ChildReady second = Scene.only(ChildReady.class, scene.apply(new ProposeChildren(orderId, 1, slice)));
        assertThat(Scene.only(ProposalRefused.class, scene.apply(new ProposeChildren(orderId, 1, slice)))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.STALE_PROPOSAL);
        scene.fill(second, 6);
        assertThat(scene.status(orderId)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.apply(new CancelOrder(Scene.ACCOUNT, 0, "sliced", "test", ""));
        assertThat(scene.status(orderId)).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void aKillSwitchStopsNewOrdersAndCancelsOpenOnesInItsScope() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        List<Event> told = scene.apply(new SetKillSwitch(KillScope.INSTRUMENT, "BTC/USDT", true, "anna", "drill"));
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(child.childId());
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_000)).code()).isEqualTo(RefusalCode.KILL_SWITCH);
        scene.apply(new ReportCancelRefused(child.childId(), "try later", Evidence.VENUE_ANSWER));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PENDING_CANCEL);
        scene.apply(new SetKillSwitch(KillScope.INSTRUMENT, "BTC/USDT", false, "anna", "over"));
        assertThat(scene.apply(scene.limit(Side.BUY, 1, 10_000))).hasAtLeastOneElementOfType(OrderAccepted.class);
    }

    @Test
    void aKillSwitchReachesEveryOneOfManyOrders() {
        for (int i = 0; i < 1_000; i++) {
            scene.place(Side.SELL, 1, 10_010 + i % 100);
        }
        List<Event> told = scene.apply(new SetKillSwitch(KillScope.ALL, "", true, "anna", "drill"));
        assertThat(Scene.all(CancelReady.class, told)).hasSize(1_000);
    }

    @Test
    void aTakeOverOfTheLeaseClosesTheGateAndHandsOverCancelsThatAreOut() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        scene.cancel(child);
        List<Event> told = scene.apply(new ClaimVenue(1, "other", 9));
        assertThat(Scene.only(CancelReady.class, told).epoch()).isEqualTo(2);
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_000)).code()).isEqualTo(RefusalCode.VENUE_CLOSED);
        List<Event> late = scene.apply(new SetGate(1, 1, true, "I am back"));
        assertThat(Scene.only(CommandRefused.class, late).refusal().code()).isEqualTo(RefusalCode.NOT_LEASED);
    }

    @Test
    void aKeyIsRememberedADayAfterTheOrderHasLeftMemory() {
        PlaceOrder command = scene.limit(Side.BUY, 10, 10_000);
        ChildReady child = Scene.only(ChildReady.class, scene.apply(command));
        scene.end(child, EndKind.CANCELLED, 0);
        scene.pass(2 * 3_600 * SECOND);
        scene.apply(scene.limit(Side.BUY, 1, 9_000));
        OrderRepeated repeated = Scene.only(OrderRepeated.class, scene.apply(command));
        assertThat(repeated.orderId()).isEqualTo(child.orderId());
        scene.pass(25 * 3_600 * SECOND);
        scene.apply(new SetMark(1, 10_000, 10_010, scene.nowNs));
        assertThat(scene.apply(command)).hasAtLeastOneElementOfType(OrderAccepted.class);
    }

    @Test
    void aFillForAnOrderThatHasLeftMemoryIsBookedInSuspense() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        scene.acknowledge(child);
        scene.end(child, EndKind.CANCELLED, 0);
        scene.pass(2 * 3_600 * SECOND);
        scene.apply(scene.limit(Side.BUY, 1, 9_000));
        FillBooked booked = Scene.only(FillBooked.class, scene.fill(child, 1));
        assertThat(booked.orderId()).isZero();
    }

    @Test
    void aCancelThatTheVenueRefusesAfterTheDeadlineIsAskedAgain() {
        ChildReady child = Scene.only(ChildReady.class, scene.apply(scene.timed(scene.nowNs + 10 * SECOND)));
        scene.acknowledge(child);
        scene.cancel(child);
        scene.pass(10 * SECOND);
        List<Event> told = scene.apply(new ReportCancelRefused(child.childId(), "busy", Evidence.VENUE_ANSWER));
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(child.childId());
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void aFactBeyondOurNumbersIsParkedAndClosesTheGate() {
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        ReportFill fill = scene.fillOf(child, "t", 10, "100", "0", 0);
        var monstrous = new ReportFill(
                1,
                1,
                child.childId(),
                "v",
                "t",
                Side.BUY,
                10,
                fill.price(),
                new Amount(Long.MAX_VALUE, 0),
                Amount.ZERO,
                0,
                fill.liquidity(),
                0,
                Evidence.VENUE_STREAM);
        List<Event> told = scene.apply(monstrous);
        assertThat(Scene.only(FactParked.class, told).what()).contains("range");
        assertThat(Scene.only(GateChanged.class, told).open()).isFalse();
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_000)).code()).isEqualTo(RefusalCode.VENUE_CLOSED);
    }
}
