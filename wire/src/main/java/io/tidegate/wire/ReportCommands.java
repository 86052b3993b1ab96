package io.tidegate.wire;

import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportParked;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.wire.sbe.ReportAbsentDecoder;
import io.tidegate.wire.sbe.ReportAbsentEncoder;
import io.tidegate.wire.sbe.ReportAcknowledgedDecoder;
import io.tidegate.wire.sbe.ReportAcknowledgedEncoder;
import io.tidegate.wire.sbe.ReportAmendRefusedDecoder;
import io.tidegate.wire.sbe.ReportAmendRefusedEncoder;
import io.tidegate.wire.sbe.ReportAmendedDecoder;
import io.tidegate.wire.sbe.ReportAmendedEncoder;
import io.tidegate.wire.sbe.ReportBalanceDecoder;
import io.tidegate.wire.sbe.ReportBalanceEncoder;
import io.tidegate.wire.sbe.ReportCancelRefusedDecoder;
import io.tidegate.wire.sbe.ReportCancelRefusedEncoder;
import io.tidegate.wire.sbe.ReportEndedDecoder;
import io.tidegate.wire.sbe.ReportEndedEncoder;
import io.tidegate.wire.sbe.ReportFillDecoder;
import io.tidegate.wire.sbe.ReportFillEncoder;
import io.tidegate.wire.sbe.ReportNotSentDecoder;
import io.tidegate.wire.sbe.ReportNotSentEncoder;
import io.tidegate.wire.sbe.ReportParkedDecoder;
import io.tidegate.wire.sbe.ReportParkedEncoder;
import io.tidegate.wire.sbe.ReportUnknownDecoder;
import io.tidegate.wire.sbe.ReportUnknownEncoder;

/// The commands that tell what a venue said or did. One thread.
final class ReportCommands {
    private final ReportNotSentEncoder reportNotSentEncoder = new ReportNotSentEncoder();
    private final ReportNotSentDecoder reportNotSentDecoder = new ReportNotSentDecoder();
    private final ReportAcknowledgedEncoder reportAcknowledgedEncoder = new ReportAcknowledgedEncoder();
    private final ReportAcknowledgedDecoder reportAcknowledgedDecoder = new ReportAcknowledgedDecoder();
    private final ReportFillEncoder reportFillEncoder = new ReportFillEncoder();
    private final ReportFillDecoder reportFillDecoder = new ReportFillDecoder();
    private final ReportEndedEncoder reportEndedEncoder = new ReportEndedEncoder();
    private final ReportEndedDecoder reportEndedDecoder = new ReportEndedDecoder();
    private final ReportCancelRefusedEncoder reportCancelRefusedEncoder = new ReportCancelRefusedEncoder();
    private final ReportCancelRefusedDecoder reportCancelRefusedDecoder = new ReportCancelRefusedDecoder();
    private final ReportAmendedEncoder reportAmendedEncoder = new ReportAmendedEncoder();
    private final ReportAmendedDecoder reportAmendedDecoder = new ReportAmendedDecoder();
    private final ReportAmendRefusedEncoder reportAmendRefusedEncoder = new ReportAmendRefusedEncoder();
    private final ReportAmendRefusedDecoder reportAmendRefusedDecoder = new ReportAmendRefusedDecoder();
    private final ReportUnknownEncoder reportUnknownEncoder = new ReportUnknownEncoder();
    private final ReportUnknownDecoder reportUnknownDecoder = new ReportUnknownDecoder();
    private final ReportAbsentEncoder reportAbsentEncoder = new ReportAbsentEncoder();
    private final ReportAbsentDecoder reportAbsentDecoder = new ReportAbsentDecoder();
    private final ReportBalanceEncoder reportBalanceEncoder = new ReportBalanceEncoder();
    private final ReportBalanceDecoder reportBalanceDecoder = new ReportBalanceDecoder();
    private final ReportParkedEncoder reportParkedEncoder = new ReportParkedEncoder();
    private final ReportParkedDecoder reportParkedDecoder = new ReportParkedDecoder();

    void encode(ReportNotSent command, MessageWriter out) {
        var block = out.block(reportNotSentEncoder);
        block.childId(command.childId()).epoch(command.epoch());
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    ReportNotSent reportNotSent(MessageReader in) throws WireException {
        var block = in.block(reportNotSentDecoder);
        return new ReportNotSent(block.childId(), block.epoch(), in.text("reason", TextLimits.SENTENCE));
    }

    void encode(ReportAcknowledged command, MessageWriter out) {
        var block = out.block(reportAcknowledgedEncoder);
        block.childId(command.childId()).evidence(Codes.of(command.evidence())).venueTimeNs(command.venueTimeNs());
        out.text("venueOrderId", command.venueOrderId(), TextLimits.NAME);
    }

    ReportAcknowledged reportAcknowledged(MessageReader in) throws WireException {
        var block = in.block(reportAcknowledgedDecoder);
        return new ReportAcknowledged(
                block.childId(),
                in.text("venueOrderId", TextLimits.NAME),
                Codes.evidence(block.evidenceRaw()),
                block.venueTimeNs());
    }

    void encode(ReportFill command, MessageWriter out) {
        var block = out.block(reportFillEncoder);
        block.venueAccount(command.venueAccount())
                .instrument(command.instrument())
                .childId(command.childId())
                .side(Codes.of(command.side()))
                .quantity(command.quantity());
        AmountCodec.encode(command.price(), block.price());
        AmountCodec.encode(command.quote(), block.quoteAmount());
        AmountCodec.encode(command.fee(), block.fee());
        block.feeAsset(command.feeAsset())
                .liquidity(MoneyCodes.of(command.liquidity()))
                .venueTimeNs(command.venueTimeNs())
                .evidence(Codes.of(command.evidence()));
        out.text("venueOrderId", command.venueOrderId(), TextLimits.NAME);
        out.text("tradeId", command.tradeId(), TextLimits.NAME);
    }

    ReportFill reportFill(MessageReader in) throws WireException {
        var block = in.block(reportFillDecoder);
        return new ReportFill(
                block.venueAccount(),
                block.instrument(),
                block.childId(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("tradeId", TextLimits.NAME),
                Codes.side(block.sideRaw()),
                block.quantity(),
                AmountCodec.decode(block.price()),
                AmountCodec.decode(block.quoteAmount()),
                AmountCodec.decode(block.fee()),
                block.feeAsset(),
                MoneyCodes.liquidity(block.liquidityRaw()),
                block.venueTimeNs(),
                Codes.evidence(block.evidenceRaw()));
    }

    void encode(ReportEnded command, MessageWriter out) {
        var block = out.block(reportEndedEncoder);
        block.childId(command.childId())
                .kind(Codes.of(command.kind()))
                .cumulative(command.cumulative())
                .evidence(Codes.of(command.evidence()))
                .venueTimeNs(command.venueTimeNs());
        out.text("venueOrderId", command.venueOrderId(), TextLimits.NAME);
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    ReportEnded reportEnded(MessageReader in) throws WireException {
        var block = in.block(reportEndedDecoder);
        return new ReportEnded(
                block.childId(),
                Codes.endKind(block.kindRaw()),
                block.cumulative(),
                in.text("venueOrderId", TextLimits.NAME),
                in.text("reason", TextLimits.SENTENCE),
                Codes.evidence(block.evidenceRaw()),
                block.venueTimeNs());
    }

    void encode(ReportCancelRefused command, MessageWriter out) {
        var block = out.block(reportCancelRefusedEncoder);
        block.childId(command.childId()).evidence(Codes.of(command.evidence()));
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    ReportCancelRefused reportCancelRefused(MessageReader in) throws WireException {
        var block = in.block(reportCancelRefusedDecoder);
        return new ReportCancelRefused(
                block.childId(), in.text("reason", TextLimits.SENTENCE), Codes.evidence(block.evidenceRaw()));
    }

    void encode(ReportAmended command, MessageWriter out) {
        var block = out.block(reportAmendedEncoder);
        block.childId(command.childId())
                .quantity(command.quantity())
                .price(command.price())
                .evidence(Codes.of(command.evidence()));
        out.text("venueOrderId", command.venueOrderId(), TextLimits.NAME);
    }

    ReportAmended reportAmended(MessageReader in) throws WireException {
        var block = in.block(reportAmendedDecoder);
        return new ReportAmended(
                block.childId(),
                block.quantity(),
                block.price(),
                in.text("venueOrderId", TextLimits.NAME),
                Codes.evidence(block.evidenceRaw()));
    }

    void encode(ReportAmendRefused command, MessageWriter out) {
        var block = out.block(reportAmendRefusedEncoder);
        block.childId(command.childId()).evidence(Codes.of(command.evidence()));
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    ReportAmendRefused reportAmendRefused(MessageReader in) throws WireException {
        var block = in.block(reportAmendRefusedDecoder);
        return new ReportAmendRefused(
                block.childId(), in.text("reason", TextLimits.SENTENCE), Codes.evidence(block.evidenceRaw()));
    }

    void encode(ReportUnknown command, MessageWriter out) {
        var block = out.block(reportUnknownEncoder);
        block.childId(command.childId());
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    ReportUnknown reportUnknown(MessageReader in) throws WireException {
        var block = in.block(reportUnknownDecoder);
        return new ReportUnknown(block.childId(), in.text("reason", TextLimits.SENTENCE));
    }

    void encode(ReportAbsent command, MessageWriter out) {
        var block = out.block(reportAbsentEncoder);
        block.childId(command.childId())
                .epoch(command.epoch())
                .firstAskedNs(command.firstAskedNs())
                .secondAskedNs(command.secondAskedNs());
        out.text("lookUp", command.lookUp(), TextLimits.SENTENCE);
    }

    ReportAbsent reportAbsent(MessageReader in) throws WireException {
        var block = in.block(reportAbsentDecoder);
        return new ReportAbsent(
                block.childId(),
                block.epoch(),
                block.firstAskedNs(),
                block.secondAskedNs(),
                in.text("lookUp", TextLimits.SENTENCE));
    }

    void encode(ReportBalance command, MessageWriter out) {
        var block = out.block(reportBalanceEncoder);
        block.venueAccount(command.venueAccount()).asset(command.asset());
        AmountCodec.encode(command.total(), block.total());
        block.revision(command.revision());
    }

    ReportBalance reportBalance(MessageReader in) throws WireException {
        var block = in.block(reportBalanceDecoder);
        return new ReportBalance(
                block.venueAccount(), block.asset(), AmountCodec.decode(block.total()), block.revision());
    }

    void encode(ReportParked command, MessageWriter out) {
        var block = out.block(reportParkedEncoder);
        block.venueAccount(command.venueAccount()).instrument(command.instrument());
        out.text("what", command.what(), TextLimits.SENTENCE);
        out.text("raw", command.raw(), TextLimits.RAW);
    }

    ReportParked reportParked(MessageReader in) throws WireException {
        var block = in.block(reportParkedDecoder);
        return new ReportParked(
                block.venueAccount(),
                block.instrument(),
                in.text("what", TextLimits.SENTENCE),
                in.text("raw", TextLimits.RAW));
    }
}
