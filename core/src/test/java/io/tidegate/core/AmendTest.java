package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Other terms for an order at work, in place or by cancel and rest.
class AmendTest {
    private Scene scene = new Scene();

    private ChildReady open(String key, long quantity, long price) {
        ChildReady child = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit(key, Side.BUY, quantity, price).held()));
        scene.acknowledge(child);
        return child;
    }

    @Test
    void theRestIsPlacedWhenTheOldOneHasEndedWithItsFillsDeducted() {
        ChildReady old = open("a", 1_000, 10_000);
        List<Event> asked = scene.amend("a", 1_500, 9_900, 0);
        assertThat(Scene.all(CancelReady.class, asked)).hasSize(1);
        assertThat(Scene.all(OrderAmended.class, asked)).isEmpty();
        assertThat(scene.status("a")).isEqualTo(OrderStatus.PENDING_REPLACE);
        scene.fill(old, 300);
        scene.restart();
        List<Event> ended = scene.end(old, EndKind.CANCELLED, 300);
        assertThat(Scene.only(OrderAmended.class, ended).now()).isEqualTo(new WorkingTerms(1_500, 9_900, 0));
        ChildReady rest = Scene.only(ChildReady.class, ended);
        assertThat(rest.quantity()).isEqualTo(1_200);
        assertThat(rest.price()).isEqualTo(9_900);
        assertThat(scene.status("a")).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.fill(rest, 1_200);
        assertThat(scene.status("a")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void nothingIsPlacedBeforeTheFillsOfTheOldOneAreBooked() {
        ChildReady old = open("a", 1_000, 10_000);
        scene.amend("a", 0, 9_900, 0);
        assertThat(Scene.all(ChildReady.class, scene.end(old, EndKind.CANCELLED, 400)))
                .isEmpty();
        assertThat(Scene.only(ChildReady.class, scene.fill(old, 400)).quantity())
                .isEqualTo(600);
    }

    @Test
    void aFillThatRacesToTheEndWins() {
        ChildReady old = open("a", 1_000, 10_000);
        scene.amend("a", 1_500, 0, 0);
        List<Event> told = scene.fill(old, 1_000);
        assertThat(Scene.only(AmendRefused.class, told).refusal().code()).isEqualTo(RefusalCode.ALREADY_ENDED);
        assertThat(Scene.all(ChildReady.class, told)).isEmpty();
        assertThat(scene.status("a")).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void anAmendmentWaitsForTheOutcomeOfTheSubmission() {
        ChildReady child = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("a", Side.BUY, 10, 10_000).held()));
        assertThat(Scene.all(CancelReady.class, scene.amend("a", 20, 0, 0))).isEmpty();
        assertThat(Scene.all(CancelReady.class, scene.acknowledge(child))).hasSize(1);
    }

    @Test
    void anOrderThatTheVenueRefusesIsNotPlacedAgainForItsAmendment() {
        ChildReady child = Scene.only(
                ChildReady.class,
                scene.apply(Ask.limit("a", Side.BUY, 10, 10_000).held()));
        scene.amend("a", 20, 0, 0);
        List<Event> told = scene.end(child, EndKind.REJECTED, 0);
        assertThat(Scene.all(ChildReady.class, told)).isEmpty();
        assertThat(scene.status("a")).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void aVenueThatAmendsInPlaceIsAskedTo() {
        scene = new Scene(Scene.doing(VenueFeature.AMEND));
        ChildReady child = open("a", 1_000, 10_000);
        scene.fill(child, 100);
        List<Event> asked = scene.amend("a", 1_500, 9_900, 0);
        AmendReady ready = Scene.only(AmendReady.class, asked);
        assertThat(ready.quantity()).isEqualTo(1_500);
        assertThat(ready.price()).isEqualTo(9_900);
        assertThat(Scene.all(CancelReady.class, asked)).isEmpty();
        assertThat(scene.status("a")).isEqualTo(OrderStatus.PENDING_REPLACE);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.parse("139.986")); // 1.4 x 99 + 1 %
        scene.restart();
        List<Event> done = scene.apply(
                new ReportAmended(child.childId(), 1_500, 9_900, "v" + child.childId(), Evidence.VENUE_ANSWER));
        assertThat(Scene.only(OrderAmended.class, done).now()).isEqualTo(new WorkingTerms(1_500, 9_900, 0));
        assertThat(scene.status("a")).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.fill(child, 1_400);
        assertThat(scene.status("a")).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void aNewHolderOfTheLeaseIsHandedTheAmendment() {
        scene = new Scene(Scene.doing(VenueFeature.AMEND));
        open("a", 1_000, 10_000);
        scene.amend("a", 1_500, 0, 0);
        AmendReady again = Scene.only(AmendReady.class, scene.apply(new ClaimVenue(1, "other", 77)));
        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.quantity()).isEqualTo(1_500);
    }

    @Test
    void aRefusedAmendmentLeavesTheOrderAsItWas() {
        scene = new Scene(Scene.doing(VenueFeature.AMEND));
        ChildReady child = open("a", 1_000, 10_000);
        scene.amend("a", 1_500, 0, 0);
        List<Event> told = scene.apply(new ReportAmendRefused(child.childId(), "too late", Evidence.VENUE_ANSWER));
        assertThat(Scene.all(AmendRefused.class, told)).hasSize(1);
        assertThat(scene.status("a")).isEqualTo(OrderStatus.OPEN);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.parse("101"));
    }

    @Test
    void aCancelDuringAnAmendmentIsDoneAfterItsOutcome() {
        scene = new Scene(Scene.doing(VenueFeature.AMEND));
        ChildReady child = open("a", 1_000, 10_000);
        scene.amend("a", 1_500, 0, 0);
        scene.cancel(child);
        scene.apply(new ReportAmended(child.childId(), 1_500, 10_000, "", Evidence.VENUE_ANSWER));
        assertThat(scene.status("a")).isEqualTo(OrderStatus.PENDING_CANCEL);
        scene.end(child, EndKind.CANCELLED, 0);
        assertThat(scene.status("a")).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void whatWeHoldIsAmendedAtOnce() {
        scene.apply(Ask.stop("s", Side.BUY, 1_000, 10_200, 10_210).held());
        List<Event> told = scene.amend("s", 500, 10_110, 10_100);
        assertThat(Scene.only(OrderAmended.class, told).now()).isEqualTo(new WorkingTerms(500, 10_110, 10_100));
        assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.parse("51.0555"));
        ChildReady child = Scene.only(ChildReady.class, scene.market(10_090));
        assertThat(child.quantity()).isEqualTo(500);
        assertThat(child.price()).isEqualTo(10_110);
    }

    @ParameterizedTest(name = "{0} at {1}, stop {2}: {3}")
    @CsvSource({
        "0, 0, 0, BAD_FIELD",
        "300, 0, 0, TOO_SMALL",
        "0, 11000, 0, OUTSIDE_COLLAR",
        "0, 0, 9900, NOT_SUPPORTED",
        "2000000000, 0, 0, TOO_LARGE",
        "900000000, 0, 0, INSUFFICIENT_FUNDS"
    })
    void whatCannotBeIsRefusedAndChangesNothing(long quantity, long price, long stop, RefusalCode code) {
        ChildReady child = open("a", 1_000, 10_000);
        scene.fill(child, 300);
        List<Event> told = scene.amend("a", quantity, price, stop);
        assertThat(told).hasSize(1);
        assertThat(Scene.only(AmendRefused.class, told).refusal().code()).isEqualTo(code);
    }

    @Test
    void oneAmendmentIsUnderWayAtATime() {
        open("a", 1_000, 10_000);
        scene.amend("a", 1_100, 0, 0);
        assertThat(Scene.only(AmendRefused.class, scene.amend("a", 1_200, 0, 0))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.BUSY);
    }

    @Test
    void property17a_theRecordChangesOnlyOnTheVenuesWordAndNothingIsOrderedTwice() {
        Laws.forAll(seed -> {
            boolean inPlace = seed.chance(50);
            scene = inPlace ? new Scene(Scene.doing(VenueFeature.AMEND)) : new Scene();
            long quantity = seed.longBetween(10, 1_000);
            long wanted = seed.longBetween(1, 2_000);
            ChildReady child = open("a", quantity, 10_000);
            scene.amend("a", wanted, seed.chance(50) ? 9_990 : 0, 0);
            long booked = 0;
            ChildReady last = child;
            for (int i = 0; i < 12 && !scene.status("a").isTerminal(); i++) {
                boolean amended = !Scene.all(OrderAmended.class, scene.events).isEmpty();
                assertThat(amended && Scene.all(ChildReady.class, scene.events).size() == 1)
                        .isEqualTo(amended && inPlace);
                step(seed, last, wanted, inPlace);
                last = scene.child("a");
            }
            for (FillBooked fill : Scene.all(FillBooked.class, scene.events)) {
                booked += fill.quantity();
            }
            assertThat(booked).isLessThanOrEqualTo(Math.max(quantity, wanted));
            assertThat(scene.balance(1, Scene.USDT).reserved().signum()).isNotNegative();
            if (scene.status("a").isTerminal()) {
                assertThat(scene.balance(1, Scene.USDT).reserved()).isEqualTo(Amount.ZERO);
            }
        });
    }

    /// One word of an honest venue about the newest child.
    private void step(Seed seed, ChildReady child, long wanted, boolean inPlace) {
        long quantity = Scene.all(ChildAmended.class, scene.events).stream()
                .filter(amended -> amended.childId() == child.childId())
                .reduce((first, second) -> second)
                .map(amended -> amended.quantity())
                .orElse(child.quantity());
        long filled = Scene.all(FillBooked.class, scene.events).stream()
                .filter(fill -> fill.childId() == child.childId())
                .mapToLong(FillBooked::quantity)
                .sum();
        switch (seed.intBetween(0, 4)) {
            case 0, 1 -> {
                if (filled < quantity) {
                    scene.fill(child, seed.longBetween(1, quantity - filled));
                }
            }
            case 2 -> scene.acknowledge(child);
            case 3 -> {
                if (inPlace && seed.chance(70) && wanted > filled) {
                    scene.apply(new ReportAmended(child.childId(), wanted, 9_990, "", Evidence.VENUE_ANSWER));
                } else if (inPlace) {
                    scene.apply(new ReportAmendRefused(child.childId(), "no", Evidence.VENUE_ANSWER));
                } else {
                    scene.apply(new ReportCancelRefused(child.childId(), "no", Evidence.VENUE_ANSWER));
                }
            }
            default -> scene.end(child, EndKind.CANCELLED, filled);
        }
    }

    @Test
    void property18_anOrderIsCancelledOnlyWhenTheVenueSaysSo() {
        Laws.forAll(seed -> {
            scene = new Scene();
            ChildReady child = open("a", 100, 10_000);
            long filled = seed.chance(50) ? seed.longBetween(1, 99) : 0;
            if (filled > 0) {
                scene.fill(child, filled);
            }
            OrderStatus before = scene.status("a");
            scene.cancel(child);
            assertThat(scene.status("a")).isEqualTo(OrderStatus.PENDING_CANCEL);
            if (seed.chance(50)) {
                scene.apply(new ReportCancelRefused(child.childId(), "no", Evidence.VENUE_ANSWER));
                assertThat(scene.status("a")).isEqualTo(before);
            } else {
                scene.end(child, EndKind.CANCELLED, filled);
                assertThat(scene.status("a")).isEqualTo(OrderStatus.CANCELLED);
            }
        });
    }
}
