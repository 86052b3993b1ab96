package io.tidegate.wire;

import static io.tidegate.wire.GoldenWords.GRID;
import static io.tidegate.wire.GoldenWords.INSTRUCTIONS;
import static io.tidegate.wire.GoldenWords.LIMITS;
import static io.tidegate.wire.GoldenWords.NOW;
import static io.tidegate.wire.GoldenWords.REFUSAL;
import static io.tidegate.wire.GoldenWords.TERMS;
import static io.tidegate.wire.GoldenWords.VENUE_TERMS;

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
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.LossStep;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.model.venue.VenueAccount;
import java.util.List;
import java.util.Optional;

/// One event of each kind, for ever as it is: what the golden bytes say.
final class GoldenEvents {
    static final List<Event> EACH = List.of(
            new SourceOpened(5, "api", 0x0123456789ABCDEFL),
            new SourceStands(5, "api", 77),
            new CommandRefused(REFUSAL),
            new CommandApplied(),
            new IncarnationStarted(12),
            new RulesActivated(2),
            new HeartbeatSeen(),
            new StorageChanged(true, 5_000_000_000L),
            new AssetDefined(new Asset(2, "USDT")),
            new InstrumentDefined(new Instrument(11, "BTC/USDT", AssetClass.SPOT, 1, 2, 8, 6)),
            new VenueAccountDefined(new VenueAccount(3, "desk-7", "binance", "main", VENUE_TERMS)),
            new GridSet(3, 11, GRID),
            new LimitsSet("desk-7", LIMITS, "ada"),
            new MarkSet(11, 6_712_345_000_000L, 6_712_346_000_000L, 6_712_345_500_000L, 1_766_000_000_000_000_001L),
            new OrderAccepted(1_001, TERMS, 1_766_000_000_000_000_002L),
            new OrderRepeated(1_001, "desk-7", "k-42"),
            new OrderRefused("desk-7", "k-42", 1_001, REFUSAL),
            new ProposalRefused(1_001, 4, 5, REFUSAL),
            new ChildReady(
                    2_002,
                    1_001,
                    3,
                    11,
                    Side.SELL,
                    OrderType.LIMIT,
                    TimeInForce.IOC,
                    250_000,
                    6_712_345_670_000L,
                    true,
                    9,
                    12,
                    1_766_000_000_000_000_006L,
                    1_766_000_000_000_000_002L,
                    INSTRUCTIONS),
            new ChildHeld(2_003, 1_001, 3, OrderType.LIMIT, TimeInForce.IOC, 250_000, 6_712_345_670_000L),
            new CancelReady(2_002, 1_001, 3, 9, "28457"),
            new AmendReady(2_002, 1_001, 3, 9, "28457", 250_002, 6_712_345_670_004L),
            new ChildMoved(
                    2_002,
                    1_001,
                    OrderStatus.SUBMITTED,
                    OrderStatus.PARTIALLY_FILLED,
                    100_000,
                    "28457",
                    Evidence.VENUE_STREAM,
                    "price moved — größer"),
            new ChildAmended(2_002, 1_001, 250_002, 6_712_345_670_004L, Evidence.VENUE_STREAM),
            new OrderMoved(
                    1_001,
                    OrderStatus.SUBMITTED,
                    OrderStatus.PARTIALLY_FILLED,
                    100_000,
                    Evidence.VENUE_STREAM,
                    "price moved — größer"),
            new OrderAmended(1_001, NOW),
            new AmendRefused(1_001, REFUSAL),
            new OrderTriggered(1_001, 6_712_345_670_007L, 6_712_345_670_005L),
            new OrderFlagged(1_001, 2_002, Flag.FILLS_MISSING, "120 of 100"),
            new FillBooked(
                    2_002,
                    1_001,
                    3,
                    11,
                    "28457",
                    "T-77",
                    Side.SELL,
                    250_000,
                    Amount.parse("67123.4567"),
                    Amount.parse("-16780.864175"),
                    Amount.parse("-0.00000001"),
                    Amount.parse("0.000000000000000001"),
                    2,
                    Liquidity.TAKER,
                    1_766_000_000_000_000_003L,
                    Evidence.VENUE_STREAM),
            new BalanceChanged(
                    3,
                    2,
                    Amount.parse("170000000000000000000"),
                    Amount.parse("16780.8642"),
                    6,
                    BalanceCause.RESERVATION),
            new PositionChanged(
                    3,
                    11,
                    250_000,
                    Amount.parse("-2.25"),
                    Amount.parse("-170000000000000000000"),
                    PositionCause.DECREASE),
            new VenueClaimed(3, "gw-1", 9, 0x0123456789ABCDEFL),
            new GateChanged(3, false, "price moved — größer"),
            new KillSwitchSet(KillScope.ACCOUNT, "desk-7", true, "ada", "price moved — größer"),
            new FactParked(3, 11, "price beyond scale", "{\"p\":\"0.1234567890123456789\"}"),
            new FillCorrected(
                    2_002,
                    1_001,
                    3,
                    11,
                    "28457",
                    "T-77",
                    Side.SELL,
                    250_000,
                    Amount.parse("16780.864175"),
                    Amount.parse("0.000000000000000001"),
                    2,
                    240_000,
                    Amount.parse("67123.4568"),
                    Amount.parse("16109.62"),
                    Amount.parse("-0.00000003"),
                    Amount.parse("-0.000000000000000002"),
                    4,
                    1_766_000_000_000_000_010L,
                    Evidence.VENUE_LOOKUP,
                    "price moved — größer"),
            new CashFlowBooked(
                    3,
                    2,
                    Amount.parse("-1.25"),
                    CashFlow.FUNDING,
                    11,
                    "F-9",
                    1_766_000_000_000_000_011L,
                    "price moved — größer"),
            new PositionAdjusted(
                    3, 11, Side.BUY, 250_002, Amount.parse("16780.5"), "A-1", "ada", "price moved — größer"),
            new BalanceChecked(3, 2, Amount.parse("16780.9"), Amount.parse("-0.1"), Amount.parse("0.3")),
            new InstrumentLimitsSet("desk-7", 11, new InstrumentLimits(77, 900_000, 5_000_000), "ada"),
            new LossLimitsSet("desk-7", GoldenWords.LOSS_LIMITS, "ada"),
            new LossStepChanged(
                    "desk-7",
                    LossStep.SHRINK,
                    LossStep.FLATTEN,
                    Amount.parse("-301"),
                    Amount.parse("302"),
                    Amount.parse("303")),
            new ImageBegins(),
            new ImageEnds(31),
            new OrderStands(
                    1_001,
                    TERMS,
                    OrderStatus.PENDING_CANCEL,
                    100_000,
                    5,
                    true,
                    1_766_000_000_000_000_008L,
                    0,
                    1_766_000_000_000_000_002L,
                    Evidence.VENUE_STREAM,
                    "price moved — größer",
                    NOW,
                    Optional.of(new WorkingTerms(250_003, 6_712_345_670_008L, 6_712_345_670_009L)),
                    true,
                    6_712_345_670_010L),
            new ChildStands(
                    2_002,
                    1_001,
                    3,
                    11,
                    Side.SELL,
                    OrderType.LIMIT,
                    TimeInForce.IOC,
                    250_000,
                    6_712_345_670_000L,
                    true,
                    12,
                    OrderStatus.PENDING_CANCEL,
                    100_000,
                    Amount.parse("1.5"),
                    250_000,
                    Optional.of(EndKind.CANCELLED),
                    "28457",
                    9,
                    12,
                    1_766_000_000_000_000_006L,
                    1_766_000_000_000_000_007L,
                    0,
                    1_766_000_000_000_000_002L,
                    true,
                    Evidence.VENUE_STREAM,
                    "price moved — größer",
                    INSTRUCTIONS,
                    250_002,
                    6_712_345_670_004L),
            new FillKeyStands(3, 11, "28457", "T-77", 2_002, 1_766_000_000_000_000_001L),
            new KeyStands("desk-7", "k-42", 1_001, 0x1122334455667788L, 0x99AABBCCDDEEFF00L, 0),
            new LedgerStands(LedgerAccount.VENUE_ROUNDING, 3, 2, Amount.parse("-1")),
            new CoreStands(3_003, 12, 2, 4_004),
            new FillStands(
                    3,
                    11,
                    "28457",
                    "T-77",
                    2_002,
                    1_001,
                    Side.SELL,
                    240_000,
                    Amount.parse("67123.4568"),
                    Amount.parse("16109.62"),
                    Amount.parse("-0.00000003"),
                    Amount.parse("-0.000000000000000002"),
                    4,
                    1_766_000_000_000_000_010L,
                    1_766_000_000_000_000_012L),
            new PositionBaseStands(3, 11, -250_003, Amount.parse("-2.26"), Amount.parse("7")),
            new ChargeStands(3, 11, 2, LedgerAccount.FUNDING, Amount.parse("1.25")),
            new LossStands(
                    "desk-7",
                    LossStep.FLATTEN,
                    1_766_000_000_000_000_013L,
                    20_439,
                    Amount.parse("-1"),
                    Amount.parse("2"),
                    Amount.parse("-301"),
                    true));

    private GoldenEvents() {}
}
