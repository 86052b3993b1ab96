package io.tidegate.wire;

import static io.tidegate.wire.RandomWords.amount;
import static io.tidegate.wire.RandomWords.any;
import static io.tidegate.wire.RandomWords.anyInt;
import static io.tidegate.wire.RandomWords.asset;
import static io.tidegate.wire.RandomWords.endKind;
import static io.tidegate.wire.RandomWords.grid;
import static io.tidegate.wire.RandomWords.instructions;
import static io.tidegate.wire.RandomWords.instrument;
import static io.tidegate.wire.RandomWords.limits;
import static io.tidegate.wire.RandomWords.name;
import static io.tidegate.wire.RandomWords.orderTerms;
import static io.tidegate.wire.RandomWords.raw;
import static io.tidegate.wire.RandomWords.refusal;
import static io.tidegate.wire.RandomWords.sentence;
import static io.tidegate.wire.RandomWords.venueAccount;
import static io.tidegate.wire.RandomWords.working;

import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.BalanceChecked;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.event.OrderTriggered;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionBaseStands;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.event.RulesActivated;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.LossStep;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.testkit.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One generator for each kind of event.
final class RandomEvents {
    static final List<Function<Seed, Event>> KINDS = List.of(
            seed -> new SourceOpened(any(seed), name(seed), any(seed)),
            seed -> new SourceStands(any(seed), name(seed), any(seed)),
            seed -> new CommandRefused(refusal(seed)),
            seed -> new CommandApplied(),
            seed -> new IncarnationStarted(anyInt(seed)),
            seed -> new RulesActivated(anyInt(seed)),
            seed -> new HeartbeatSeen(),
            seed -> new StorageChanged(seed.chance(50), any(seed)),
            seed -> new AssetDefined(asset(seed)),
            seed -> new InstrumentDefined(instrument(seed)),
            seed -> new VenueAccountDefined(venueAccount(seed)),
            seed -> new GridSet(anyInt(seed), anyInt(seed), grid(seed)),
            seed -> new LimitsSet(name(seed), limits(seed), name(seed)),
            seed -> new MarkSet(anyInt(seed), any(seed), any(seed), any(seed), any(seed)),
            seed -> new OrderAccepted(any(seed), orderTerms(seed), any(seed)),
            seed -> new OrderRepeated(any(seed), name(seed), name(seed)),
            seed -> new OrderRefused(name(seed), name(seed), any(seed), refusal(seed)),
            seed -> new ProposalRefused(any(seed), anyInt(seed), anyInt(seed), refusal(seed)),
            seed -> new ChildReady(
                    any(seed),
                    any(seed),
                    anyInt(seed),
                    anyInt(seed),
                    seed.pick(Side.class),
                    seed.pick(OrderType.class),
                    seed.pick(TimeInForce.class),
                    any(seed),
                    any(seed),
                    seed.chance(50),
                    any(seed),
                    anyInt(seed),
                    any(seed),
                    any(seed),
                    instructions(seed)),
            seed -> new ChildHeld(
                    any(seed),
                    any(seed),
                    anyInt(seed),
                    seed.pick(OrderType.class),
                    seed.pick(TimeInForce.class),
                    any(seed),
                    any(seed)),
            seed -> new CancelReady(any(seed), any(seed), anyInt(seed), any(seed), name(seed)),
            seed -> new AmendReady(any(seed), any(seed), anyInt(seed), any(seed), name(seed), any(seed), any(seed)),
            seed -> new ChildMoved(
                    any(seed),
                    any(seed),
                    seed.pick(OrderStatus.class),
                    seed.pick(OrderStatus.class),
                    any(seed),
                    name(seed),
                    seed.pick(Evidence.class),
                    sentence(seed)),
            seed -> new ChildAmended(any(seed), any(seed), any(seed), any(seed), seed.pick(Evidence.class)),
            seed -> new OrderMoved(
                    any(seed),
                    seed.pick(OrderStatus.class),
                    seed.pick(OrderStatus.class),
                    any(seed),
                    seed.pick(Evidence.class),
                    sentence(seed)),
            seed -> new OrderAmended(any(seed), working(seed)),
            seed -> new AmendRefused(any(seed), refusal(seed)),
            seed -> new OrderTriggered(any(seed), any(seed), any(seed)),
            seed -> new OrderFlagged(any(seed), any(seed), seed.pick(Flag.class), sentence(seed)),
            seed -> new FillBooked(
                    any(seed),
                    any(seed),
                    anyInt(seed),
                    anyInt(seed),
                    name(seed),
                    name(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    anyInt(seed),
                    seed.pick(Liquidity.class),
                    any(seed),
                    seed.pick(Evidence.class)),
            seed -> new BalanceChanged(
                    anyInt(seed), anyInt(seed), amount(seed), amount(seed), any(seed), seed.pick(BalanceCause.class)),
            seed -> new PositionChanged(
                    anyInt(seed), anyInt(seed), any(seed), amount(seed), amount(seed), seed.pick(PositionCause.class)),
            seed -> new VenueClaimed(anyInt(seed), name(seed), any(seed), any(seed)),
            seed -> new GateChanged(anyInt(seed), seed.chance(50), sentence(seed)),
            seed -> new KillSwitchSet(
                    seed.pick(KillScope.class), name(seed), seed.chance(50), name(seed), sentence(seed)),
            seed -> new FactParked(anyInt(seed), anyInt(seed), sentence(seed), raw(seed)),
            seed -> new FillCorrected(
                    any(seed),
                    any(seed),
                    anyInt(seed),
                    anyInt(seed),
                    name(seed),
                    name(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    anyInt(seed),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    anyInt(seed),
                    any(seed),
                    seed.pick(Evidence.class),
                    sentence(seed)),
            seed -> new CashFlowBooked(
                    anyInt(seed),
                    anyInt(seed),
                    amount(seed),
                    seed.pick(CashFlow.class),
                    anyInt(seed),
                    name(seed),
                    any(seed),
                    sentence(seed)),
            seed -> new PositionAdjusted(
                    anyInt(seed),
                    anyInt(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    name(seed),
                    name(seed),
                    sentence(seed)),
            seed -> new BalanceChecked(anyInt(seed), anyInt(seed), amount(seed), amount(seed), amount(seed)),
            seed -> new InstrumentLimitsSet(name(seed), anyInt(seed), RandomWords.instrumentLimits(seed), name(seed)),
            seed -> new LossLimitsSet(name(seed), RandomWords.lossLimits(seed), name(seed)),
            seed -> new LossStepChanged(
                    name(seed),
                    seed.pick(LossStep.class),
                    seed.pick(LossStep.class),
                    amount(seed),
                    amount(seed),
                    amount(seed)),
            seed -> new ImageBegins(),
            seed -> new ImageEnds(any(seed)),
            seed -> new OrderStands(
                    any(seed),
                    orderTerms(seed),
                    seed.pick(OrderStatus.class),
                    any(seed),
                    anyInt(seed),
                    seed.chance(50),
                    any(seed),
                    any(seed),
                    any(seed),
                    seed.pick(Evidence.class),
                    sentence(seed),
                    working(seed),
                    seed.chance(50) ? Optional.of(working(seed)) : Optional.empty(),
                    seed.chance(50),
                    any(seed)),
            seed -> new ChildStands(
                    any(seed),
                    any(seed),
                    anyInt(seed),
                    anyInt(seed),
                    seed.pick(Side.class),
                    seed.pick(OrderType.class),
                    seed.pick(TimeInForce.class),
                    any(seed),
                    any(seed),
                    seed.chance(50),
                    anyInt(seed),
                    seed.pick(OrderStatus.class),
                    any(seed),
                    amount(seed),
                    any(seed),
                    endKind(seed),
                    name(seed),
                    any(seed),
                    anyInt(seed),
                    any(seed),
                    any(seed),
                    any(seed),
                    any(seed),
                    seed.chance(50),
                    seed.pick(Evidence.class),
                    sentence(seed),
                    instructions(seed),
                    any(seed),
                    any(seed)),
            seed -> new FillKeyStands(anyInt(seed), anyInt(seed), name(seed), name(seed), any(seed), any(seed)),
            seed -> new KeyStands(name(seed), name(seed), any(seed), any(seed), any(seed), any(seed)),
            seed -> new LedgerStands(seed.pick(LedgerAccount.class), anyInt(seed), anyInt(seed), amount(seed)),
            seed -> new CoreStands(any(seed), anyInt(seed), anyInt(seed), any(seed)),
            seed -> new FillStands(
                    anyInt(seed),
                    anyInt(seed),
                    name(seed),
                    name(seed),
                    any(seed),
                    any(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    anyInt(seed),
                    any(seed),
                    any(seed)),
            seed -> new PositionBaseStands(anyInt(seed), anyInt(seed), any(seed), amount(seed), amount(seed)),
            seed -> new ChargeStands(
                    anyInt(seed), anyInt(seed), anyInt(seed), seed.pick(LedgerAccount.class), amount(seed)),
            seed -> new LossStands(
                    name(seed),
                    seed.pick(LossStep.class),
                    any(seed),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    seed.chance(50)));

    private RandomEvents() {}
}
