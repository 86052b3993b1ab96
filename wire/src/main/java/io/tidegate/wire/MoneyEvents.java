package io.tidegate.wire;

import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.wire.sbe.BalanceChangedDecoder;
import io.tidegate.wire.sbe.BalanceChangedEncoder;
import io.tidegate.wire.sbe.FillBookedDecoder;
import io.tidegate.wire.sbe.FillBookedEncoder;
import io.tidegate.wire.sbe.FillKeyStandsDecoder;
import io.tidegate.wire.sbe.FillKeyStandsEncoder;
import io.tidegate.wire.sbe.LedgerStandsDecoder;
import io.tidegate.wire.sbe.LedgerStandsEncoder;
import io.tidegate.wire.sbe.PositionChangedDecoder;
import io.tidegate.wire.sbe.PositionChangedEncoder;

/// The events that move money and positions. One thread.
final class MoneyEvents {
    private final FillBookedEncoder fillBookedEncoder = new FillBookedEncoder();
    private final FillBookedDecoder fillBookedDecoder = new FillBookedDecoder();
    private final BalanceChangedEncoder balanceChangedEncoder = new BalanceChangedEncoder();
    private final BalanceChangedDecoder balanceChangedDecoder = new BalanceChangedDecoder();
    private final PositionChangedEncoder positionChangedEncoder = new PositionChangedEncoder();
    private final PositionChangedDecoder positionChangedDecoder = new PositionChangedDecoder();
    private final FillKeyStandsEncoder fillKeyStandsEncoder = new FillKeyStandsEncoder();
    private final FillKeyStandsDecoder fillKeyStandsDecoder = new FillKeyStandsDecoder();
    private final LedgerStandsEncoder ledgerStandsEncoder = new LedgerStandsEncoder();
    private final LedgerStandsDecoder ledgerStandsDecoder = new LedgerStandsDecoder();

    void encode(FillBooked event, MessageWriter out) {
        var block = out.block(fillBookedEncoder);
        block.childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .side(Codes.of(event.side()))
                .quantity(event.quantity());
        AmountCodec.encode(event.price(), block.price());
        AmountCodec.encode(event.quote(), block.quoteAmount());
        AmountCodec.encode(event.rounding(), block.rounding());
        AmountCodec.encode(event.fee(), block.fee());
        block.feeAsset(event.feeAsset())
                .liquidity(MoneyCodes.of(event.liquidity()))
                .venueTimeNs(event.venueTimeNs())
                .evidence(Codes.of(event.evidence()));
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
        out.text("tradeId", event.tradeId(), TextLimits.NAME);
    }

    FillBooked fillBooked(MessageReader in) throws WireException {
        var block = in.block(fillBookedDecoder);
        return new FillBooked(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                block.instrument(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("tradeId", TextLimits.NAME),
                Codes.side(block.sideRaw()),
                block.quantity(),
                AmountCodec.decode(block.price()),
                AmountCodec.decode(block.quoteAmount()),
                AmountCodec.decode(block.rounding()),
                AmountCodec.decode(block.fee()),
                block.feeAsset(),
                MoneyCodes.liquidity(block.liquidityRaw()),
                block.venueTimeNs(),
                Codes.evidence(block.evidenceRaw()));
    }

    void encode(BalanceChanged event, MessageWriter out) {
        var block = out.block(balanceChangedEncoder);
        block.venueAccount(event.venueAccount()).asset(event.asset());
        AmountCodec.encode(event.total(), block.total());
        AmountCodec.encode(event.reserved(), block.reserved());
        block.revision(event.revision()).cause(MoneyCodes.of(event.cause()));
    }

    BalanceChanged balanceChanged(MessageReader in) throws WireException {
        var block = in.block(balanceChangedDecoder);
        return new BalanceChanged(
                block.venueAccount(),
                block.asset(),
                AmountCodec.decode(block.total()),
                AmountCodec.decode(block.reserved()),
                block.revision(),
                MoneyCodes.balanceCause(block.causeRaw()));
    }

    void encode(PositionChanged event, MessageWriter out) {
        var block = out.block(positionChangedEncoder);
        block.venueAccount(event.venueAccount()).instrument(event.instrument()).quantity(event.quantity());
        AmountCodec.encode(event.cost(), block.cost());
        AmountCodec.encode(event.realised(), block.realised());
        block.cause(MoneyCodes.of(event.cause()));
    }

    PositionChanged positionChanged(MessageReader in) throws WireException {
        var block = in.block(positionChangedDecoder);
        return new PositionChanged(
                block.venueAccount(),
                block.instrument(),
                block.quantity(),
                AmountCodec.decode(block.cost()),
                AmountCodec.decode(block.realised()),
                MoneyCodes.positionCause(block.causeRaw()));
    }

    void encode(FillKeyStands event, MessageWriter out) {
        var block = out.block(fillKeyStandsEncoder);
        block.venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .childId(event.childId())
                .atNs(event.atNs());
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
        out.text("tradeId", event.tradeId(), TextLimits.NAME);
    }

    FillKeyStands fillKeyStands(MessageReader in) throws WireException {
        var block = in.block(fillKeyStandsDecoder);
        return new FillKeyStands(
                block.venueAccount(),
                block.instrument(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("tradeId", TextLimits.NAME),
                block.childId(),
                block.atNs());
    }

    void encode(LedgerStands event, MessageWriter out) {
        var block = out.block(ledgerStandsEncoder);
        block.ledgerAccount(MoneyCodes.of(event.ledgerAccount()))
                .venueAccount(event.venueAccount())
                .asset(event.asset());
        AmountCodec.encode(event.sum(), block.sum());
    }

    LedgerStands ledgerStands(MessageReader in) throws WireException {
        var block = in.block(ledgerStandsDecoder);
        return new LedgerStands(
                MoneyCodes.ledgerAccount(block.ledgerAccountRaw()),
                block.venueAccount(),
                block.asset(),
                AmountCodec.decode(block.sum()));
    }
}
