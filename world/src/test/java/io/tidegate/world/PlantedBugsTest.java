package io.tidegate.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.core.StateMachine;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderState;
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
                "no fill is lost",
                "no fill is invented",
                "no order is filled beyond what it was for",
                "a fill is booked");
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
                        if (!(line instanceof FillStands)) {
                            super.restore(line);
                        }
                    }
                },
                "a fill is booked once",
                "OTHER_HISTORY",
                "positions are the sums of fills",
                "our balances are the venue's");
    }

    @Test
    void aUnitOfProfitFromNowhereIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void apply(Command command, long nowNs, EventSink out) {
                        super.apply(command, nowNs, event -> out.emit(flattered(event)));
                    }

                    private static Event flattered(Event event) {
                        return event instanceof PositionChanged position && position.cause() == PositionCause.DECREASE
                                ? new PositionChanged(
                                        position.venueAccount(),
                                        position.instrument(),
                                        position.quantity(),
                                        position.cost(),
                                        position.realised().plus(new Amount(0, 1)),
                                        position.cause())
                                : event;
                    }
                },
                "balances are what trading, fees and flows made them");
    }

    @Test
    void aRestThatIsPlacedBeforeTheOldOneHasEndedIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void apply(Command command, long nowNs, EventSink out) {
                        List<CancelReady> cancels = new ArrayList<>();
                        super.apply(command, nowNs, event -> {
                            out.emit(event);
                            if (command instanceof AmendOrder && event instanceof CancelReady cancel) {
                                cancels.add(cancel);
                            }
                        });
                        cancels.forEach(
                                cancel -> super.apply(ended(cancel.childId(), EndKind.CANCELLED, nowNs), nowNs, out));
                    }
                },
                "think dead",
                "no order is filled beyond what it was for");
    }

    @Test
    void aSnapshotThatForgetsWhatIsHeldIsFound() {
        found(
                () -> new PlantedMachine() {
                    @Override
                    public void restore(Event line) {
                        if (!(line instanceof ChildStands child && child.status() == OrderStatus.PENDING)) {
                            super.restore(line);
                        }
                    }
                },
                "OTHER_HISTORY",
                "nothing of an ended order is held");
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
                "no order is filled beyond what it was for",
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
                "open orders are the same on both sides",
                "every doubt is settled",
                "no fill is lost");
    }

    @Test
    void anAbsenceBelievedAtTheFirstWordIsFound() {
        found(
                session -> new PlantedSession(session) {
                    private final Map<Long, VenueCall.LookUp> lookUps = new HashMap<>();

                    @Override
                    public void call(long callId, VenueCall call, long now, Effects out) {
                        if (call instanceof VenueCall.LookUp lookUp) {
                            lookUps.put(callId, lookUp);
                        }
                        super.call(callId, call, now, out);
                    }

                    @Override
                    void outcome(long callId, Outcome outcome, Effects out) {
                        VenueCall.LookUp lookUp = lookUps.remove(callId);
                        if (lookUp != null && outcome instanceof Outcome.NotFound) {
                            super.outcome(callId, new Outcome.Found(rejected(lookUp.order())), out);
                        } else {
                            super.outcome(callId, outcome, out);
                        }
                    }
                },
                "think dead");
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

    private static void found(Supplier<StateMachine> machine, String... symptoms) {
        found(WorldSettings.stormy().withMachine(machine), symptoms);
    }

    private static void found(UnaryOperator<VenueSession> session, String... symptoms) {
        found(WorldSettings.stormy().withSession(session), symptoms);
    }

    /// Runs worlds until one fails, and checks that it fails by one of the bug's symptoms, and not without the bug. A
    /// bug may show in several ways; which one comes first changes with every change of a world's history.
    private static void found(WorldSettings settings, String... symptoms) {
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            try {
                run(seed, settings);
            } catch (WorldFailure failure) {
                String message = String.valueOf(failure.getMessage());
                assertThat(symptoms).as(message).anyMatch(message::contains);
                assertThat(failure.seed()).isEqualTo(seed);
                run(seed, WorldSettings.stormy());
                return;
            }
        }
        throw new AssertionError("not found within " + SEEDS_MAX + " seeds");
    }

    private static void run(long seed, WorldSettings settings) {
        WorldSettings quick = new WorldSettings(
                settings.faultsPerMinute(),
                settings.actEveryNs(),
                settings.machine(),
                settings.session(),
                Duration.ofMinutes(2));
        new World(seed, quick).run(Duration.ofMinutes(2));
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

    private static OrderState rejected(OrderKey order) {
        return new OrderState(
                order.instrument(), order.clientOrderId(), order.venueOrderId(), OrderStatus.REJECTED, 0, "planted", 0);
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
