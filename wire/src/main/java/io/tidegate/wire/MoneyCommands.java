package io.tidegate.wire;

import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.wire.sbe.AdjustPositionDecoder;
import io.tidegate.wire.sbe.AdjustPositionEncoder;
import io.tidegate.wire.sbe.ReportCashFlowDecoder;
import io.tidegate.wire.sbe.ReportCashFlowEncoder;
import io.tidegate.wire.sbe.ReportFillCorrectedDecoder;
import io.tidegate.wire.sbe.ReportFillCorrectedEncoder;

/// The commands that correct executions and move money or positions without one. One thread.
final class MoneyCommands {
    private final ReportFillCorrectedEncoder reportFillCorrectedEncoder = new ReportFillCorrectedEncoder();
    private final ReportFillCorrectedDecoder reportFillCorrectedDecoder = new ReportFillCorrectedDecoder();
    private final ReportCashFlowEncoder reportCashFlowEncoder = new ReportCashFlowEncoder();
    private final ReportCashFlowDecoder reportCashFlowDecoder = new ReportCashFlowDecoder();
    private final AdjustPositionEncoder adjustPositionEncoder = new AdjustPositionEncoder();
    private final AdjustPositionDecoder adjustPositionDecoder = new AdjustPositionDecoder();

    void encode(ReportFillCorrected command, MessageWriter out) {
        var block = out.block(reportFillCorrectedEncoder);
        block.venueAccount(command.venueAccount())
                .instrument(command.instrument())
                .side(Codes.of(command.side()))
                .quantity(command.quantity())
                .feeAsset(command.feeAsset())
                .venueTimeNs(command.venueTimeNs())
                .evidence(Codes.of(command.evidence()));
        AmountCodec.encode(command.price(), block.price());
        AmountCodec.encode(command.quote(), block.quoteAmount());
        AmountCodec.encode(command.fee(), block.fee());
        out.text("venueOrderId", command.venueOrderId(), TextLimits.NAME);
        out.text("tradeId", command.tradeId(), TextLimits.NAME);
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    ReportFillCorrected reportFillCorrected(MessageReader in) throws WireException {
        var block = in.block(reportFillCorrectedDecoder);
        return new ReportFillCorrected(
                block.venueAccount(),
                block.instrument(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("tradeId", TextLimits.NAME),
                Codes.side(block.sideRaw()),
                block.quantity(),
                AmountCodec.decode(block.price()),
                AmountCodec.decode(block.quoteAmount()),
                AmountCodec.decode(block.fee()),
                block.feeAsset(),
                block.venueTimeNs(),
                Codes.evidence(block.evidenceRaw()),
                in.text("reason", TextLimits.SENTENCE));
    }

    void encode(ReportCashFlow command, MessageWriter out) {
        var block = out.block(reportCashFlowEncoder);
        block.venueAccount(command.venueAccount())
                .asset(command.asset())
                .kind(MoneyCodes.of(command.kind()))
                .instrument(command.instrument())
                .venueTimeNs(command.venueTimeNs());
        AmountCodec.encode(command.amount(), block.amount());
        out.text("reference", command.reference(), TextLimits.NAME);
        out.text("detail", command.detail(), TextLimits.SENTENCE);
    }

    ReportCashFlow reportCashFlow(MessageReader in) throws WireException {
        var block = in.block(reportCashFlowDecoder);
        return new ReportCashFlow(
                block.venueAccount(),
                block.asset(),
                AmountCodec.decode(block.amount()),
                MoneyCodes.cashFlow(block.kindRaw()),
                block.instrument(),
                in.text("reference", TextLimits.NAME),
                block.venueTimeNs(),
                in.text("detail", TextLimits.SENTENCE));
    }

    void encode(AdjustPosition command, MessageWriter out) {
        var block = out.block(adjustPositionEncoder);
        block.venueAccount(command.venueAccount())
                .instrument(command.instrument())
                .side(Codes.of(command.side()))
                .quantity(command.quantity());
        AmountCodec.encode(command.cost(), block.cost());
        out.text("reference", command.reference(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    AdjustPosition adjustPosition(MessageReader in) throws WireException {
        var block = in.block(adjustPositionDecoder);
        return new AdjustPosition(
                block.venueAccount(),
                block.instrument(),
                Codes.side(block.sideRaw()),
                block.quantity(),
                AmountCodec.decode(block.cost()),
                in.text("reference", TextLimits.NAME),
                in.text("by", TextLimits.NAME),
                in.text("reason", TextLimits.SENTENCE));
    }
}
