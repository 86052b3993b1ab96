package io.tidegate.wire;

import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.wire.sbe.ActivateRulesDecoder;
import io.tidegate.wire.sbe.ActivateRulesEncoder;
import io.tidegate.wire.sbe.BeginImageDecoder;
import io.tidegate.wire.sbe.BeginImageEncoder;
import io.tidegate.wire.sbe.HeartbeatDecoder;
import io.tidegate.wire.sbe.HeartbeatEncoder;
import io.tidegate.wire.sbe.OpenSourceDecoder;
import io.tidegate.wire.sbe.OpenSourceEncoder;
import io.tidegate.wire.sbe.ReportStorageDecoder;
import io.tidegate.wire.sbe.ReportStorageEncoder;
import io.tidegate.wire.sbe.StartIncarnationDecoder;
import io.tidegate.wire.sbe.StartIncarnationEncoder;

/// The commands of senders and of the core itself: who speaks, which life, which rules. One thread.
final class LifeCommands {
    private final OpenSourceEncoder openSourceEncoder = new OpenSourceEncoder();
    private final OpenSourceDecoder openSourceDecoder = new OpenSourceDecoder();
    private final StartIncarnationEncoder startIncarnationEncoder = new StartIncarnationEncoder();
    private final StartIncarnationDecoder startIncarnationDecoder = new StartIncarnationDecoder();
    private final ActivateRulesEncoder activateRulesEncoder = new ActivateRulesEncoder();
    private final ActivateRulesDecoder activateRulesDecoder = new ActivateRulesDecoder();
    private final HeartbeatEncoder heartbeatEncoder = new HeartbeatEncoder();
    private final HeartbeatDecoder heartbeatDecoder = new HeartbeatDecoder();
    private final ReportStorageEncoder reportStorageEncoder = new ReportStorageEncoder();
    private final ReportStorageDecoder reportStorageDecoder = new ReportStorageDecoder();
    private final BeginImageEncoder beginImageEncoder = new BeginImageEncoder();
    private final BeginImageDecoder beginImageDecoder = new BeginImageDecoder();

    void encode(OpenSource command, MessageWriter out) {
        var block = out.block(openSourceEncoder);
        block.nonce(command.nonce());
        out.text("name", command.name(), TextLimits.NAME);
    }

    OpenSource openSource(MessageReader in) throws WireException {
        var block = in.block(openSourceDecoder);
        return new OpenSource(in.text("name", TextLimits.NAME), block.nonce());
    }

    void encode(StartIncarnation command, MessageWriter out) {
        var block = out.block(startIncarnationEncoder);
        block.wallClockMs(command.wallClockMs());
    }

    StartIncarnation startIncarnation(MessageReader in) throws WireException {
        var block = in.block(startIncarnationDecoder);
        return new StartIncarnation(block.wallClockMs());
    }

    void encode(ActivateRules command, MessageWriter out) {
        var block = out.block(activateRulesEncoder);
        block.version(command.version());
    }

    ActivateRules activateRules(MessageReader in) throws WireException {
        var block = in.block(activateRulesDecoder);
        return new ActivateRules(block.version());
    }

    void encode(Heartbeat command, MessageWriter out) {
        out.block(heartbeatEncoder);
    }

    Heartbeat heartbeat(MessageReader in) throws WireException {
        in.block(heartbeatDecoder);
        return new Heartbeat();
    }

    void encode(ReportStorage command, MessageWriter out) {
        var block = out.block(reportStorageEncoder);
        block.low(Codes.of(command.low())).freeBytes(command.freeBytes());
    }

    ReportStorage reportStorage(MessageReader in) throws WireException {
        var block = in.block(reportStorageDecoder);
        return new ReportStorage(Codes.yes("low", block.lowRaw()), block.freeBytes());
    }

    void encode(BeginImage command, MessageWriter out) {
        out.block(beginImageEncoder);
    }

    BeginImage beginImage(MessageReader in) throws WireException {
        in.block(beginImageDecoder);
        return new BeginImage();
    }
}
