package io.tidegate.wire;

import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.event.BalanceChecked;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.LossLimits;
import io.tidegate.wire.sbe.BalanceCheckedDecoder;
import io.tidegate.wire.sbe.BalanceCheckedEncoder;
import io.tidegate.wire.sbe.InstrumentLimitsDecoder;
import io.tidegate.wire.sbe.InstrumentLimitsEncoder;
import io.tidegate.wire.sbe.InstrumentLimitsSetDecoder;
import io.tidegate.wire.sbe.InstrumentLimitsSetEncoder;
import io.tidegate.wire.sbe.LossLimitsDecoder;
import io.tidegate.wire.sbe.LossLimitsEncoder;
import io.tidegate.wire.sbe.LossLimitsSetDecoder;
import io.tidegate.wire.sbe.LossLimitsSetEncoder;
import io.tidegate.wire.sbe.LossStandsDecoder;
import io.tidegate.wire.sbe.LossStandsEncoder;
import io.tidegate.wire.sbe.LossStepChangedDecoder;
import io.tidegate.wire.sbe.LossStepChangedEncoder;
import io.tidegate.wire.sbe.LossStepsDecoder;
import io.tidegate.wire.sbe.LossStepsEncoder;
import io.tidegate.wire.sbe.SetInstrumentLimitsDecoder;
import io.tidegate.wire.sbe.SetInstrumentLimitsEncoder;
import io.tidegate.wire.sbe.SetLossLimitsDecoder;
import io.tidegate.wire.sbe.SetLossLimitsEncoder;

/// Commands and events about what an account may hold and lose, and about checked balances. One thread.
final class RiskMessages {
    private final SetInstrumentLimitsEncoder setInstrumentLimitsEncoder = new SetInstrumentLimitsEncoder();
    private final SetInstrumentLimitsDecoder setInstrumentLimitsDecoder = new SetInstrumentLimitsDecoder();
    private final SetLossLimitsEncoder setLossLimitsEncoder = new SetLossLimitsEncoder();
    private final SetLossLimitsDecoder setLossLimitsDecoder = new SetLossLimitsDecoder();
    private final BalanceCheckedEncoder balanceCheckedEncoder = new BalanceCheckedEncoder();
    private final BalanceCheckedDecoder balanceCheckedDecoder = new BalanceCheckedDecoder();
    private final InstrumentLimitsSetEncoder instrumentLimitsSetEncoder = new InstrumentLimitsSetEncoder();
    private final InstrumentLimitsSetDecoder instrumentLimitsSetDecoder = new InstrumentLimitsSetDecoder();
    private final LossLimitsSetEncoder lossLimitsSetEncoder = new LossLimitsSetEncoder();
    private final LossLimitsSetDecoder lossLimitsSetDecoder = new LossLimitsSetDecoder();
    private final LossStepChangedEncoder lossStepChangedEncoder = new LossStepChangedEncoder();
    private final LossStepChangedDecoder lossStepChangedDecoder = new LossStepChangedDecoder();
    private final LossStandsEncoder lossStandsEncoder = new LossStandsEncoder();
    private final LossStandsDecoder lossStandsDecoder = new LossStandsDecoder();

    void encode(SetInstrumentLimits command, MessageWriter out) {
        var block = out.block(setInstrumentLimitsEncoder);
        encode(command.limits(), block.instrument(command.instrument()).limits());
        out.text("account", command.account(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
    }

    SetInstrumentLimits setInstrumentLimits(MessageReader in) throws WireException {
        var block = in.block(setInstrumentLimitsDecoder);
        return new SetInstrumentLimits(
                in.text("account", TextLimits.NAME),
                block.instrument(),
                decode(block.limits()),
                in.text("by", TextLimits.NAME));
    }

    void encode(SetLossLimits command, MessageWriter out) {
        encode(command.limits(), out.block(setLossLimitsEncoder).limits());
        out.text("account", command.account(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
    }

    SetLossLimits setLossLimits(MessageReader in) throws WireException {
        var block = in.block(setLossLimitsDecoder);
        return new SetLossLimits(
                in.text("account", TextLimits.NAME), decode(block.limits()), in.text("by", TextLimits.NAME));
    }

    void encode(BalanceChecked event, MessageWriter out) {
        var block = out.block(balanceCheckedEncoder);
        block.venueAccount(event.venueAccount()).asset(event.asset());
        AmountCodec.encode(event.venueTotal(), block.venueTotal());
        AmountCodec.encode(event.difference(), block.difference());
        AmountCodec.encode(event.unexplained(), block.unexplained());
    }

    BalanceChecked balanceChecked(MessageReader in) throws WireException {
        var block = in.block(balanceCheckedDecoder);
        return new BalanceChecked(
                block.venueAccount(),
                block.asset(),
                AmountCodec.decode(block.venueTotal()),
                AmountCodec.decode(block.difference()),
                AmountCodec.decode(block.unexplained()));
    }

    void encode(InstrumentLimitsSet event, MessageWriter out) {
        var block = out.block(instrumentLimitsSetEncoder);
        encode(event.limits(), block.instrument(event.instrument()).limits());
        out.text("account", event.account(), TextLimits.NAME);
        out.text("by", event.by(), TextLimits.NAME);
    }

    InstrumentLimitsSet instrumentLimitsSet(MessageReader in) throws WireException {
        var block = in.block(instrumentLimitsSetDecoder);
        return new InstrumentLimitsSet(
                in.text("account", TextLimits.NAME),
                block.instrument(),
                decode(block.limits()),
                in.text("by", TextLimits.NAME));
    }

    void encode(LossLimitsSet event, MessageWriter out) {
        encode(event.limits(), out.block(lossLimitsSetEncoder).limits());
        out.text("account", event.account(), TextLimits.NAME);
        out.text("by", event.by(), TextLimits.NAME);
    }

    LossLimitsSet lossLimitsSet(MessageReader in) throws WireException {
        var block = in.block(lossLimitsSetDecoder);
        return new LossLimitsSet(
                in.text("account", TextLimits.NAME), decode(block.limits()), in.text("by", TextLimits.NAME));
    }

    void encode(LossStepChanged event, MessageWriter out) {
        var block = out.block(lossStepChangedEncoder);
        block.from(MoneyCodes.of(event.from())).to(MoneyCodes.of(event.to()));
        AmountCodec.encode(event.result(), block.result());
        AmountCodec.encode(event.dayLoss(), block.dayLoss());
        AmountCodec.encode(event.drawdown(), block.drawdown());
        out.text("account", event.account(), TextLimits.NAME);
    }

    LossStepChanged lossStepChanged(MessageReader in) throws WireException {
        var block = in.block(lossStepChangedDecoder);
        return new LossStepChanged(
                in.text("account", TextLimits.NAME),
                MoneyCodes.lossStep(block.fromRaw()),
                MoneyCodes.lossStep(block.toRaw()),
                AmountCodec.decode(block.result()),
                AmountCodec.decode(block.dayLoss()),
                AmountCodec.decode(block.drawdown()));
    }

    void encode(LossStands event, MessageWriter out) {
        var block = out.block(lossStandsEncoder);
        block.step(MoneyCodes.of(event.step()))
                .sinceNs(event.sinceNs())
                .day(event.day())
                .valued(Codes.of(event.valued()));
        AmountCodec.encode(event.dayStart(), block.dayStart());
        AmountCodec.encode(event.best(), block.best());
        AmountCodec.encode(event.result(), block.result());
        out.text("account", event.account(), TextLimits.NAME);
    }

    LossStands lossStands(MessageReader in) throws WireException {
        var block = in.block(lossStandsDecoder);
        return new LossStands(
                in.text("account", TextLimits.NAME),
                MoneyCodes.lossStep(block.stepRaw()),
                block.sinceNs(),
                block.day(),
                AmountCodec.decode(block.dayStart()),
                AmountCodec.decode(block.best()),
                AmountCodec.decode(block.result()),
                Codes.yes("valued", block.valuedRaw()));
    }

    private static void encode(InstrumentLimits limits, InstrumentLimitsEncoder block) {
        block.collarBps(limits.collarBps())
                .orderQuantityMax(limits.orderQuantityMax())
                .positionMax(limits.positionMax());
    }

    private static InstrumentLimits decode(InstrumentLimitsDecoder block) {
        return new InstrumentLimits(block.collarBps(), block.orderQuantityMax(), block.positionMax());
    }

    private static void encode(LossLimits limits, LossLimitsEncoder block) {
        block.reportingAsset(limits.reportingAsset()).dayStartSeconds(limits.dayStartSeconds());
        encode(limits.day(), block.day());
        encode(limits.drawdown(), block.drawdown());
        AmountCodec.encode(limits.shrunkOrderValueMax(), block.shrunkOrderValueMax());
    }

    private static LossLimits decode(LossLimitsDecoder block) {
        return new LossLimits(
                block.reportingAsset(),
                block.dayStartSeconds(),
                decode(block.day()),
                decode(block.drawdown()),
                AmountCodec.decode(block.shrunkOrderValueMax()));
    }

    private static void encode(LossLimits.Steps steps, LossStepsEncoder block) {
        AmountCodec.encode(steps.shrink(), block.shrink());
        AmountCodec.encode(steps.noNew(), block.noNew());
        AmountCodec.encode(steps.flatten(), block.flatten());
        AmountCodec.encode(steps.stop(), block.stop());
    }

    private static LossLimits.Steps decode(LossStepsDecoder block) {
        return new LossLimits.Steps(
                AmountCodec.decode(block.shrink()),
                AmountCodec.decode(block.noNew()),
                AmountCodec.decode(block.flatten()),
                AmountCodec.decode(block.stop()));
    }
}
