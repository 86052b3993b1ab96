package io.tidegate.wire;

import static io.tidegate.wire.RandomWords.amount;
import static io.tidegate.wire.RandomWords.any;
import static io.tidegate.wire.RandomWords.anyInt;
import static io.tidegate.wire.RandomWords.grid;
import static io.tidegate.wire.RandomWords.limits;
import static io.tidegate.wire.RandomWords.name;
import static io.tidegate.wire.RandomWords.orderTerms;
import static io.tidegate.wire.RandomWords.proposal;
import static io.tidegate.wire.RandomWords.raw;
import static io.tidegate.wire.RandomWords.sentence;
import static io.tidegate.wire.RandomWords.venueTerms;

import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportParked;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.testkit.Seed;
import java.util.List;
import java.util.function.Function;

/// One generator for each kind of command.
final class RandomCommands {
    static final List<Function<Seed, Command>> KINDS = List.of(
            seed -> new OpenSource(name(seed), any(seed)),
            seed -> new StartIncarnation(any(seed)),
            seed -> new ActivateRules(anyInt(seed)),
            seed -> new Heartbeat(),
            seed -> new ReportStorage(seed.chance(50), any(seed)),
            seed -> new BeginImage(),
            seed -> new DefineAsset(name(seed)),
            seed -> new DefineInstrument(
                    name(seed), seed.pick(AssetClass.class), name(seed), name(seed), anyInt(seed), anyInt(seed)),
            seed -> new DefineVenueAccount(name(seed), name(seed), name(seed), venueTerms(seed)),
            seed -> new SetGrid(anyInt(seed), anyInt(seed), grid(seed)),
            seed -> new SetLimits(name(seed), limits(seed), name(seed)),
            seed -> new SetMark(anyInt(seed), any(seed), any(seed), any(seed), any(seed)),
            seed -> new PlaceOrder(orderTerms(seed), proposal(seed), any(seed)),
            seed -> new ProposeChildren(any(seed), anyInt(seed), proposal(seed)),
            seed -> new CancelOrder(name(seed), any(seed), name(seed), name(seed), sentence(seed)),
            seed -> new AmendOrder(
                    name(seed), any(seed), name(seed), any(seed), any(seed), any(seed), name(seed), sentence(seed)),
            seed -> new SetKillSwitch(
                    seed.pick(KillScope.class), name(seed), seed.chance(50), name(seed), sentence(seed)),
            seed -> new ClaimVenue(anyInt(seed), name(seed), any(seed)),
            seed -> new SetGate(anyInt(seed), any(seed), seed.chance(50), sentence(seed)),
            seed -> new ReportNotSent(any(seed), any(seed), sentence(seed)),
            seed -> new ReportAcknowledged(any(seed), name(seed), seed.pick(Evidence.class), any(seed)),
            seed -> new ReportFill(
                    anyInt(seed),
                    anyInt(seed),
                    any(seed),
                    name(seed),
                    name(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    anyInt(seed),
                    seed.pick(Liquidity.class),
                    any(seed),
                    seed.pick(Evidence.class)),
            seed -> new ReportEnded(
                    any(seed),
                    seed.pick(EndKind.class),
                    any(seed),
                    name(seed),
                    sentence(seed),
                    seed.pick(Evidence.class),
                    any(seed)),
            seed -> new ReportCancelRefused(any(seed), sentence(seed), seed.pick(Evidence.class)),
            seed -> new ReportAmended(any(seed), any(seed), any(seed), name(seed), seed.pick(Evidence.class)),
            seed -> new ReportAmendRefused(any(seed), sentence(seed), seed.pick(Evidence.class)),
            seed -> new ReportUnknown(any(seed), sentence(seed)),
            seed -> new ReportAbsent(any(seed), any(seed), any(seed), any(seed), sentence(seed)),
            seed -> new ReportBalance(anyInt(seed), anyInt(seed), amount(seed), any(seed)),
            seed -> new ReportParked(anyInt(seed), anyInt(seed), sentence(seed), raw(seed)),
            seed -> new ReportFillCorrected(
                    anyInt(seed),
                    anyInt(seed),
                    name(seed),
                    name(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    amount(seed),
                    amount(seed),
                    anyInt(seed),
                    any(seed),
                    seed.pick(Evidence.class),
                    sentence(seed)),
            seed -> new ReportCashFlow(
                    anyInt(seed),
                    anyInt(seed),
                    amount(seed),
                    seed.pick(CashFlow.class),
                    anyInt(seed),
                    name(seed),
                    any(seed),
                    sentence(seed)),
            seed -> new AdjustPosition(
                    anyInt(seed),
                    anyInt(seed),
                    seed.pick(Side.class),
                    any(seed),
                    amount(seed),
                    name(seed),
                    name(seed),
                    sentence(seed)),
            seed -> new SetInstrumentLimits(name(seed), anyInt(seed), RandomWords.instrumentLimits(seed), name(seed)),
            seed -> new SetLossLimits(name(seed), RandomWords.lossLimits(seed), name(seed)));

    private RandomCommands() {}
}
