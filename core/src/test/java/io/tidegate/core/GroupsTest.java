package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/// OCO, OTO and brackets.
class GroupsTest {
    private static final long SECOND = 1_000_000_000L;

    private Scene scene = new Scene();

    private void bracket() {
        scene.apply(Ask.limit("in", Side.BUY, 1_000, 10_000)
                .in(GroupRole.BRACKET_ENTRY, "g")
                .held());
        scene.apply(Ask.limit("gain", Side.SELL, 1_000, 10_400)
                .in(GroupRole.BRACKET_EXIT, "g")
                .held());
        scene.apply(Ask.stop("loss", Side.SELL, 1_000, 9_800, 0)
                .in(GroupRole.BRACKET_EXIT, "g")
                .held());
    }

    @Test
    void nothingOfAGroupIsWorkedBeforeItIsWhole() {
        scene.apply(Ask.limit("in", Side.BUY, 1_000, 10_000)
                .in(GroupRole.BRACKET_ENTRY, "g")
                .held());
        scene.apply(Ask.limit("gain", Side.SELL, 1_000, 10_400)
                .in(GroupRole.BRACKET_EXIT, "g")
                .held());
        assertThat(Scene.all(ChildReady.class, scene.events)).isEmpty();
        scene.pass(10 * SECOND);
        assertThat(scene.status("in")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.status("gain")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void theExitsOfABracketFollowWhatItsEntryIsFilled() {
        bracket();
        ChildReady entry = scene.child("in");
        scene.acknowledge(entry);
        ChildReady first = Scene.only(ChildReady.class, scene.fill(entry, 400));
        assertThat(first.orderId()).isEqualTo(scene.orderId("gain"));
        assertThat(first.quantity()).isEqualTo(400);
        scene.restart();
        ChildReady second = Scene.only(ChildReady.class, scene.fill(entry, 600));
        assertThat(second.quantity()).isEqualTo(600);
        scene.fill(first, 400);
        scene.fill(second, 600);
        assertThat(scene.status("gain")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.status("loss")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void theStopOfABracketWaitsForTheOtherExitToEnd() {
        bracket();
        ChildReady entry = scene.child("in");
        scene.acknowledge(entry);
        ChildReady gain = Scene.only(ChildReady.class, scene.fill(entry, 1_000));
        scene.acknowledge(gain);
        List<Event> hit = scene.market(9_790);
        assertThat(Scene.only(CancelReady.class, hit).childId()).isEqualTo(gain.childId());
        assertThat(Scene.all(ChildReady.class, hit)).isEmpty();
        scene.fill(gain, 250); // races with the cancel
        scene.restart();
        ChildReady loss = Scene.only(ChildReady.class, scene.end(gain, EndKind.CANCELLED, 250));
        assertThat(loss.orderId()).isEqualTo(scene.orderId("loss"));
        assertThat(loss.quantity()).isEqualTo(750);
        scene.fill(loss, 750);
        assertThat(scene.status("loss")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.status("gain")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.position(1).quantity()).isZero();
    }

    @Test
    void anEntryThatEndsUnfilledEndsItsExits() {
        bracket();
        scene.end(scene.child("in"), EndKind.CANCELLED, 0);
        assertThat(scene.status("gain")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.status("loss")).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void anEntryThatEndsInPartLeavesExitsForThatPart() {
        bracket();
        ChildReady entry = scene.child("in");
        ChildReady gain = Scene.only(ChildReady.class, scene.fill(entry, 300));
        scene.end(entry, EndKind.CANCELLED, 300);
        scene.fill(gain, 300);
        assertThat(scene.status("gain")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.status("loss")).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void whatIsFilledOfOneIsTakenFromTheOther() {
        scene.apply(
                Ask.limit("low", Side.BUY, 1_000, 9_900).in(GroupRole.OCO, "o").held());
        scene.apply(Ask.limit("high", Side.SELL, 1_000, 10_300)
                .in(GroupRole.OCO, "o")
                .held());
        ChildReady low = scene.child("low");
        ChildReady high = scene.child("high");
        scene.acknowledge(low);
        scene.acknowledge(high);
        List<Event> told = scene.fill(low, 400);
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(high.childId());
        ChildReady less = Scene.only(ChildReady.class, scene.end(high, EndKind.CANCELLED, 0));
        assertThat(less.orderId()).isEqualTo(scene.orderId("high"));
        assertThat(less.quantity()).isEqualTo(600);
        scene.fill(low, 600);
        assertThat(scene.status("low")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.status("high")).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void ordersThatAreBothFilledBeforeTheCancelArriveAreBookedAndFlagged() {
        scene.apply(
                Ask.limit("low", Side.BUY, 1_000, 9_900).in(GroupRole.OCO, "o").held());
        scene.apply(Ask.limit("high", Side.SELL, 1_000, 10_300)
                .in(GroupRole.OCO, "o")
                .held());
        scene.fill(scene.child("low"), 1_000);
        List<Event> told = scene.fill(scene.child("high"), 1_000);
        assertThat(Scene.all(FillBooked.class, told)).hasSize(1);
        assertThat(Scene.all(OrderFlagged.class, told).stream().map(OrderFlagged::flag))
                .contains(Flag.GROUP_OVER_FILL);
    }

    @Test
    void theEndOfOneEndsTheOther() {
        scene.apply(
                Ask.limit("low", Side.BUY, 1_000, 9_900).in(GroupRole.OCO, "o").held());
        scene.apply(Ask.limit("high", Side.SELL, 1_000, 10_300)
                .in(GroupRole.OCO, "o")
                .held());
        scene.end(scene.child("low"), EndKind.REJECTED, 0);
        assertThat(scene.last(CancelReady.class, c -> true).orElseThrow().childId())
                .isEqualTo(scene.child("high").childId());
    }

    @Test
    void theFirstOfTwoSetsOffTheSecondInProportion() {
        scene.apply(Ask.limit("first", Side.BUY, 1_000, 10_000)
                .in(GroupRole.OTO_FIRST, "t")
                .held());
        scene.apply(Ask.limit("then", Side.SELL, 500, 10_300)
                .in(GroupRole.OTO_THEN, "t")
                .held());
        ChildReady then = Scene.only(ChildReady.class, scene.fill(scene.child("first"), 301));
        assertThat(then.quantity()).isEqualTo(150);
        scene.apply(new CancelOrder(Scene.ACCOUNT, 0, "then", "test", ""));
        scene.end(then, EndKind.CANCELLED, 0);
        assertThat(scene.status("then")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.status("first")).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void whatDoesNotFitIntoItsGroupIsRefused() {
        bracket();
        var more = Ask.limit("x", Side.SELL, 1_000, 10_500).in(GroupRole.BRACKET_EXIT, "g");
        assertThat(scene.refused(more.held()).code()).isEqualTo(RefusalCode.BAD_GROUP);
        scene.apply(
                Ask.limit("low", Side.BUY, 1_000, 9_900).in(GroupRole.OCO, "o").held());
        var uneven = Ask.limit("y", Side.SELL, 999, 10_300).in(GroupRole.OCO, "o");
        assertThat(scene.refused(uneven.held()).code()).isEqualTo(RefusalCode.BAD_GROUP);
        var other = Ask.limit("z", Side.SELL, 1_000, 10_300).in(GroupRole.OTO_THEN, "o");
        assertThat(scene.refused(other.held()).code()).isEqualTo(RefusalCode.BAD_GROUP);
    }

    @Test
    void exitsNeverSellMoreThanTheEntryBroughtHoweverTheWordsArrive() {
        Laws.forAll(seed -> {
            scene = new Scene();
            bracket();
            for (int i = 0; i < 40; i++) {
                List<ChildReady> children = Scene.all(ChildReady.class, scene.events);
                ChildReady child = seed.pick(children);
                long filled = filled(child.childId());
                switch (seed.intBetween(0, 5)) {
                    case 0 -> scene.market(seed.longBetween(9_700, 10_450));
                    case 1 -> scene.acknowledge(child);
                    case 2, 3 -> {
                        if (filled < child.quantity() && !isEnded(child)) {
                            scene.fill(child, seed.longBetween(1, child.quantity() - filled));
                        }
                    }
                    case 4 -> {
                        boolean asked = Scene.all(CancelReady.class, scene.events).stream()
                                .anyMatch(cancel -> cancel.childId() == child.childId());
                        if (asked) {
                            scene.end(child, EndKind.CANCELLED, filled);
                        }
                    }
                    default -> scene.restart();
                }
                long bought = sum("in");
                assertThat(sum("gain") + sum("loss")).isLessThanOrEqualTo(bought);
            }
        });
    }

    private boolean isEnded(ChildReady child) {
        return Scene.all(ChildMoved.class, scene.events).stream()
                .anyMatch(moved ->
                        moved.childId() == child.childId() && moved.to().isTerminal());
    }

    private long filled(long childId) {
        return Scene.all(FillBooked.class, scene.events).stream()
                .filter(fill -> fill.childId() == childId)
                .mapToLong(FillBooked::quantity)
                .sum();
    }

    private long sum(String key) {
        long orderId = scene.orderId(key);
        return Scene.all(FillBooked.class, scene.events).stream()
                .filter(fill -> fill.orderId() == orderId)
                .mapToLong(FillBooked::quantity)
                .sum();
    }
}
