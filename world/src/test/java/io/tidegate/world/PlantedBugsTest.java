package io.tidegate.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.core.StateMachine;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Proves that the net catches fish: each test plants a bug that other platforms have had, and the world must find it.
class PlantedBugsTest {
    private static final int SEEDS_MAX = 60;

    @Test
    void aFillBookedPerReportInsteadOfPerIdIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void apply(Command command, long nowNs, EventSink out) {
                        super.apply(
                                command instanceof ReportFill fill ? renamed(fill, "#" + nowNs) : command, nowNs, out);
                    }
                },
                "fill");
    }

    @Test
    void silenceTakenForARejectionIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void apply(Command command, long nowNs, EventSink out) {
                        super.apply(command, nowNs, out);
                        if (command instanceof ReportUnknown unknown) {
                            super.apply(ended(unknown.childId(), EndKind.REJECTED, nowNs), nowNs, out);
                        }
                    }
                },
                "think dead");
    }

    @Test
    void aCancelConfirmedBeforeTheVenueDidIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void apply(Command command, long nowNs, EventSink out) {
                        List<CancelReady> cancels = new ArrayList<>();
                        super.apply(command, nowNs, event -> {
                            out.emit(event);
                            if (event instanceof CancelReady cancel) {
                                cancels.add(cancel);
                            }
                        });
                        for (CancelReady cancel : cancels) {
                            super.apply(ended(cancel.childId(), EndKind.CANCELLED, nowNs), nowNs, out);
                        }
                    }
                },
                "think dead");
    }

    @Test
    void aSnapshotThatForgetsWhichFillsAreBookedIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void restore(Event line) {
                        if (!(line instanceof FillKeyStands)) {
                            super.restore(line);
                        }
                    }
                },
                "a fill is booked once");
    }

    @Test
    void aRetryWithoutAskingIsFound() {
        found(
                session -> new PlantedSession(session) {
                    private final Map<Long, VenueCall> submits = new HashMap<>();

                    @Override
                    public void call(long callId, VenueCall call, long now, Effects out) {
                        if (call instanceof VenueCall.Submit) {
                            submits.put(callId, call);
                        }
                        super.call(callId, call, now, out);
                    }

                    @Override
                    void outcome(long callId, Outcome outcome, Effects out) {
                        VenueCall submit = submits.remove(callId);
                        boolean unknown = outcome instanceof Outcome.Failed failed
                                && failed.error().certainty() == VenueError.Certainty.UNKNOWN;
                        if (submit != null && unknown) {
                            real.call(callId + (1L << 40), submit, nowNs, out);
                        }
                        super.outcome(callId, outcome, out);
                    }
                },
                "no order is sent twice");
    }

    @Test
    void aReconnectWithoutCatchingUpOnFillsIsFound() {
        found(
                session -> new PlantedSession(session) {
                    @Override
                    void outcome(long callId, Outcome outcome, Effects out) {
                        boolean fills = outcome instanceof Outcome.FillsSeen;
                        super.outcome(callId, fills ? new Outcome.FillsSeen(List.of()) : outcome, out);
                    }
                },
                "every doubt is settled");
    }

    @Test
    void anAbsenceBelievedAtTheFirstWordIsFound() {
        found(
                session -> new PlantedSession(session) {
                    @Override
                    void outcome(long callId, Outcome outcome, Effects out) {
                        boolean absent = outcome instanceof Outcome.NotFound;
                        super.outcome(callId, absent ? refused() : outcome, out);
                        if (absent) {
                            out.report(new VenueReport.Unreadable("planted", ""));
                        }
                    }
                },
                "open orders are the same on both sides");
    }

    @Test
    void aForgottenFeeIsFound() {
        found(
                session -> new PlantedSession(session) {
                    @Override
                    void report(VenueReport report, Effects out) {
                        super.report(
                                report instanceof VenueReport.FillReport fill
                                        ? new VenueReport.FillReport(free(fill.fill()))
                                        : report,
                                out);
                    }
                },
                "a fill is booked as it happened");
    }

    private static void found(Supplier<StateMachine> machine, String rule) {
        found(WorldSettings.stormy().withMachine(machine), rule);
    }

    private static void found(UnaryOperator<VenueSession> session, String rule) {
        found(WorldSettings.stormy().withSession(session), rule);
    }

    /// Runs worlds until one fails, and checks that it fails for that reason.
    private static void found(WorldSettings settings, String rule) {
        WorldSettings quick = new WorldSettings(
                settings.faultsPerMinute(),
                settings.actEveryNs(),
                settings.machine(),
                settings.session(),
                Duration.ofMinutes(2));
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            try {
                new World(seed, quick).run(Duration.ofMinutes(2));
            } catch (WorldFailure failure) {
                assertThat(failure).hasMessageContaining(rule);
                assertThat(failure.seed()).isEqualTo(seed);
                return;
            }
        }
        throw new AssertionError("not found within " + SEEDS_MAX + " seeds");
    }

    private static ReportFill renamed(ReportFill fill, String suffix) {
        return new ReportFill(
                fill.venueAccount(),
                fill.instrument(),
                fill.childId(),
                fill.venueOrderId(),
                fill.tradeId() + suffix,
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.quote(),
                fill.fee(),
                fill.feeAsset(),
                fill.liquidity(),
                fill.venueTimeNs(),
                fill.evidence());
    }

    private static ReportEnded ended(long childId, EndKind kind, long nowNs) {
        return new ReportEnded(childId, kind, -1, "", "planted", Evidence.VENUE_ANSWER, nowNs);
    }

    private static Outcome refused() {
        return new Outcome.Failed(new VenueError(
                VenueError.Category.INVALID_REQUEST,
                VenueError.Certainty.NOT_EXECUTED,
                VenueError.Reason.OTHER,
                "PLANTED",
                "",
                0));
    }

    private static FillSeen free(FillSeen fill) {
        return new FillSeen(
                fill.instrument(),
                fill.clientOrderId(),
                fill.venueOrderId(),
                fill.tradeId(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.quote(),
                Amount.ZERO,
                "",
                fill.liquidity(),
                fill.timeNs());
    }
}
