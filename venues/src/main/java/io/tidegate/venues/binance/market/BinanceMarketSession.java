package io.tidegate.venues.binance.market;

import io.tidegate.market.book.Condition;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.market.sync.Step;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.MarketEffects;
import io.tidegate.venues.api.MarketSession;
import io.tidegate.venues.binance.market.MarketMessage.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// One connection to Binance's combined streams: differences, quotes and trades of up to 341 symbols (binance.md
/// section 5).
///
/// ```text
///  IDLE ──start──▶ CONNECTING ──open──▶ SUBSCRIBING ──all confirmed──▶ UP
///    ▲                                       │                          │
///    └── lost, refused twice, mute, behind its own quotes, shutdown ◀───┘
/// ```
///
/// A book asks for its snapshot when its first difference comes, and again whenever ids do not join; the others go on.
/// Silence is told from rest: a connection without a message is asked a question, and a book that lags behind the
/// quotes of the same venue has lost its stream though the connection lives (SPEC REC-3). One thread.
public final class BinanceMarketSession implements MarketSession {
    private static final String TARGET = "/stream";
    private static final long CONNECT_TIMEOUT_NS = Duration.ofSeconds(10).toNanos();
    private static final long WATCH_EVERY_NS = Duration.ofMillis(100).toNanos();
    private static final int RAW_CHARACTERS_MAX = 2_000;

    private enum State {
        IDLE,
        CONNECTING,
        SUBSCRIBING,
        UP
    }

    private final MarketSettings settings;
    private final MarketData data;
    private final Subscriptions subscriptions;
    private final SnapshotRequests snapshots;
    private final UnsafeBuffer sent = new UnsafeBuffer(0, 0);
    private final long[] behindSinceNs;
    private State state = State.IDLE;
    private long lastMessageNs;
    private boolean isAsked;
    private long nextWatchNs;

    /// @param markets one for each symbol, in their order; this session writes them
    public BinanceMarketSession(MarketSettings settings, MarketSymbols symbols, List<VenueInstrument> markets) {
        this.settings = settings;
        this.data = new MarketData(symbols, DepthRule.SPOT, markets);
        this.subscriptions = new Subscriptions(symbols);
        this.snapshots = new SnapshotRequests(settings, symbols);
        this.behindSinceNs = new long[symbols.count()];
    }

    @Override
    public void start(long nowNs, MarketEffects out) {
        forget();
        state = State.CONNECTING;
        out.connect(settings.streams(), TARGET, CONNECT_TIMEOUT_NS);
    }

    private void forget() {
        state = State.IDLE;
        snapshots.clear();
        isAsked = false;
        for (int index = 0; index < data.symbols().count(); index++) {
            data.restart(index, Condition.DISCONNECTED);
            behindSinceNs[index] = 0;
        }
    }

    @Override
    public void connected(long nowNs, MarketEffects out) {
        state = State.SUBSCRIBING;
        lastMessageNs = nowNs;
        subscriptions.begin(nowNs);
        tick(nowNs, out);
    }

    @Override
    public void frame(DirectBuffer buffer, int offset, int length, long receivedNs, MarketEffects out) {
        if (state != State.SUBSCRIBING && state != State.UP) {
            return; // the last words of a connection that is given up
        }
        lastMessageNs = receivedNs;
        isAsked = false;
        Kind kind = data.frame(buffer, offset, length, receivedNs);
        switch (kind) {
            case DIFFERENCE -> {
                if (data.step() == Step.SNAPSHOT_NEEDED) {
                    snapshots.need(data.message().index(), receivedNs);
                    snapshots.poll(receivedNs, out);
                }
            }
            case DONE -> confirmed(data.message().requestId(), out);
            case REFUSED -> refused(receivedNs, out);
            case SHUTDOWN -> giveUp("the venue shuts this connection down", out);
            case UNREADABLE -> out.problem(data.problem(), shown(buffer, offset, length));
            case QUOTE, TRADE, SNAPSHOT, OTHER -> {}
        }
    }

    private void confirmed(long requestId, MarketEffects out) {
        if (state == State.SUBSCRIBING && subscriptions.owns(requestId)) {
            subscriptions.done(requestId);
            if (subscriptions.isComplete()) {
                state = State.UP;
                out.up();
            }
        }
    }

    private void refused(long nowNs, MarketEffects out) {
        long requestId = data.message().requestId();
        String words = data.message().refusal();
        if (!subscriptions.owns(requestId)) {
            return; // our question: any answer will do
        }
        out.problem("subscription refused", words);
        if (state != State.SUBSCRIBING || !subscriptions.repeat(requestId, nowNs)) {
            giveUp("subscription refused twice: " + words, out);
        }
    }

    @Override
    public void disconnected(Loss loss, long nowNs, MarketEffects out) {
        if (state != State.IDLE) {
            forget();
            out.down(loss.reason());
        }
    }

    @Override
    public void answered(long httpId, HttpAnswer answer, long receivedNs, MarketEffects out) {
        int index = snapshots.take(httpId);
        if (index < 0) {
            return; // asked for in a former life
        }
        if (answer.status() != 200) {
            snapshots.refused(answer, receivedNs);
            out.problem(
                    "no snapshot of " + data.symbols().name(index) + ": " + answer.status(), clipped(answer.text()));
            snapshots.failed(index, receivedNs);
            return;
        }
        var body = new UnsafeBuffer(answer.body());
        Kind kind = data.snapshot(index, body, 0, body.capacity(), receivedNs);
        if (kind == Kind.UNREADABLE) {
            out.problem(data.problem(), shown(body, 0, body.capacity()));
            snapshots.failed(index, receivedNs);
        } else if (data.step() == Step.SNAPSHOT_NEEDED) {
            snapshots.failed(index, receivedNs); // older than the first difference, which is usual at the start
        } else {
            snapshots.succeeded(index);
        }
    }

    @Override
    public void httpLost(long httpId, Loss loss, long nowNs, MarketEffects out) {
        int index = snapshots.take(httpId);
        if (index >= 0) {
            snapshots.failed(index, nowNs);
        }
    }

    @Override
    public void tick(long nowNs, MarketEffects out) {
        if (state != State.SUBSCRIBING && state != State.UP) {
            return;
        }
        if (state == State.SUBSCRIBING && subscriptions.isDue(nowNs)) {
            send(subscriptions.take(nowNs), out);
        }
        snapshots.poll(nowNs, out);
        if (nowNs >= nextWatchNs) {
            nextWatchNs = nowNs + WATCH_EVERY_NS;
            watch(nowNs, out);
        }
    }

    /// Looks for what should have come.
    private void watch(long nowNs, MarketEffects out) {
        if (subscriptions.isOverdue(nowNs)) {
            giveUp("subscriptions are not confirmed", out);
            return;
        }
        long silentNs = nowNs - lastMessageNs;
        if (silentNs >= settings.muteNs()) {
            giveUp("nothing was heard for " + Duration.ofNanos(silentNs).toMillis() + " ms", out);
            return;
        }
        if (silentNs >= settings.muteNs() / 2 && !isAsked) {
            isAsked = true;
            send(subscriptions.question(), out);
        }
        for (int index = 0; index < behindSinceNs.length; index++) {
            var market = data.market(index);
            boolean isBehind = data.isFollowing(index)
                    && market.touch().lastId() > market.book().sequence();
            if (!isBehind) {
                behindSinceNs[index] = 0;
            } else if (behindSinceNs[index] == 0 || market.book().atNs() > behindSinceNs[index]) {
                behindSinceNs[index] = nowNs; // it moved since: what it lacks is on its way
            } else if (nowNs - behindSinceNs[index] >= settings.behindNs()) {
                giveUp("quotes of " + data.symbols().name(index) + " come, differences do not", out);
                return;
            }
        }
    }

    /// No book is of use from here on; the caller starts it again.
    private void giveUp(String reason, MarketEffects out) {
        forget();
        out.close();
        out.down(reason);
    }

    @Override
    public void askForSnapshots(long nowNs, MarketEffects out) {
        if (state == State.UP) {
            for (int index = 0; index < data.symbols().count(); index++) {
                snapshots.need(index, nowNs);
            }
            snapshots.poll(nowNs, out);
        }
    }

    private void send(byte[] text, MarketEffects out) {
        sent.wrap(text);
        out.send(sent, 0, text.length);
    }

    private static String shown(DirectBuffer buffer, int offset, int length) {
        var bytes = new byte[Math.min(length, RAW_CHARACTERS_MAX)];
        buffer.getBytes(offset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String clipped(String text) {
        return text.length() <= RAW_CHARACTERS_MAX ? text : text.substring(0, RAW_CHARACTERS_MAX);
    }
}
