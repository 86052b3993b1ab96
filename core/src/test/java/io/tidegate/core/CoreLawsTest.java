package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoreLawsTest {
    private static final int STEPS = 150;

    @Test
    void property17_noTwoOrdersOrChildrenHaveTheSameIdAndIdsRiseWithTime() {
        Laws.forAll(seed -> {
            List<Event> events = day(seed).events;
            var ids = new ArrayList<Long>();
            for (Event event : events) {
                if (event instanceof OrderAccepted accepted) {
                    ids.add(accepted.orderId());
                } else if (event instanceof ChildReady child) {
                    ids.add(child.childId());
                }
            }
            assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
            assertThat(ids).isSorted();
        });
    }

    @Test
    void property19_filledAndRemainingAddUpHoweverFillsArrive() {
        Laws.forAll(seed -> {
            Scene scene = new Scene();
            ChildReady child = scene.place(seed.pick(Side.class), seed.longBetween(1, 1_000), 10_000);
            var fills = new ArrayList<ReportFill>();
            long left = child.quantity();
            while (left > 0) {
                long part = seed.longBetween(1, left);
                fills.add(scene.fillOf(child, "t" + fills.size(), part, "100", "0.01", Scene.USDT));
                left -= part;
            }
            var delivered = new ArrayList<>(fills);
            for (ReportFill fill : fills) {
                delivered.addAll(Collections.nCopies(seed.intBetween(0, 3), fill)); // by stream, poll, reconciliation
            }
            Collections.shuffle(delivered, seed.random());
            long filled = 0;
            for (ReportFill fill : delivered) {
                for (FillBooked booked : Scene.all(FillBooked.class, scene.apply(fill))) {
                    filled += booked.quantity();
                }
                boolean full = filled == child.quantity();
                assertThat(scene.status(child.orderId()) == OrderStatus.FILLED).isEqualTo(full);
            }
            assertThat(filled).isEqualTo(child.quantity());
            assertThat(Scene.all(FillBooked.class, scene.events)).hasSameSizeAs(fills);
            Amount fees = Amount.ofScaled(fills.size(), 2);
            Amount paid =
                    Amount.ofScaled(filled * 100L * child.side().sign(), 3).plus(fees);
            assertThat(scene.balance(1, Scene.USDT).total())
                    .isEqualTo(Amount.parse("1000000").minus(paid));
        });
    }

    @Test
    void property37_aKeyStandsForOneOrderAndOneContent() {
        Laws.forAll(seed -> {
            Scene scene = new Scene();
            var known = new TreeMap<String, OrderTerms>();
            var orders = new TreeMap<String, Long>();
            for (int i = 0; i < 40; i++) {
                PlaceOrder fresh = scene.limit(Side.BUY, seed.longBetween(1, 6), 10_000);
                OrderTerms asked = rekeyed(fresh.terms(), "k" + seed.intBetween(1, 5));
                List<Event> told = scene.apply(scene.whole(asked));
                OrderTerms before = known.get(asked.clientKey());
                if (before == null) {
                    known.put(asked.clientKey(), asked);
                    orders.put(
                            asked.clientKey(),
                            Scene.only(OrderAccepted.class, told).orderId());
                } else if (before.equals(asked)) {
                    assertThat(told).hasSize(1);
                    assertThat(Scene.only(OrderRepeated.class, told).orderId())
                            .isEqualTo(orders.get(asked.clientKey()));
                } else {
                    OrderRefused refused = Scene.only(OrderRefused.class, told);
                    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.KEY_REUSED);
                    assertThat(refused.orderId()).isEqualTo(orders.get(asked.clientKey()));
                }
            }
        });
    }

    @Test
    void aCoreFromItsOwnSnapshotGoesOnAsTheOldOneWould() {
        Laws.forAll(seed -> {
            Scene straight = new Scene();
            Scene restarted = new Scene();
            RandomDay one = new RandomDay(Seed.of(seed.value()), straight);
            RandomDay two = new RandomDay(Seed.of(seed.value()), restarted);
            for (int i = 0; i < STEPS; i++) {
                List<Event> expected = one.step();
                assertThat(two.step()).isEqualTo(expected);
                if (seed.chance(10)) {
                    restarted.restart();
                }
            }
        });
    }

    @Test
    void theLedgerBalancesAndReservationsAreTheWorstCaseOfWhatIsLive() {
        Laws.forAll(seed -> {
            Scene scene = new Scene();
            RandomDay day = new RandomDay(seed, scene);
            for (int i = 0; i < STEPS; i++) {
                day.step();
                assertThat(scene.engine.imbalances()).isEmpty();
            }
            assertThat(reservedAsTold(scene.events)).isEqualTo(worstCaseOfLiveChildren(scene.events));
        });
    }

    @Test
    void nothingMovesATerminalOrderAndEveryEndHasEvidence() {
        Laws.forAll(seed -> {
            var status = new TreeMap<Long, OrderStatus>();
            for (Event event : day(seed).events) {
                if (event instanceof OrderMoved moved) {
                    OrderStatus before = status.getOrDefault(moved.orderId(), OrderStatus.PENDING);
                    assertThat(moved.from()).isEqualTo(before);
                    assertThat(before.isTerminal()).isFalse();
                    status.put(moved.orderId(), moved.to());
                }
                if (event instanceof ChildMoved moved && moved.to().isTerminal()) {
                    assertThat(moved.evidence()).isNotEqualTo(Evidence.NONE);
                }
            }
        });
    }

    @Test
    void positionsAreTheSumOfFillsCorrectionsAndAdjustments() {
        Laws.forAll(seed -> {
            List<Event> events = day(seed).events;
            var booked = new TreeMap<Integer, Long>();
            var told = new TreeMap<Integer, Long>();
            for (Event event : events) {
                if (event instanceof FillBooked fill) {
                    booked.merge(fill.venueAccount(), fill.side().sign() * fill.quantity(), Long::sum);
                } else if (event instanceof FillCorrected fill) {
                    long change = fill.quantity() - fill.quantityBefore();
                    booked.merge(fill.venueAccount(), fill.side().sign() * change, Long::sum);
                } else if (event instanceof PositionAdjusted adjusted) {
                    booked.merge(adjusted.venueAccount(), adjusted.side().sign() * adjusted.quantity(), Long::sum);
                } else if (event instanceof PositionChanged position) {
                    told.put(position.venueAccount(), position.quantity());
                }
            }
            assertThat(told).isEqualTo(booked);
        });
    }

    private static Scene day(Seed seed) {
        Scene scene = new Scene();
        RandomDay day = new RandomDay(seed, scene);
        for (int i = 0; i < STEPS; i++) {
            day.step();
        }
        return scene;
    }

    private static Map<String, Amount> reservedAsTold(List<Event> events) {
        var reserved = new TreeMap<String, Amount>();
        for (Event event : events) {
            if (event instanceof BalanceChanged balance) {
                reserved.put(balance.venueAccount() + "/" + balance.asset(), balance.reserved());
            }
        }
        reserved.values().removeIf(Amount::isZero);
        return reserved;
    }

    /// From the events alone: what each child that has not ended may still cost, price × quantity and 1 % for a buy.
    private static Map<String, Amount> worstCaseOfLiveChildren(List<Event> events) {
        var live = new TreeMap<Long, ChildReady>();
        var filled = new TreeMap<Long, Long>();
        for (Event event : events) {
            switch (event) {
                case ChildReady child -> live.put(child.childId(), child);
                case FillBooked fill -> filled.merge(fill.childId(), fill.quantity(), Long::sum);
                case FillCorrected fill ->
                    filled.merge(fill.childId(), fill.quantity() - fill.quantityBefore(), Long::sum);
                case ChildMoved moved when moved.to().isTerminal() -> live.remove(moved.childId());
                default -> {}
            }
        }
        var worst = new TreeMap<String, Amount>();
        for (ChildReady child : live.values()) {
            long left = Math.max(0, child.quantity() - filled.getOrDefault(child.childId(), 0L));
            boolean buy = child.side() == Side.BUY;
            Amount amount = buy
                    ? Amount.product(child.price(), left, 5)
                            .plus(Amount.product(child.price(), left, 5).bpsUp(100))
                    : Amount.ofScaled(left, 3);
            int asset = buy ? Scene.USDT : Scene.BTC;
            worst.merge(child.venueAccount() + "/" + asset, amount, Amount::plus);
        }
        worst.values().removeIf(Amount::isZero);
        return worst;
    }

    private static OrderTerms rekeyed(OrderTerms terms, String key) {
        return Scene.terms(key, terms.side(), terms.type(), terms.tif(), terms.quantity(), terms.price());
    }
}
