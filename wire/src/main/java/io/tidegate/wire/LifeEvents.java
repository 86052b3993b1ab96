package io.tidegate.wire;

import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.RulesActivated;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.wire.sbe.CommandAppliedDecoder;
import io.tidegate.wire.sbe.CommandAppliedEncoder;
import io.tidegate.wire.sbe.CommandRefusedDecoder;
import io.tidegate.wire.sbe.CommandRefusedEncoder;
import io.tidegate.wire.sbe.CoreStandsDecoder;
import io.tidegate.wire.sbe.CoreStandsEncoder;
import io.tidegate.wire.sbe.HeartbeatSeenDecoder;
import io.tidegate.wire.sbe.HeartbeatSeenEncoder;
import io.tidegate.wire.sbe.ImageBeginsDecoder;
import io.tidegate.wire.sbe.ImageBeginsEncoder;
import io.tidegate.wire.sbe.ImageEndsDecoder;
import io.tidegate.wire.sbe.ImageEndsEncoder;
import io.tidegate.wire.sbe.IncarnationStartedDecoder;
import io.tidegate.wire.sbe.IncarnationStartedEncoder;
import io.tidegate.wire.sbe.RulesActivatedDecoder;
import io.tidegate.wire.sbe.RulesActivatedEncoder;
import io.tidegate.wire.sbe.SourceOpenedDecoder;
import io.tidegate.wire.sbe.SourceOpenedEncoder;
import io.tidegate.wire.sbe.SourceStandsDecoder;
import io.tidegate.wire.sbe.SourceStandsEncoder;
import io.tidegate.wire.sbe.StorageChangedDecoder;
import io.tidegate.wire.sbe.StorageChangedEncoder;

/// The events of senders, of the core itself, and of its images. One thread.
final class LifeEvents {
    private final SourceOpenedEncoder sourceOpenedEncoder = new SourceOpenedEncoder();
    private final SourceOpenedDecoder sourceOpenedDecoder = new SourceOpenedDecoder();
    private final SourceStandsEncoder sourceStandsEncoder = new SourceStandsEncoder();
    private final SourceStandsDecoder sourceStandsDecoder = new SourceStandsDecoder();
    private final CommandRefusedEncoder commandRefusedEncoder = new CommandRefusedEncoder();
    private final CommandRefusedDecoder commandRefusedDecoder = new CommandRefusedDecoder();
    private final CommandAppliedEncoder commandAppliedEncoder = new CommandAppliedEncoder();
    private final CommandAppliedDecoder commandAppliedDecoder = new CommandAppliedDecoder();
    private final IncarnationStartedEncoder incarnationStartedEncoder = new IncarnationStartedEncoder();
    private final IncarnationStartedDecoder incarnationStartedDecoder = new IncarnationStartedDecoder();
    private final RulesActivatedEncoder rulesActivatedEncoder = new RulesActivatedEncoder();
    private final RulesActivatedDecoder rulesActivatedDecoder = new RulesActivatedDecoder();
    private final HeartbeatSeenEncoder heartbeatSeenEncoder = new HeartbeatSeenEncoder();
    private final HeartbeatSeenDecoder heartbeatSeenDecoder = new HeartbeatSeenDecoder();
    private final StorageChangedEncoder storageChangedEncoder = new StorageChangedEncoder();
    private final StorageChangedDecoder storageChangedDecoder = new StorageChangedDecoder();
    private final ImageBeginsEncoder imageBeginsEncoder = new ImageBeginsEncoder();
    private final ImageBeginsDecoder imageBeginsDecoder = new ImageBeginsDecoder();
    private final ImageEndsEncoder imageEndsEncoder = new ImageEndsEncoder();
    private final ImageEndsDecoder imageEndsDecoder = new ImageEndsDecoder();
    private final CoreStandsEncoder coreStandsEncoder = new CoreStandsEncoder();
    private final CoreStandsDecoder coreStandsDecoder = new CoreStandsDecoder();

    void encode(SourceOpened event, MessageWriter out) {
        var block = out.block(sourceOpenedEncoder);
        block.source(event.source()).nonce(event.nonce());
        out.text("name", event.name(), TextLimits.NAME);
    }

    SourceOpened sourceOpened(MessageReader in) throws WireException {
        var block = in.block(sourceOpenedDecoder);
        return new SourceOpened(block.source(), in.text("name", TextLimits.NAME), block.nonce());
    }

    void encode(SourceStands event, MessageWriter out) {
        var block = out.block(sourceStandsEncoder);
        block.source(event.source()).lastSequence(event.lastSequence());
        out.text("name", event.name(), TextLimits.NAME);
    }

    SourceStands sourceStands(MessageReader in) throws WireException {
        var block = in.block(sourceStandsDecoder);
        return new SourceStands(block.source(), in.text("name", TextLimits.NAME), block.lastSequence());
    }

    void encode(CommandRefused event, MessageWriter out) {
        var block = out.block(commandRefusedEncoder);
        block.reason(Codes.of(event.refusal().code()));
        RefusalCodec.encodeTexts(event.refusal(), out);
    }

    CommandRefused commandRefused(MessageReader in) throws WireException {
        var block = in.block(commandRefusedDecoder);
        return new CommandRefused(RefusalCodec.decode(block.reasonRaw(), in));
    }

    void encode(CommandApplied event, MessageWriter out) {
        out.block(commandAppliedEncoder);
    }

    CommandApplied commandApplied(MessageReader in) throws WireException {
        in.block(commandAppliedDecoder);
        return new CommandApplied();
    }

    void encode(IncarnationStarted event, MessageWriter out) {
        var block = out.block(incarnationStartedEncoder);
        block.incarnation(event.incarnation());
    }

    IncarnationStarted incarnationStarted(MessageReader in) throws WireException {
        var block = in.block(incarnationStartedDecoder);
        return new IncarnationStarted(block.incarnation());
    }

    void encode(RulesActivated event, MessageWriter out) {
        var block = out.block(rulesActivatedEncoder);
        block.version(event.version());
    }

    RulesActivated rulesActivated(MessageReader in) throws WireException {
        var block = in.block(rulesActivatedDecoder);
        return new RulesActivated(block.version());
    }

    void encode(HeartbeatSeen event, MessageWriter out) {
        out.block(heartbeatSeenEncoder);
    }

    HeartbeatSeen heartbeatSeen(MessageReader in) throws WireException {
        in.block(heartbeatSeenDecoder);
        return new HeartbeatSeen();
    }

    void encode(StorageChanged event, MessageWriter out) {
        var block = out.block(storageChangedEncoder);
        block.low(Codes.of(event.low())).freeBytes(event.freeBytes());
    }

    StorageChanged storageChanged(MessageReader in) throws WireException {
        var block = in.block(storageChangedDecoder);
        return new StorageChanged(Codes.yes("low", block.lowRaw()), block.freeBytes());
    }

    void encode(ImageBegins event, MessageWriter out) {
        out.block(imageBeginsEncoder);
    }

    ImageBegins imageBegins(MessageReader in) throws WireException {
        in.block(imageBeginsDecoder);
        return new ImageBegins();
    }

    void encode(ImageEnds event, MessageWriter out) {
        var block = out.block(imageEndsEncoder);
        block.lines(event.lines());
    }

    ImageEnds imageEnds(MessageReader in) throws WireException {
        var block = in.block(imageEndsDecoder);
        return new ImageEnds(block.lines());
    }

    void encode(CoreStands event, MessageWriter out) {
        var block = out.block(coreStandsEncoder);
        block.lastId(event.lastId())
                .incarnation(event.incarnation())
                .rulesVersion(event.rulesVersion())
                .sweepAfterId(event.sweepAfterId());
    }

    CoreStands coreStands(MessageReader in) throws WireException {
        var block = in.block(coreStandsDecoder);
        return new CoreStands(block.lastId(), block.incarnation(), block.rulesVersion(), block.sweepAfterId());
    }
}
