package io.tidegate.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.limits.LimitPolicy;
import io.tidegate.gateway.limits.Limiter;
import io.tidegate.gateway.limits.Window;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class VenueLineTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Endpoint VENUE = Endpoint.parse("https://venue.example");

    private final RecordingNetwork network = new RecordingNetwork();
    private final Wires wires = new Wires(network);
    private final List<String> told = new ArrayList<>();
    private final Signing session = new Signing();
    private long bannedUntilNs;
    private final VenueLine line =
            new VenueLine(session, wires, new Told(), LineSettings.DEFAULT, () -> bannedUntilNs, new Random(1));
    private final Calls calls = new Calls(
            line, new Limiter(session.capabilities().limits(), LimitPolicy.DEFAULT, Window::of), 100, 30 * SECOND);

    /// Signs each call with a rising nonce and sends it on one lane; ready as soon as its socket is open.
    private static final class Signing implements VenueSession {
        private final List<String> heard = new ArrayList<>();
        private long nonce;
        private int starts;

        @Override
        public Capabilities capabilities() {
            var rule = new LimitRule("W", LimitRule.Scope.IP, 100, SECOND, true);
            return new Capabilities(
                    "v", Set.of(), Set.of(), false, false, true, true, false, 0, 0, "all", List.of(rule));
        }

        @Override
        public Cost cost(VenueCall call) {
            var priority = switch (call) {
                case VenueCall.Balances _ -> Priority.NORMAL;
                case VenueCall.OpenOrders _ -> Priority.CRITICAL;
                default -> Priority.LOW;
            };
            return new Cost(priority, List.of(new Charge("W", 1)));
        }

        @Override
        public void start(long nowNs, Effects out) {
            starts++;
            out.connect(3, VENUE, "/ws", SECOND);
        }

        @Override
        public void call(long callId, VenueCall call, long nowNs, Effects out) {
            out.http(callId, 2, VENUE, HttpRequest.of("GET", "/" + ++nonce, List.of()), SECOND);
        }

        @Override
        public void connected(int connection, long nowNs, Effects out) {
            heard.add("connected " + connection);
            out.ready(true, "");
        }

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs, Effects out) {
            heard.add("frame " + connection);
        }

        @Override
        public void disconnected(int connection, Loss loss, long nowNs, Effects out) {
            heard.add("disconnected " + connection);
            out.ready(false, loss.reason());
        }

        @Override
        public void answered(long httpId, HttpAnswer answer, long nowNs, Effects out) {
            out.outcome(httpId, new Outcome.BalancesSeen(List.of()));
        }

        @Override
        public void httpLost(long httpId, Loss loss, long nowNs, Effects out) {
            heard.add("lost " + httpId);
        }

        @Override
        public void tick(long nowNs, Effects out) {}
    }

    private final class Told implements LineEvents {
        @Override
        public void up(long nowNs) {
            told.add("up");
        }

        @Override
        public void down(String reason, long nowNs) {
            told.add("down " + reason);
        }

        @Override
        public void outcome(long callId, Outcome outcome, long nowNs) {
            calls.outcome(callId, outcome, nowNs);
        }

        @Override
        public void report(VenueReport report, long nowNs) {
            told.add("report");
        }

        @Override
        public void counted(String limit, long used, long askedNs, long nowNs) {
            calls.counted(limit, used, askedNs, nowNs);
        }

        @Override
        public void banned(long untilNs, String reason, long nowNs) {
            bannedUntilNs = untilNs;
        }
    }

    private final class Asked implements Caller {
        @Override
        public void dropped(String reason, long nowNs) {
            told.add("dropped " + reason);
        }

        @Override
        public void ended(Outcome outcome, long nowNs) {
            told.add(outcome instanceof Outcome.Failed(VenueError error) ? error.code() : "ended");
        }
    }

    private void up(long nowNs) {
        line.open(nowNs);
        line.poll(nowNs);
        network.toTell.add(to -> to.connected(1));
        wires.poll(nowNs, 10);
    }

    @Test
    void x18_callsKeepTheOrderOfTheirNoncesOnOneLaneHoweverUrgentTheyAre() {
        up(0);
        List<VenueCall> asked = new ArrayList<>(Collections.nCopies(32, new VenueCall.Balances()));
        asked.addAll(Collections.nCopies(32, new VenueCall.OpenOrders()));
        Collections.shuffle(asked, new Random(18));
        asked.forEach(call -> calls.ask(call, Long.MAX_VALUE, 0, new Asked()));
        while (calls.waitingCount() > 0) {
            calls.poll(0);
        }
        var sent =
                network.asked.stream().filter(line -> line.startsWith("http")).toList();
        assertThat(sent).hasSize(64);
        for (int i = 0; i < 64; i++) {
            assertThat(sent.get(i)).isEqualTo("http " + (i + 1) + " lane 7 /" + (i + 1));
        }
    }

    @Test
    void aDropAfterAStableTimeIsAnsweredAtOnceAndAFlappingLineWaits() {
        up(0);
        network.toTell.add(to -> to.disconnected(1, Loss.maybeSent("reset")));
        wires.poll(20 * SECOND, 10);
        line.poll(20 * SECOND);
        assertThat(session.starts).isEqualTo(2);
        network.toTell.add(to -> to.connected(2));
        network.toTell.add(to -> to.disconnected(2, Loss.maybeSent("reset")));
        wires.poll(21 * SECOND, 10);
        line.poll(21 * SECOND);
        assertThat(session.starts).isEqualTo(2);
        line.poll(23 * SECOND);
        assertThat(session.starts).isEqualTo(3);
        assertThat(told).containsExactly("up", "down reset", "up", "down reset");
        assertThat(line.reconnectCount()).isEqualTo(2);
    }

    @Test
    void aLineIsNeverGivenUpAndAlertsOnceAfterTen() {
        line.open(0);
        long nowNs = 0;
        for (int i = 1; i <= 40; i++) {
            line.poll(nowNs);
            int name = i;
            network.toTell.add(to -> to.disconnected(name, Loss.notSent("refused")));
            wires.poll(nowNs, 10);
            nowNs += 70 * SECOND;
        }
        assertThat(session.starts).isEqualTo(40);
        assertThat(line.alertCount()).isEqualTo(1);
    }

    @Test
    void whatBelongsToAFormerConnectionIsNotTold() {
        up(0);
        network.toTell.add(to -> to.disconnected(1, Loss.maybeSent("reset")));
        wires.poll(20 * SECOND, 10);
        line.poll(20 * SECOND);
        session.heard.clear();
        network.toTell.add(to -> to.connected(1));
        network.toTell.add(to -> to.disconnected(1, Loss.maybeSent("late")));
        wires.poll(20 * SECOND, 10);
        assertThat(session.heard).isEmpty();
    }

    @Test
    void aSessionThatDoesNotGetReadyIsHungUpAndStartedAgain() {
        line.open(0);
        line.poll(0);
        line.poll(31 * SECOND);
        line.poll(33 * SECOND);
        assertThat(network.asked).containsExactly("connect 1", "close 1", "connect 2");
        assertThat(session.heard).containsExactly("disconnected 3");
    }

    @Test
    void whileBannedItDoesNotEvenConnect() {
        bannedUntilNs = 100 * SECOND;
        line.open(0);
        line.poll(0);
        line.poll(99 * SECOND);
        assertThat(network.asked).isEmpty();
        line.poll(100 * SECOND);
        assertThat(network.asked).containsExactly("connect 1");
    }

    @Test
    void property08_fromTheWarningOnCallsWaitInsteadOfFailingAndUrgentOnesOvertake() {
        up(0);
        for (int i = 0; i < 100; i++) {
            calls.ask(new VenueCall.Balances(), Long.MAX_VALUE, 0, new Asked());
        }
        calls.poll(0);
        calls.poll(0);
        assertThat(calls.underWayCount()).isEqualTo(90);
        calls.ask(new VenueCall.OpenOrders(), Long.MAX_VALUE, 0, new Asked());
        calls.poll(0);
        assertThat(calls.underWayCount()).isEqualTo(91);
        assertThat(told).containsExactly("up");
        calls.poll(SECOND);
        assertThat(calls.underWayCount()).isEqualTo(101);
    }

    @Test
    void property34_afterARefusalForItsRateNothingLeavesBeforeTheVenuesTime() {
        up(0);
        calls.ask(new VenueCall.Balances(), Long.MAX_VALUE, 0, new Asked());
        calls.poll(0);
        var slowDown = new VenueError(
                VenueError.Category.RATE_LIMITED,
                VenueError.Certainty.NOT_EXECUTED,
                VenueError.Reason.OTHER,
                "429",
                "",
                7 * SECOND);
        calls.outcome(1, new Outcome.Failed(slowDown), SECOND);
        calls.ask(new VenueCall.OpenOrders(), Long.MAX_VALUE, SECOND, new Asked());
        calls.poll(7 * SECOND - 1);
        assertThat(calls.waitingCount()).isEqualTo(1);
        calls.poll(7 * SECOND);
        assertThat(calls.waitingCount()).isZero();
    }

    @Test
    void aCallWithoutAnOutcomeEndsAsUnknown() {
        up(0);
        calls.ask(new VenueCall.Balances(), Long.MAX_VALUE, 0, new Asked());
        calls.poll(0);
        calls.poll(30 * SECOND);
        assertThat(told).containsExactly("up", "NO_OUTCOME");
        network.toTell.add(to -> to.answered(1, HttpAnswer.json(200, "{}"), 31 * SECOND));
        wires.poll(31 * SECOND, 10);
        assertThat(told).containsExactly("up", "NO_OUTCOME");
    }

    @Test
    void aQueueIsBoundedAndAnExpiredCallIsDropped() {
        for (int i = 0; i < 100; i++) {
            assertThat(calls.ask(new VenueCall.Balances(), SECOND, 0, new Asked()))
                    .isPresent();
        }
        assertThat(calls.ask(new VenueCall.Balances(), SECOND, 0, new Asked())).isEmpty();
        calls.poll(SECOND);
        assertThat(told).hasSize(100).containsOnly("dropped WAITED_TOO_LONG");
    }
}
