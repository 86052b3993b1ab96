package io.tidegate.wire;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Constraints;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.risk.LossLimits;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import java.util.EnumSet;
import java.util.List;

/// What several golden messages are made of. Each number differs from its neighbours, so that no two can change places.
final class GoldenWords {
    static final EventHeader HEADER =
            new EventHeader(900_001, 0x0FEDCBA987654321L, 1_766_000_000_000_000_009L, 5, 77, 2, true);

    static final OrderTerms TERMS = new OrderTerms(
            "desk-7",
            "momentum",
            "k-42",
            11,
            Side.BUY,
            OrderType.STOP_LIMIT,
            TimeInForce.GTD,
            250_001,
            6_712_345_670_001L,
            6_712_345_670_002L,
            Trigger.BID_ASK,
            31,
            32,
            1_766_000_000_000_000_033L,
            1_766_000_000_000_000_034L,
            true,
            false,
            35,
            Urgency.FAST,
            36,
            37,
            "{\"desk\":\"Zürich\"}",
            new Constraints(List.of(3, 4), List.of(5), 38, true, 39, SelfTrade.CANCEL_OLDER, "selfTrade=EXPIRE_TAKER"),
            new Link(GroupRole.BRACKET_EXIT, "g-9"));

    static final WorkingTerms NOW = new WorkingTerms(250_002, 6_712_345_670_004L, 6_712_345_670_005L);

    static final Instructions INSTRUCTIONS = new Instructions(
            Trigger.MARK,
            6_712_345_670_006L,
            41,
            42,
            43,
            true,
            SelfTrade.CANCEL_BOTH,
            1_766_000_000_000_000_044L,
            "icebergLimit=5");

    static final List<ChildTerms> PROPOSAL = List.of(
            new ChildTerms(3, OrderType.LIMIT, TimeInForce.GTC, 150_001, 6_712_345_670_001L, true),
            new ChildTerms(4, OrderType.MARKET, TimeInForce.IOC, 100_000, 6_712_345_670_003L, false));

    static final Grid GRID = new Grid(1_000_000, 10, 20, 9_000_000_000L, Amount.parse("5.5"));

    static final Limits LIMITS = new Limits(
            1_001, 101, Amount.parse("250000"), 501, 10_000_000_001L, 1_000_000_002L, Limits.Duplicates.REFUSE);

    static final LossLimits LOSS_LIMITS = new LossLimits(
            2,
            3_600,
            new LossLimits.Steps(Amount.parse("100"), Amount.parse("200"), Amount.parse("300"), Amount.parse("400")),
            new LossLimits.Steps(Amount.parse("101"), Amount.parse("201"), Amount.parse("301"), Amount.parse("401")),
            Amount.parse("50"));

    static final VenueTerms VENUE_TERMS = new VenueTerms(
            11,
            2_000_000_001L,
            5_000_000_002L,
            1_000_000_003L,
            EnumSet.of(VenueFeature.STOP_LIMIT, VenueFeature.GTD, VenueFeature.SELF_TRADE),
            List.of("selfTrade", "icebergLimit"));

    static final Refusal REFUSAL = new Refusal(RefusalCode.OUTSIDE_COLLAR, "price", "120", "105");

    private GoldenWords() {}
}
