package io.tidegate.wire;

import static io.tidegate.wire.GoldenWords.GRID;
import static io.tidegate.wire.GoldenWords.LIMITS;
import static io.tidegate.wire.GoldenWords.PROPOSAL;
import static io.tidegate.wire.GoldenWords.TERMS;
import static io.tidegate.wire.GoldenWords.VENUE_TERMS;

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
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.venue.CashFlow;
import java.util.List;

/// One command of each kind, for ever as it is: what the golden bytes say.
final class GoldenCommands {
    static final List<Command> EACH = List.of(
            new OpenSource("api", 0x0123456789ABCDEFL),
            new StartIncarnation(1_766_000_000_123L),
            new ActivateRules(2),
            new Heartbeat(),
            new ReportStorage(true, 5_000_000_000L),
            new BeginImage(),
            new DefineAsset("USDT"),
            new DefineInstrument("BTC/USDT", AssetClass.FUTURE, "BTC", "USDT", 8, 6),
            new DefineVenueAccount("desk-7", "binance", "main", VENUE_TERMS),
            new SetGrid(3, 11, GRID),
            new SetLimits("desk-7", LIMITS, "ada"),
            new SetMark(11, 6_712_345_000_000L, 6_712_346_000_000L, 6_712_345_500_000L, 1_766_000_000_000_000_001L),
            new PlaceOrder(TERMS, PROPOSAL, 1_766_000_000_000_000_002L),
            new ProposeChildren(1_001, 4, PROPOSAL),
            new CancelOrder("desk-7", 1_001, "k-42", "ada", "price moved — größer"),
            new AmendOrder(
                    "desk-7",
                    1_001,
                    "k-42",
                    250_002,
                    6_712_345_670_004L,
                    6_712_345_670_005L,
                    "ada",
                    "price moved — größer"),
            new SetKillSwitch(KillScope.ACCOUNT, "desk-7", true, "ada", "price moved — größer"),
            new ClaimVenue(3, "gw-1", 0x0123456789ABCDEFL),
            new SetGate(3, 9, false, "price moved — größer"),
            new ReportNotSent(2_002, 9, "price moved — größer"),
            new ReportAcknowledged(2_002, "28457", Evidence.VENUE_STREAM, 1_766_000_000_000_000_003L),
            new ReportFill(
                    3,
                    11,
                    2_002,
                    "28457",
                    "T-77",
                    Side.SELL,
                    250_000,
                    Amount.parse("67123.4567"),
                    Amount.parse("-16780.864175"),
                    Amount.parse("0.000000000000000001"),
                    2,
                    Liquidity.TAKER,
                    1_766_000_000_000_000_003L,
                    Evidence.VENUE_STREAM),
            new ReportEnded(
                    2_002,
                    EndKind.EXPIRED,
                    -1,
                    "28457",
                    "price moved — größer",
                    Evidence.VENUE_STREAM,
                    1_766_000_000_000_000_003L),
            new ReportCancelRefused(2_002, "price moved — größer", Evidence.VENUE_STREAM),
            new ReportAmended(2_002, 250_002, 6_712_345_670_004L, "28458", Evidence.VENUE_STREAM),
            new ReportAmendRefused(2_002, "price moved — größer", Evidence.VENUE_ANSWER),
            new ReportUnknown(2_002, "price moved — größer"),
            new ReportAbsent(
                    2_002, 9, 1_766_000_000_000_000_004L, 1_766_000_000_000_000_005L, "by client id, open, history"),
            new ReportBalance(3, 2, Amount.parse("170000000000000000000"), 6),
            new ReportParked(3, 11, "price beyond scale", "{\"p\":\"0.1234567890123456789\"}"),
            new ReportFillCorrected(
                    3,
                    11,
                    "28457",
                    "T-77",
                    Side.SELL,
                    240_000,
                    Amount.parse("67123.4568"),
                    Amount.parse("16109.62"),
                    Amount.parse("-0.000000000000000002"),
                    2,
                    1_766_000_000_000_000_010L,
                    Evidence.VENUE_LOOKUP,
                    "price moved — größer"),
            new ReportCashFlow(
                    3,
                    2,
                    Amount.parse("-1.25"),
                    CashFlow.FUNDING,
                    11,
                    "F-9",
                    1_766_000_000_000_000_011L,
                    "price moved — größer"),
            new AdjustPosition(3, 11, Side.BUY, 250_002, Amount.parse("16780.5"), "A-1", "ada", "price moved — größer"),
            new SetInstrumentLimits("desk-7", 11, new InstrumentLimits(77, 900_000, 5_000_000), "ada"),
            new SetLossLimits("desk-7", GoldenWords.LOSS_LIMITS, "ada"));

    private GoldenCommands() {}
}
