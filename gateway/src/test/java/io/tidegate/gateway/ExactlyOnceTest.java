package io.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.gateway.ScriptedVenue.Resting;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExactlyOnceTest {
    /// How a request fares in bad weather.
    private static Plan weather(Seed seed, VenueCall call) {
        int drawn = seed.intBetween(0, 99);
        long thereNs = seed.longBetween(1, 2_000) * Rig.MS;
        long backNs = seed.longBetween(1, 2_000) * Rig.MS;
        if (drawn < 15) {
            return Plan.NEVER_ARRIVES;
        }
        if (drawn < 35) {
            return new Plan(true, thereNs, false, backNs, null);
        }
        if (drawn < 45 && call instanceof VenueCall.Submit) {
            return Plan.failing(ScriptedVenue.error(Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER));
        }
        return drawn < 70 ? new Plan(true, thereNs, true, backNs, null) : Plan.NORMAL;
    }

    private static void storm(Rig rig, Seed seed, List<ChildReady> children) {
        rig.venue.script = call -> weather(seed, call);
        rig.commandLagNs = seed.longBetween(0, 20) * Rig.MS;
        for (int i = 0; i < 40; i++) {
            int drawn = seed.intBetween(0, 99);
            if (drawn < 40 && rig.isOpen()) {
                children.add(rig.place(Side.BUY, 1_000));
            } else if (drawn < 55 && !children.isEmpty()) {
                rig.cancel(seed.pick(children));
            } else if (drawn < 75) {
                fillSomething(rig, seed);
            } else if (drawn < 82 && rig.venue.session != null) {
                rig.venue.session.drop("reset");
            } else if (drawn < 90) {
                rig.kill();
                rig.pass(seed.longBetween(0, 2_000) * Rig.MS);
                if (seed.chance(50)) {
                    rig.start();
                } else {
                    rig.startFromImage();
                }
            }
            rig.pass(seed.longBetween(1, 400) * Rig.MS);
        }
    }

    private static void fillSomething(Rig rig, Seed seed) {
        List<Resting> open = rig.venue.orders.values().stream()
                .filter(order -> !order.status.isTerminal())
                .toList();
        if (!open.isEmpty()) {
            Resting order = seed.pick(open);
            rig.venue.streams = seed.chance(70);
            rig.venue.fill(order.order.clientOrderId(), seed.longBetween(1, order.order.quantity() - order.filled));
        }
    }

    @Test
    void property36_howeverRequestsAnswersAndGatewaysAreLostNothingIsSentTwice() {
        Laws.forAll(150, seed -> {
            var rig = new Rig();
            rig.stepNs = 2 * Rig.MS;
            rig.open();
            var children = new ArrayList<ChildReady>();
            storm(rig, seed, children);
            rig.venue.script = _ -> Plan.NORMAL;
            rig.venue.streams = true;
            rig.stepNs = 10 * Rig.MS;
            rig.pass(150 * Rig.SECOND);
            assertThat(rig.venue.arrivals.values()).allMatch(count -> count == 1);
            children.forEach(child -> agrees(rig, child));
            assertThat(rig.booked(0)).isZero();
            assertThat(rig.total(1)).isEqualTo(rig.venue.balances.get("BTC"));
            assertThat(rig.total(2)).isEqualTo(rig.venue.balances.get("USDT"));
            assertThat(rig.desk().inDoubt()).isZero();
            assertThat(rig.isOpen()).isTrue();
        });
    }

    private static void agrees(Rig rig, ChildReady child) {
        Resting atVenue = rig.venue.orders.get(Rig.clientId(child));
        if (atVenue == null) {
            assertThat(rig.status(child)).isIn(OrderStatus.REJECTED, OrderStatus.CANCELLED);
            assertThat(rig.booked(child.childId())).isZero();
        } else {
            assertThat(rig.booked(child.childId())).isEqualTo(atVenue.filled);
            assertThat(rig.status(child))
                    .as(() -> child + ", " + rig.reason(child))
                    .isEqualTo(Objects.requireNonNull(atVenue).status);
        }
    }
}
