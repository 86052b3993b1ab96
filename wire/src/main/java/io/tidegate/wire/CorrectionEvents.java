package io.tidegate.wire;

import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionBaseStands;
import io.tidegate.wire.sbe.CashFlowBookedDecoder;
import io.tidegate.wire.sbe.CashFlowBookedEncoder;
import io.tidegate.wire.sbe.ChargeStandsDecoder;
import io.tidegate.wire.sbe.ChargeStandsEncoder;
import io.tidegate.wire.sbe.FillCorrectedDecoder;
import io.tidegate.wire.sbe.FillCorrectedEncoder;
import io.tidegate.wire.sbe.FillStandsDecoder;
import io.tidegate.wire.sbe.FillStandsEncoder;
import io.tidegate.wire.sbe.PositionAdjustedDecoder;
import io.tidegate.wire.sbe.PositionAdjustedEncoder;
import io.tidegate.wire.sbe.PositionBaseStandsDecoder;
import io.tidegate.wire.sbe.PositionBaseStandsEncoder;

/// The events of corrections, of money that moves without an execution, and of what both need remembered. One thread.
final class CorrectionEvents {
    private final FillCorrectedEncoder fillCorrectedEncoder = new FillCorrectedEncoder();
    private final FillCorrectedDecoder fillCorrectedDecoder = new FillCorrectedDecoder();
    private final CashFlowBookedEncoder cashFlowBookedEncoder = new CashFlowBookedEncoder();
    private final CashFlowBookedDecoder cashFlowBookedDecoder = new CashFlowBookedDecoder();
    private final PositionAdjustedEncoder positionAdjustedEncoder = new PositionAdjustedEncoder();
    private final PositionAdjustedDecoder positionAdjustedDecoder = new PositionAdjustedDecoder();
    private final FillStandsEncoder fillStandsEncoder = new FillStandsEncoder();
    private final FillStandsDecoder fillStandsDecoder = new FillStandsDecoder();
    private final PositionBaseStandsEncoder positionBaseStandsEncoder = new PositionBaseStandsEncoder();
    private final PositionBaseStandsDecoder positionBaseStandsDecoder = new PositionBaseStandsDecoder();
    private final ChargeStandsEncoder chargeStandsEncoder = new ChargeStandsEncoder();
    private final ChargeStandsDecoder chargeStandsDecoder = new ChargeStandsDecoder();

    void encode(FillCorrected event, MessageWriter out) {
        var block = out.block(fillCorrectedEncoder);
        block.childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .side(Codes.of(event.side()))
                .quantityBefore(event.quantityBefore())
                .feeAssetBefore(event.feeAssetBefore())
                .quantity(event.quantity())
                .feeAsset(event.feeAsset())
                .venueTimeNs(event.venueTimeNs())
                .evidence(Codes.of(event.evidence()));
        AmountCodec.encode(event.quoteBefore(), block.quoteBefore());
        AmountCodec.encode(event.feeBefore(), block.feeBefore());
        AmountCodec.encode(event.price(), block.price());
        AmountCodec.encode(event.quote(), block.quoteAmount());
        AmountCodec.encode(event.rounding(), block.rounding());
        AmountCodec.encode(event.fee(), block.fee());
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
        out.text("tradeId", event.tradeId(), TextLimits.NAME);
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    FillCorrected fillCorrected(MessageReader in) throws WireException {
        var block = in.block(fillCorrectedDecoder);
        return new FillCorrected(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                block.instrument(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("tradeId", TextLimits.NAME),
                Codes.side(block.sideRaw()),
                block.quantityBefore(),
                AmountCodec.decode(block.quoteBefore()),
                AmountCodec.decode(block.feeBefore()),
                block.feeAssetBefore(),
                block.quantity(),
                AmountCodec.decode(block.price()),
                AmountCodec.decode(block.quoteAmount()),
                AmountCodec.decode(block.rounding()),
                AmountCodec.decode(block.fee()),
                block.feeAsset(),
                block.venueTimeNs(),
                Codes.evidence(block.evidenceRaw()),
                in.text("reason", TextLimits.EXPLANATION));
    }

    void encode(CashFlowBooked event, MessageWriter out) {
        var block = out.block(cashFlowBookedEncoder);
        block.venueAccount(event.venueAccount())
                .asset(event.asset())
                .kind(MoneyCodes.of(event.kind()))
                .instrument(event.instrument())
                .venueTimeNs(event.venueTimeNs());
        AmountCodec.encode(event.amount(), block.amount());
        out.text("reference", event.reference(), TextLimits.NAME);
        out.text("detail", event.detail(), TextLimits.EXPLANATION);
    }

    CashFlowBooked cashFlowBooked(MessageReader in) throws WireException {
        var block = in.block(cashFlowBookedDecoder);
        return new CashFlowBooked(
                block.venueAccount(),
                block.asset(),
                AmountCodec.decode(block.amount()),
                MoneyCodes.cashFlow(block.kindRaw()),
                block.instrument(),
                in.text("reference", TextLimits.NAME),
                block.venueTimeNs(),
                in.text("detail", TextLimits.EXPLANATION));
    }

    void encode(PositionAdjusted event, MessageWriter out) {
        var block = out.block(positionAdjustedEncoder);
        block.venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .side(Codes.of(event.side()))
                .quantity(event.quantity());
        AmountCodec.encode(event.cost(), block.cost());
        out.text("reference", event.reference(), TextLimits.NAME);
        out.text("by", event.by(), TextLimits.NAME);
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    PositionAdjusted positionAdjusted(MessageReader in) throws WireException {
        var block = in.block(positionAdjustedDecoder);
        return new PositionAdjusted(
                block.venueAccount(),
                block.instrument(),
                Codes.side(block.sideRaw()),
                block.quantity(),
                AmountCodec.decode(block.cost()),
                in.text("reference", TextLimits.NAME),
                in.text("by", TextLimits.NAME),
                in.text("reason", TextLimits.EXPLANATION));
    }

    void encode(FillStands event, MessageWriter out) {
        var block = out.block(fillStandsEncoder);
        block.venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .childId(event.childId())
                .orderId(event.orderId())
                .side(Codes.of(event.side()))
                .quantity(event.quantity())
                .feeAsset(event.feeAsset())
                .correctedNs(event.correctedNs())
                .atNs(event.atNs());
        AmountCodec.encode(event.price(), block.price());
        AmountCodec.encode(event.quote(), block.quoteAmount());
        AmountCodec.encode(event.rounding(), block.rounding());
        AmountCodec.encode(event.fee(), block.fee());
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
        out.text("tradeId", event.tradeId(), TextLimits.NAME);
    }

    FillStands fillStands(MessageReader in) throws WireException {
        var block = in.block(fillStandsDecoder);
        return new FillStands(
                block.venueAccount(),
                block.instrument(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("tradeId", TextLimits.NAME),
                block.childId(),
                block.orderId(),
                Codes.side(block.sideRaw()),
                block.quantity(),
                AmountCodec.decode(block.price()),
                AmountCodec.decode(block.quoteAmount()),
                AmountCodec.decode(block.rounding()),
                AmountCodec.decode(block.fee()),
                block.feeAsset(),
                block.correctedNs(),
                block.atNs());
    }

    void encode(PositionBaseStands event, MessageWriter out) {
        var block = out.block(positionBaseStandsEncoder);
        block.venueAccount(event.venueAccount()).instrument(event.instrument()).quantity(event.quantity());
        AmountCodec.encode(event.cost(), block.cost());
        AmountCodec.encode(event.realised(), block.realised());
    }

    PositionBaseStands positionBaseStands(MessageReader in) throws WireException {
        var block = in.block(positionBaseStandsDecoder);
        return new PositionBaseStands(
                block.venueAccount(),
                block.instrument(),
                block.quantity(),
                AmountCodec.decode(block.cost()),
                AmountCodec.decode(block.realised()));
    }

    void encode(ChargeStands event, MessageWriter out) {
        var block = out.block(chargeStandsEncoder);
        block.venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .asset(event.asset())
                .kind(MoneyCodes.of(event.kind()));
        AmountCodec.encode(event.sum(), block.sum());
    }

    ChargeStands chargeStands(MessageReader in) throws WireException {
        var block = in.block(chargeStandsDecoder);
        return new ChargeStands(
                block.venueAccount(),
                block.instrument(),
                block.asset(),
                MoneyCodes.ledgerAccount(block.kindRaw()),
                AmountCodec.decode(block.sum()));
    }
}
