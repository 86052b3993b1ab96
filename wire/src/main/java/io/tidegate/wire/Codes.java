package io.tidegate.wire;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.wire.sbe.AssetClassCode;
import io.tidegate.wire.sbe.DuplicatesCode;
import io.tidegate.wire.sbe.EndKindCode;
import io.tidegate.wire.sbe.EvidenceCode;
import io.tidegate.wire.sbe.FlagCode;
import io.tidegate.wire.sbe.GroupRoleCode;
import io.tidegate.wire.sbe.KillScopeCode;
import io.tidegate.wire.sbe.OrderStatusCode;
import io.tidegate.wire.sbe.OrderTypeCode;
import io.tidegate.wire.sbe.RefusalReason;
import io.tidegate.wire.sbe.SelfTradeCode;
import io.tidegate.wire.sbe.SideCode;
import io.tidegate.wire.sbe.TimeInForceCode;
import io.tidegate.wire.sbe.TriggerCode;
import io.tidegate.wire.sbe.UrgencyCode;
import io.tidegate.wire.sbe.YesNo;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The words of `model` as codes on the wire, and back.
///
/// The schema states the code of each word; here each word is paired with it by name, so that a new word does not
/// compile until it has a code. The codes of an enum are dense from 1.
final class Codes {
    private static final AssetClass[] ASSET_CLASSES =
            table(AssetClass.values(), value -> of(value).value());
    private static final Limits.Duplicates[] DUPLICATES =
            table(Limits.Duplicates.values(), value -> of(value).value());
    private static final EndKind[] END_KINDS =
            table(EndKind.values(), value -> of(value).value());
    private static final Evidence[] EVIDENCE =
            table(Evidence.values(), value -> of(value).value());
    private static final Flag[] FLAGS = table(Flag.values(), value -> of(value).value());
    private static final KillScope[] KILL_SCOPES =
            table(KillScope.values(), value -> of(value).value());
    private static final OrderStatus[] ORDER_STATUSES =
            table(OrderStatus.values(), value -> of(value).value());
    private static final OrderType[] ORDER_TYPES =
            table(OrderType.values(), value -> of(value).value());
    private static final RefusalCode[] REFUSAL_CODES =
            table(RefusalCode.values(), value -> of(value).value());
    private static final Side[] SIDES = table(Side.values(), value -> of(value).value());
    private static final TimeInForce[] TIMES_IN_FORCE =
            table(TimeInForce.values(), value -> of(value).value());
    private static final Trigger[] TRIGGERS =
            table(Trigger.values(), value -> of(value).value());
    private static final Urgency[] URGENCIES =
            table(Urgency.values(), value -> of(value).value());
    private static final GroupRole[] GROUP_ROLES =
            table(GroupRole.values(), value -> of(value).value());
    private static final SelfTrade[] SELF_TRADES =
            table(SelfTrade.values(), value -> of(value).value());
    private static final VenueFeature[] VENUE_FEATURES = table(VenueFeature.values(), Codes::of);

    private Codes() {}

    static YesNo of(boolean yes) {
        return yes ? YesNo.YES : YesNo.NO;
    }

    static boolean yes(String field, int code) throws WireException {
        if (code != YesNo.YES.value() && code != YesNo.NO.value()) {
            throw new WireException(field + ": code " + code + ", expected 1 or 2");
        }
        return code == YesNo.YES.value();
    }

    static EndKindCode of(Optional<EndKind> value) {
        return value.isPresent() ? of(value.get()) : EndKindCode.NULL_VAL;
    }

    static Optional<EndKind> optionalEndKind(int code) throws WireException {
        return code == EndKindCode.NULL_VAL.value() ? Optional.empty() : Optional.of(endKind(code));
    }

    static AssetClassCode of(AssetClass value) {
        return switch (value) {
            case SPOT -> AssetClassCode.SPOT;
            case FX -> AssetClassCode.FX;
            case EQUITY -> AssetClassCode.EQUITY;
            case FUTURE -> AssetClassCode.FUTURE;
            case OPTION -> AssetClassCode.OPTION;
            case TOKEN -> AssetClassCode.TOKEN;
            case POOL -> AssetClassCode.POOL;
        };
    }

    static AssetClass assetClass(int code) throws WireException {
        return one(ASSET_CLASSES, code, "asset class");
    }

    static DuplicatesCode of(Limits.Duplicates value) {
        return switch (value) {
            case OFF -> DuplicatesCode.OFF;
            case WARN -> DuplicatesCode.WARN;
            case REFUSE -> DuplicatesCode.REFUSE;
        };
    }

    static Limits.Duplicates duplicates(int code) throws WireException {
        return one(DUPLICATES, code, "duplicates");
    }

    static EndKindCode of(EndKind value) {
        return switch (value) {
            case FILLED -> EndKindCode.FILLED;
            case CANCELLED -> EndKindCode.CANCELLED;
            case EXPIRED -> EndKindCode.EXPIRED;
            case REJECTED -> EndKindCode.REJECTED;
        };
    }

    static EndKind endKind(int code) throws WireException {
        return one(END_KINDS, code, "end kind");
    }

    static EvidenceCode of(Evidence value) {
        return switch (value) {
            case NONE -> EvidenceCode.NONE;
            case NEVER_HANDED_OUT -> EvidenceCode.NEVER_HANDED_OUT;
            case NOT_SENT -> EvidenceCode.NOT_SENT;
            case VENUE_ANSWER -> EvidenceCode.VENUE_ANSWER;
            case VENUE_STREAM -> EvidenceCode.VENUE_STREAM;
            case VENUE_LOOKUP -> EvidenceCode.VENUE_LOOKUP;
            case PROVEN_ABSENT -> EvidenceCode.PROVEN_ABSENT;
            case PRESUMED_ABSENT -> EvidenceCode.PRESUMED_ABSENT;
            case OPERATOR -> EvidenceCode.OPERATOR;
        };
    }

    static Evidence evidence(int code) throws WireException {
        return one(EVIDENCE, code, "evidence");
    }

    static FlagCode of(Flag value) {
        return switch (value) {
            case LATE_FILL -> FlagCode.LATE_FILL;
            case OVER_FILL -> FlagCode.OVER_FILL;
            case FILLS_MISSING -> FlagCode.FILLS_MISSING;
            case BEFORE_HAND_OUT -> FlagCode.BEFORE_HAND_OUT;
            case LIKELY_DUPLICATE -> FlagCode.LIKELY_DUPLICATE;
            case IN_DOUBT -> FlagCode.IN_DOUBT;
            case SELF_TRADE_ACROSS_VENUES -> FlagCode.SELF_TRADE_ACROSS_VENUES;
            case REDUCED_BEYOND -> FlagCode.REDUCED_BEYOND;
            case GROUP_OVER_FILL -> FlagCode.GROUP_OVER_FILL;
            case FILL_CORRECTED -> FlagCode.FILL_CORRECTED;
            case FILL_BUSTED -> FlagCode.FILL_BUSTED;
        };
    }

    static Flag flag(int code) throws WireException {
        return one(FLAGS, code, "flag");
    }

    static GroupRoleCode of(GroupRole value) {
        return switch (value) {
            case NONE -> GroupRoleCode.NONE;
            case OCO -> GroupRoleCode.OCO;
            case OTO_FIRST -> GroupRoleCode.OTO_FIRST;
            case OTO_THEN -> GroupRoleCode.OTO_THEN;
            case BRACKET_ENTRY -> GroupRoleCode.BRACKET_ENTRY;
            case BRACKET_EXIT -> GroupRoleCode.BRACKET_EXIT;
        };
    }

    static GroupRole groupRole(int code) throws WireException {
        return one(GROUP_ROLES, code, "group role");
    }

    static KillScopeCode of(KillScope value) {
        return switch (value) {
            case ALL -> KillScopeCode.ALL;
            case ACCOUNT -> KillScopeCode.ACCOUNT;
            case VENUE_ACCOUNT -> KillScopeCode.VENUE_ACCOUNT;
            case STRATEGY -> KillScopeCode.STRATEGY;
            case INSTRUMENT -> KillScopeCode.INSTRUMENT;
        };
    }

    static KillScope killScope(int code) throws WireException {
        return one(KILL_SCOPES, code, "kill scope");
    }

    static OrderStatusCode of(OrderStatus value) {
        return switch (value) {
            case PENDING -> OrderStatusCode.PENDING;
            case SUBMITTED -> OrderStatusCode.SUBMITTED;
            case OPEN -> OrderStatusCode.OPEN;
            case PARTIALLY_FILLED -> OrderStatusCode.PARTIALLY_FILLED;
            case PENDING_CANCEL -> OrderStatusCode.PENDING_CANCEL;
            case PENDING_REPLACE -> OrderStatusCode.PENDING_REPLACE;
            case FILLED -> OrderStatusCode.FILLED;
            case CANCELLED -> OrderStatusCode.CANCELLED;
            case REJECTED -> OrderStatusCode.REJECTED;
            case EXPIRED -> OrderStatusCode.EXPIRED;
        };
    }

    static OrderStatus orderStatus(int code) throws WireException {
        return one(ORDER_STATUSES, code, "order status");
    }

    static OrderTypeCode of(OrderType value) {
        return switch (value) {
            case MARKET -> OrderTypeCode.MARKET;
            case LIMIT -> OrderTypeCode.LIMIT;
            case STOP_LIMIT -> OrderTypeCode.STOP_LIMIT;
            case STOP_MARKET -> OrderTypeCode.STOP_MARKET;
            case TRAILING_STOP -> OrderTypeCode.TRAILING_STOP;
            case FLASH_LOAN_ARBITRAGE -> OrderTypeCode.FLASH_LOAN_ARBITRAGE;
            case ATOMIC_SWAP -> OrderTypeCode.ATOMIC_SWAP;
        };
    }

    static OrderType orderType(int code) throws WireException {
        return one(ORDER_TYPES, code, "order type");
    }

    static RefusalReason of(RefusalCode value) {
        return switch (value) {
            case BAD_FIELD -> RefusalReason.BAD_FIELD;
            case BEYOND_RANGE -> RefusalReason.BEYOND_RANGE;
            case UNKNOWN -> RefusalReason.UNKNOWN;
            case NOT_SUPPORTED -> RefusalReason.NOT_SUPPORTED;
            case KEY_REUSED -> RefusalReason.KEY_REUSED;
            case DUPLICATE_ORDER -> RefusalReason.DUPLICATE_ORDER;
            case TOO_MANY_OPEN_ORDERS -> RefusalReason.TOO_MANY_OPEN_ORDERS;
            case TOO_MANY_ORDERS_PER_SECOND -> RefusalReason.TOO_MANY_ORDERS_PER_SECOND;
            case VALUE_TOO_LARGE -> RefusalReason.VALUE_TOO_LARGE;
            case OUTSIDE_COLLAR -> RefusalReason.OUTSIDE_COLLAR;
            case NO_REFERENCE -> RefusalReason.NO_REFERENCE;
            case OFF_GRID -> RefusalReason.OFF_GRID;
            case TOO_SMALL -> RefusalReason.TOO_SMALL;
            case TOO_LARGE -> RefusalReason.TOO_LARGE;
            case INSUFFICIENT_FUNDS -> RefusalReason.INSUFFICIENT_FUNDS;
            case VENUE_CLOSED -> RefusalReason.VENUE_CLOSED;
            case NO_VENUE -> RefusalReason.NO_VENUE;
            case KILL_SWITCH -> RefusalReason.KILL_SWITCH;
            case ALREADY_ENDED -> RefusalReason.ALREADY_ENDED;
            case OVER_PARENT -> RefusalReason.OVER_PARENT;
            case STALE_PROPOSAL -> RefusalReason.STALE_PROPOSAL;
            case DEADLINE_PASSED -> RefusalReason.DEADLINE_PASSED;
            case NOT_LEASED -> RefusalReason.NOT_LEASED;
            case OUT_OF_SEQUENCE -> RefusalReason.OUT_OF_SEQUENCE;
            case BUSY -> RefusalReason.BUSY;
            case STORAGE_LOW -> RefusalReason.STORAGE_LOW;
            case SKIPPED -> RefusalReason.SKIPPED;
            case SELF_TRADE -> RefusalReason.SELF_TRADE;
            case REDUCE_ONLY -> RefusalReason.REDUCE_ONLY;
            case BAD_GROUP -> RefusalReason.BAD_GROUP;
            case POSITION_LIMIT -> RefusalReason.POSITION_LIMIT;
            case LOSS_LIMIT -> RefusalReason.LOSS_LIMIT;
            case ORDER_TOO_LARGE -> RefusalReason.ORDER_TOO_LARGE;
        };
    }

    static RefusalCode refusalCode(int code) throws WireException {
        return one(REFUSAL_CODES, code, "refusal code");
    }

    static SelfTradeCode of(SelfTrade value) {
        return switch (value) {
            case REFUSE_NEWER -> SelfTradeCode.REFUSE_NEWER;
            case CANCEL_OLDER -> SelfTradeCode.CANCEL_OLDER;
            case CANCEL_BOTH -> SelfTradeCode.CANCEL_BOTH;
        };
    }

    static SelfTrade selfTrade(int code) throws WireException {
        return one(SELF_TRADES, code, "self-trade rule");
    }

    static SideCode of(Side value) {
        return switch (value) {
            case BUY -> SideCode.BUY;
            case SELL -> SideCode.SELL;
        };
    }

    static Side side(int code) throws WireException {
        return one(SIDES, code, "side");
    }

    static TimeInForceCode of(TimeInForce value) {
        return switch (value) {
            case GTC -> TimeInForceCode.GTC;
            case IOC -> TimeInForceCode.IOC;
            case FOK -> TimeInForceCode.FOK;
            case GTD -> TimeInForceCode.GTD;
            case DAY -> TimeInForceCode.DAY;
        };
    }

    static TimeInForce timeInForce(int code) throws WireException {
        return one(TIMES_IN_FORCE, code, "time in force");
    }

    static TriggerCode of(Trigger value) {
        return switch (value) {
            case LAST -> TriggerCode.LAST;
            case BID_ASK -> TriggerCode.BID_ASK;
            case MARK -> TriggerCode.MARK;
        };
    }

    static Trigger trigger(int code) throws WireException {
        return one(TRIGGERS, code, "trigger");
    }

    static UrgencyCode of(Urgency value) {
        return switch (value) {
            case NORMAL -> UrgencyCode.NORMAL;
            case FAST -> UrgencyCode.FAST;
            case IMMEDIATE -> UrgencyCode.IMMEDIATE;
        };
    }

    static Urgency urgency(int code) throws WireException {
        return one(URGENCIES, code, "urgency");
    }

    /// From 1; its bit in the set is one less.
    static int of(VenueFeature value) {
        return switch (value) {
            case STOP_LIMIT -> 1;
            case STOP_MARKET -> 2;
            case TRAILING_STOP -> 3;
            case ICEBERG -> 4;
            case GTD -> 5;
            case REDUCE_ONLY -> 6;
            case AMEND -> 7;
            case SELF_TRADE -> 8;
        };
    }

    static VenueFeature venueFeature(int code) throws WireException {
        return one(VENUE_FEATURES, code, "venue feature");
    }

    /// The words in the order of their codes; fails when the codes of the schema are not dense from 1.
    static <E> E[] table(E[] values, ToIntFunction<E> code) {
        var table = values.clone();
        for (var value : values) {
            table[code.applyAsInt(value) - 1] = value;
        }
        return table;
    }

    static <E> E one(E[] table, int code, String what) throws WireException {
        if (code < 1 || code > table.length) {
            throw new WireException(what + ": code " + code + ", expected 1 to " + table.length);
        }
        return table[code - 1];
    }
}
