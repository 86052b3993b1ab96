package io.tidegate.host;

import io.tidegate.core.StateMachine;
import io.tidegate.host.Sources.Source;
import io.tidegate.journal.EventMark;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.CommandCodec;
import io.tidegate.wire.WireException;
import org.agrona.DirectBuffer;

/// A state machine in its harness: entries of the log in, numbered and chained events out.
///
/// For each entry, in this order: time moves on (never back), what is due by then is done, the command is applied
/// once or refused or recognised as applied before, and an image under way gets its next lines. Every command
/// that is not a repetition yields at least one event that names it. Bad bytes are refused by an event; only a
/// bug of ours throws, and after that the host must not be used.
///
/// The same log, from the beginning or from any snapshot, gives the same event bytes. Knows no Aeron, no clock, no
/// thread. One owner thread.
///
/// Life: construct; [#restore] each chunk of the last snapshot, if there is one; [#join] what is recorded; then
/// entries.
public final class CoreHost {
    private static final int DUE_PIECES_MAX = 1_000_000;
    private static final int NAME_LENGTH_MAX = 64;

    private final StateMachine machine;
    private final HostSettings settings;
    private final EventStream events;
    private final Sources sources = new Sources();
    private final ImageWriter image;
    private final SnapshotReader snapshotReader = new SnapshotReader();
    private final CommandCodec codec = new CommandCodec();
    private long nowNs;
    private boolean storageLow;
    private long causeSource;
    private long causeSequence;
    private int causeIndex;

    /// @param machine a new one, that nothing has been done to
    public CoreHost(StateMachine machine, HostSettings settings, EventOut out) {
        this.machine = machine;
        this.settings = settings;
        this.events = new EventStream(settings.termBytes(), out);
        this.image = new ImageWriter(sources, machine);
    }

    /// A host of a new state machine.
    public static CoreHost of(Machines machines, HostSettings settings, EventOut out) {
        return new CoreHost(machines.newMachine(), settings, out);
    }

    /// Takes one chunk of a snapshot, in the order written.
    ///
    /// @return true with the last one
    /// @throws Halt when it is damaged or out of order, of another format, or from rules that cannot be reproduced
    public boolean restore(DirectBuffer buffer, int offset, int length) {
        boolean complete = snapshotReader.take(buffer, offset, length, settings, this::restoreLine);
        if (complete) {
            var header = snapshotReader.header();
            events.restore(header.mark());
            nowNs = header.nowNs();
            storageLow = header.isStorageLow();
            sources.lastNumber(header.lastSource());
            image.restore(header.imagePosition());
            if (machine.rulesVersion() != header.rulesVersion()) {
                throw new Halt(
                        Halt.Reason.RULES,
                        "the snapshot says rules " + header.rulesVersion() + ", what was restored from it has rules "
                                + machine.rulesVersion());
            }
        }
        return complete;
    }

    private void restoreLine(Event line) {
        if (!sources.restore(line)) {
            machine.restore(line);
        }
    }

    /// Says what this member had recorded before, so that it is not recorded again but compared.
    ///
    /// @throws Halt when it cannot be continued by this program
    public void join(RecordedTail recorded) {
        if (snapshotReader.isHalfRead()) {
            throw new Halt(Halt.Reason.SNAPSHOT, "it has no end");
        }
        events.join(recorded);
    }

    /// Applies one entry of the log.
    ///
    /// @param stampNs the entry's time, nanoseconds since 1970 UTC; may be smaller than the one before
    public void apply(DirectBuffer buffer, int offset, int length, long stampNs) {
        advance(stampNs);
        if (length < CommandCodec.ENVELOPE_LENGTH) {
            causedBy(0, 0);
            refuse(RefusalCode.BAD_FIELD, "command", length + " bytes", CommandCodec.ENVELOPE_LENGTH + " and more");
        } else {
            causedBy(codec.source(buffer, offset), codec.sequence(buffer, offset));
            if (isNext()) {
                decodeAndApply(buffer, offset, length);
            }
        }
        imageTurn();
    }

    /// Passes over an entry that an operator has named because it stops the core: it is refused by an event.
    public void skip(DirectBuffer buffer, int offset, int length, long stampNs) {
        advance(stampNs);
        boolean isReadable = length >= CommandCodec.ENVELOPE_LENGTH;
        causedBy(isReadable ? codec.source(buffer, offset) : 0, isReadable ? codec.sequence(buffer, offset) : 0);
        if (isNext()) {
            refuse(RefusalCode.SKIPPED, "command", length + " bytes", "passed over by an operator");
        }
        imageTurn();
    }

    /// Lets time move on without a command: an entry of the log that says that something is due.
    public void wake(long stampNs) {
        advance(stampNs);
        imageTurn();
    }

    private void imageTurn() {
        causedBy(0, 0);
        image.turn(settings.imageLinesPerTurn(), this::emitLine);
    }

    private void advance(long stampNs) {
        nowNs = Math.max(nowNs, stampNs);
        causedBy(0, 0);
        for (int pieces = 0; machine.nextDueNs() <= nowNs; pieces++) {
            if (pieces == DUE_PIECES_MAX) {
                throw new IllegalStateException("after " + pieces + " pieces of due work at " + nowNs
                        + " the next is still due at " + machine.nextDueNs());
            }
            machine.fireDue(nowNs, this::emit);
        }
    }

    /// Whether the command is the next of its source; if so it counts as applied from here on.
    private boolean isNext() {
        if (causeSource == 0) {
            return true;
        }
        var known = sources.find(causeSource);
        if (known.isEmpty()) {
            refuse(RefusalCode.UNKNOWN, "source", causeSource, "an open source");
            return false;
        }
        Source source = known.get();
        if (causeSequence > source.lastSequence + 1) {
            refuse(RefusalCode.OUT_OF_SEQUENCE, "sequence", causeSequence, source.lastSequence);
        }
        if (causeSequence != source.lastSequence + 1) {
            return false;
        }
        source.lastSequence = causeSequence;
        return true;
    }

    private void decodeAndApply(DirectBuffer buffer, int offset, int length) {
        Command command;
        try {
            command = codec.decode(buffer, offset, length);
        } catch (WireException malformed) {
            refuse(RefusalCode.BAD_FIELD, "command", String.valueOf(malformed.getMessage()), "a well-formed command");
            return;
        }
        switch (command) {
            case OpenSource open -> open(open);
            case Heartbeat _ -> emit(new HeartbeatSeen());
            case Command other
            when causeSource == 0 ->
                refuse(
                        RefusalCode.UNKNOWN,
                        "source",
                        0,
                        "an open source for " + other.getClass().getSimpleName());
            case BeginImage _ -> beginImage();
            case ReportStorage report -> {
                storageLow = report.low();
                emit(new StorageChanged(report.low(), report.freeBytes()));
            }
            case PlaceOrder _ when storageLow -> refuse(RefusalCode.STORAGE_LOW, "", "", "");
            case ActivateRules rules
            when !settings.reproduces(rules.version()) ->
                refuse(RefusalCode.NOT_SUPPORTED, "version", rules.version(), settings.rulesNewest());
            case Command other -> {
                machine.apply(other, nowNs, this::emit);
                if (causeIndex == 0) {
                    emit(new CommandApplied());
                }
            }
        }
    }

    private void open(OpenSource command) {
        int nameLength = command.name().length();
        if (nameLength == 0 || nameLength > NAME_LENGTH_MAX) {
            refuse(RefusalCode.BAD_FIELD, "name", nameLength + " characters", "1 to " + NAME_LENGTH_MAX);
            return;
        }
        sources.open(command)
                .ifPresentOrElse(
                        source -> emit(new SourceOpened(source.number, source.name, source.nonce)),
                        () -> refuse(RefusalCode.BUSY, "name", command.name(), Sources.COUNT_MAX + " sources"));
    }

    private void beginImage() {
        if (image.isUnderWay()) {
            refuse(RefusalCode.BUSY, "", "", "one image at a time");
        } else {
            image.begin(events.mark().position(), this::emitLine);
        }
    }

    private void causedBy(long source, long sequence) {
        causeSource = source;
        causeSequence = sequence;
        causeIndex = 0;
    }

    private void refuse(RefusalCode code, String field, Object value, Object limit) {
        emit(new CommandRefused(Refusal.of(code, field, value, limit)));
    }

    private void emit(Event event) {
        events.write(nowNs, causeSource, causeSequence, causeIndex++, false, event);
    }

    private void emitLine(Event event) {
        events.write(nowNs, causeSource, causeSequence, causeIndex++, true, event);
    }

    /// Writes all that is needed to go on from here. An image under way is given up, since no snapshot can hold
    /// half of one; so this belongs into the log's order like an entry, on every member and in every replay.
    public void snapshot(SnapshotChunks out) {
        image.giveUp();
        var writer = new SnapshotWriter(out);
        writer.header(new SnapshotHeader(
                settings.termBytes(),
                events.mark(),
                nowNs,
                machine.rulesVersion(),
                sources.lastNumber(),
                storageLow,
                image.position()));
        sources.snapshot(writer::line);
        machine.snapshot(writer::line);
        writer.end();
    }

    /// When something is due by itself, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for never.
    public long nextDueNs() {
        return machine.nextDueNs();
    }

    /// The core's time, nanoseconds since 1970 UTC.
    public long nowNs() {
        return nowNs;
    }

    /// The last event made, recorded or not.
    public EventMark mark() {
        return events.mark();
    }

    /// Where the last complete image begins; [Journal#FROM_START] while there is none.
    public long imagePosition() {
        return image.position();
    }

    public boolean isImageUnderWay() {
        return image.isUnderWay();
    }

    /// The last command applied of that source; -1 when it is not open.
    public long lastSequence(long source) {
        return sources.find(source).map(known -> known.lastSequence).orElse(-1L);
    }

    public int rulesVersion() {
        return machine.rulesVersion();
    }

    /// To be called when the log has been replayed, before anything is done live.
    ///
    /// @throws Halt when events are recorded whose commands the log does not have
    public void requireCaughtUp() {
        events.requireCaughtUp();
    }
}
