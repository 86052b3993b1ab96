package io.tidegate.journal;

import io.tidegate.model.command.Command;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.CommandCodec;
import io.tidegate.wire.EventHeader;
import java.util.Objects;
import java.util.OptionalLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/// A numbered source of commands, each of which is applied once, however often the way to the log loses or repeats
/// them.
///
/// ```text
///   acknowledged        sent, not come back       not sent yet
/// ─────────────────┬──────────────────────────┬──────────────────┬──▶ sequence
///                  └ acknowledged             └ sent             └ given
///                  └──────────────── window ─────────────────────┘
/// ```
///
/// It asks the core for a source number (`OpenSource`), numbers its commands from 1, and sees in the event stream
/// which of them came back: the core applies them in order, so that one that came back stands for all before it.
/// What has not come back is sent again, in order, after a second without progress, after a reconnect, and when
/// the core says that it has missed some. The core ignores what it has applied already. A reconnect, a change of
/// leader and a crash of the core are thus one case.
///
/// Needs to be shown every event of a stream that began before [#poll] was first called, or at a later image. A
/// later opening of the same name displaces this one for good: nothing more is sent, and what had not come back
/// before that was not applied and never will be. One owner thread.
public final class CommandSender {
    /// How long nothing may come back before all of it is sent again.
    public static final long RESEND_AFTER_NS = 1_000_000_000;

    private enum State {
        OPENING,
        OPEN,
        DISPLACED
    }

    private final OpenSource opening;
    private final LogWriter writer;
    private final @Nullable Command[] window;
    private final CommandCodec codec = new CommandCodec();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
    private State state = State.OPENING;
    private long source;
    private long acknowledged;
    private long sent;
    private long given;
    private boolean openingSent;
    private boolean wentBack;
    private boolean progressed;
    private long progressNs;
    private long connections;
    private long resentCount;

    /// @param name        who sends, such as `api`; 1 to 64 characters
    /// @param nonce       drawn at random for this very object: by it the answer is recognised
    /// @param windowCount how many commands may be on their way at once, from 1
    public CommandSender(String name, long nonce, LogWriter writer, int windowCount) {
        if (windowCount < 1) {
            throw new IllegalArgumentException("a window of " + windowCount + " commands; at least 1");
        }
        this.opening = new OpenSource(name, nonce);
        this.writer = writer;
        this.window = new @Nullable Command[windowCount];
        this.connections = writer.connectionCount();
    }

    /// Takes a command over. It leaves at once when nothing waits before it and the log has room, else with a later
    /// [#poll].
    ///
    /// @return its sequence, by which its events name it; empty when the window is full or this sender was
    ///     displaced: busy, nothing was taken over
    /// @throws IllegalArgumentException when a text or a list in it is longer than the wire allows; nothing
    ///     was taken over
    public OptionalLong send(Command command) {
        if (state == State.DISPLACED || pendingCount() == window.length) {
            return OptionalLong.empty();
        }
        int length = codec.encode(source, given + 1, command, buffer, 0); // refuses what could not be sent later either
        given++;
        window[slot(given)] = command;
        boolean isNext = state == State.OPEN && sent == given - 1 && writer.connectionCount() == connections;
        if (isNext && writer.offer(buffer, 0, length)) {
            sent++;
        }
        return OptionalLong.of(given);
    }

    /// Sends what is to be sent, first time or again. Never blocks.
    ///
    /// @param nowNs nanoseconds of a clock that never goes back
    /// @return how many things it did; 0 lets the caller idle
    public int poll(long nowNs) {
        int work = writer.poll(nowNs);
        if (writer.connectionCount() != connections) {
            connections = writer.connectionCount();
            goBack(nowNs);
        }
        return work
                + switch (state) {
                    case OPENING -> sendOpening(nowNs);
                    case OPEN -> sendWindow(nowNs);
                    case DISPLACED -> 0;
                };
    }

    private int sendOpening(long nowNs) {
        if (openingSent && nowNs - progressNs < RESEND_AFTER_NS) {
            return 0;
        }
        int length = codec.encode(0, opening.nonce(), opening, buffer, 0);
        openingSent = writer.offer(buffer, 0, length);
        progressNs = nowNs;
        return openingSent ? 1 : 0;
    }

    private int sendWindow(long nowNs) {
        if (progressed || sent == acknowledged) {
            progressed = false;
            progressNs = nowNs;
        } else if (nowNs - progressNs >= RESEND_AFTER_NS) {
            goBack(nowNs);
        }
        int count = 0;
        while (sent < given) {
            var command = Objects.requireNonNull(window[slot(sent + 1)]);
            int length = codec.encode(source, sent + 1, command, buffer, 0);
            if (!writer.offer(buffer, 0, length)) {
                break;
            }
            sent++;
            count++;
        }
        return count;
    }

    private int slot(long sequence) {
        return (int) (sequence % window.length);
    }

    private void goBack(long nowNs) {
        resentCount += sent - acknowledged;
        sent = acknowledged;
        openingSent = false;
        wentBack = false;
        progressNs = nowNs;
    }

    /// Takes notice of an event, whoever caused it.
    public void onEvent(EventHeader header, Event event) {
        switch (event) {
            case SourceOpened opened when opened.name().equals(opening.name()) -> onOpened(opened);
            case SourceStands stands
            when state == State.OPEN && stands.source() == source -> acknowledge(stands.lastSequence());
            case CommandRefused refused when isMine(header) -> onRefused(header, refused);
            case Event _ when isMine(header) -> acknowledge(header.sequence());
            case Event _ -> {}
        }
    }

    private boolean isMine(EventHeader header) {
        return state == State.OPEN && header.source() == source;
    }

    private void onOpened(SourceOpened opened) {
        if (opened.nonce() == opening.nonce()) {
            if (state == State.OPENING) {
                source = opened.source();
                state = State.OPEN;
            }
        } else if (state == State.OPEN) {
            state = State.DISPLACED;
        }
    }

    private void onRefused(EventHeader header, CommandRefused refused) {
        if (refused.refusal().code() != RefusalCode.OUT_OF_SEQUENCE) {
            acknowledge(header.sequence());
        } else if (!wentBack && sent > acknowledged) {
            // Each command behind the lost one is refused too: only the first refusal since the last progress counts.
            wentBack = true;
            resentCount += sent - acknowledged;
            sent = acknowledged;
        }
    }

    private void acknowledge(long sequence) {
        while (acknowledged < Math.min(sequence, given)) {
            acknowledged++;
            window[slot(acknowledged)] = null;
            wentBack = false;
            progressed = true;
        }
        sent = Math.max(sent, acknowledged);
    }

    /// Whether the core knows this source, so that commands go out.
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// Whether another sender of the same name has taken over; then this one can only be thrown away.
    public boolean isDisplaced() {
        return state == State.DISPLACED;
    }

    /// The number under which events name this sender; 0 until it is open.
    public long source() {
        return source;
    }

    /// The last command that is known to have been applied or refused; 0 for none.
    public long acknowledgedSequence() {
        return acknowledged;
    }

    /// How many commands have been taken over and have not come back.
    public int pendingCount() {
        return (int) (given - acknowledged);
    }

    /// How many commands were sent more than once, for the metrics.
    public long resentCount() {
        return resentCount;
    }
}
