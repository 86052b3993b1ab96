package io.tidegate.venues.binance;

import io.tidegate.venues.api.Effects;
import io.tidegate.venues.binance.UnderWay.Purpose;
import java.time.Duration;

/// The life of a session's one socket, from the venue's time to its end.
///
/// ```
///            start           time known        open       [logged on]       subscribed        counted
///     IDLE ────────► TIMING ───────────► CONNECTING ──► LOGGING_ON ──► SUBSCRIBING ──► COUNTING ──► READY
///      ▲               │ no time            │ refused      │ refused       │ refused       │          │ ended, mute,
///      │◄──────────────┘◄───────────────────┘              ▼               ▼               ▼          │ shut down
///      └──────────────────── disconnected ◄─────────────────────────── LEAVING ◄──────────────────────┘
/// ```
///
/// A disconnection leads to IDLE from anywhere. Only a key that can is logged on. The count of orders comes last, so
/// that a restart begins with what the venue has counted; without it orders go all the same, and their answers tell.
/// LEAVING waits up to 2 s for answers under way before it closes; a connection that has fallen mute is
/// closed at once.
final class Connection {
    private static final long PULSE_NS = Duration.ofSeconds(15).toNanos();
    private static final long PONG_WITHIN_NS = Duration.ofSeconds(10).toNanos();
    private static final long LEAVE_WITHIN_NS = Duration.ofSeconds(2).toNanos();
    private static final long COUNT_EVERY_NS = Duration.ofMinutes(1).toNanos();

    private enum Phase {
        IDLE,
        TIMING,
        CONNECTING,
        LOGGING_ON,
        SUBSCRIBING,
        COUNTING,
        READY,
        LEAVING
    }

    private final CallTable table;
    private final Sending sending;
    private final TimeQuestions time;
    private final StreamWatch watch;
    private final RawText text;

    private Phase phase = Phase.IDLE;
    private boolean isClosing;
    private boolean isWantedAgain;
    private long leaveByNs;
    private long nextPulseNs;
    private long nextCountNs;
    private long heardNs;

    Connection(CallTable table, Sending sending, TimeQuestions time, StreamWatch watch, RawText text) {
        this.table = table;
        this.sending = sending;
        this.time = time;
        this.watch = watch;
        this.text = text;
    }

    /// Whether orders may go and the account's events come.
    boolean isReady() {
        return phase == Phase.READY;
    }

    /// Does nothing while a start is under way or the session is ready.
    void start(long nowNs, Effects out) {
        switch (phase) {
            case IDLE -> {
                phase = Phase.TIMING;
                time.ask(true, nowNs, out);
            }
            case LEAVING -> isWantedAgain = true;
            case TIMING, CONNECTING, LOGGING_ON, SUBSCRIBING, COUNTING, READY -> {}
        }
    }

    /// The venue's time is known.
    void timed(Effects out) {
        if (phase == Phase.TIMING) {
            phase = Phase.CONNECTING;
            sending.connect(out);
        }
    }

    /// Without the venue's time no start; while ready, what we know serves a little longer.
    void noTime(String why, Effects out) {
        if (phase == Phase.TIMING) {
            phase = Phase.IDLE;
            out.ready(false, text.words("no time from the venue: " + why));
        }
    }

    /// The socket is open.
    void opened(long nowNs, Effects out) {
        if (phase != Phase.CONNECTING) {
            return;
        }
        heardNs = nowNs;
        if (sending.logsOn()) {
            step(Phase.LOGGING_ON, new Purpose.Logon(), Requests.logOn(), nowNs, out);
        } else {
            subscribe(nowNs, out);
        }
    }

    void loggedOn(Answer answer, long nowNs, Effects out) {
        if (phase != Phase.LOGGING_ON) {
            return;
        }
        switch (answer) {
            case Answer.Refused refused -> leaveAtOnce("logon refused: " + refused.words(), nowNs, out);
            case Answer.Result _ -> {
                sending.loggedOn();
                subscribe(nowNs, out);
            }
        }
    }

    private void subscribe(long nowNs, Effects out) {
        step(Phase.SUBSCRIBING, new Purpose.Subscribe(), Requests.subscribe(sending.isLoggedOn()), nowNs, out);
    }

    void subscribed(Answer answer, long nowNs, Effects out) {
        if (phase != Phase.SUBSCRIBING) {
            return;
        }
        switch (answer) {
            case Answer.Refused refused -> leaveAtOnce("subscription refused: " + refused.words(), nowNs, out);
            case Answer.Result(var body)
            when Answer.isEmpty(body) -> leaveAtOnce("subscription without a result", nowNs, out);
            case Answer.Result _ -> step(Phase.COUNTING, new Purpose.Counts(true), Requests.orderCounts(), nowNs, out);
        }
    }

    /// The count of orders has come, or will not come.
    void counted(long nowNs, Effects out) {
        if (phase == Phase.COUNTING) {
            phase = Phase.READY;
            nextPulseNs = nowNs + PULSE_NS;
            nextCountNs = nowNs + COUNT_EVERY_NS;
            out.ready(true, "subscribed");
        }
    }

    private void step(Phase to, Purpose purpose, Request request, long nowNs, Effects out) {
        phase = to;
        if (!ask(purpose, request, nowNs, Calls.QUERY_WITHIN_NS, out)) {
            leaveAtOnce("the socket closed before it was ready", nowNs, out);
        }
    }

    private boolean ask(Purpose purpose, Request request, long nowNs, long withinNs, Effects out) {
        long id = table.nextId();
        boolean isSent = sending.bySocket(id, request, nowNs, out);
        if (isSent) {
            table.add(new UnderWay(id, purpose, true, nowNs, nowNs + withinNs));
        }
        return isSent;
    }

    /// Anything at all has come.
    void heard(long nowNs) {
        heardNs = nowNs;
    }

    /// A question of the connection's own has had no answer in time.
    void expired(UnderWay asked, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Logon _ -> leaveAtOnce("no answer to the logon", nowNs, out);
            case Purpose.Subscribe _ -> leaveAtOnce("no answer to the subscription", nowNs, out);
            case Purpose.Counts _ -> counted(nowNs, out);
            case Purpose.Ping _ -> {
                if (phase == Phase.READY && heardNs <= asked.askedNs()) {
                    leaveAtOnce("mute: nothing heard since a ping was sent", nowNs, out);
                }
            }
            case Purpose.Called _, Purpose.Page _, Purpose.Time _ ->
                throw new IllegalStateException("not asked by the connection: " + asked);
        }
    }

    /// Sees whether it is mute, and asks what is due.
    void tick(long nowNs, Effects out) {
        if (phase == Phase.READY && watch.overdueNs() <= nowNs) {
            leaveAtOnce("mute: an acknowledged order does not show in the stream", nowNs, out);
        }
        if (phase == Phase.READY && nextPulseNs <= nowNs) {
            nextPulseNs = nowNs + PULSE_NS;
            ask(new Purpose.Ping(), Requests.ping(), nowNs, PONG_WITHIN_NS, out);
        }
        if (phase == Phase.READY && nextCountNs <= nowNs) {
            nextCountNs = nowNs + COUNT_EVERY_NS;
            ask(new Purpose.Counts(false), Requests.orderCounts(), nowNs, Calls.QUERY_WITHIN_NS, out);
        }
        if (phase == Phase.READY) {
            time.askIfDue(nowNs, out);
        }
        closeWhenQuiet(nowNs, out);
    }

    /// Takes no more orders, and closes when what is under way has its answers, at the latest in 2 s.
    void leave(String why, long nowNs, Effects out) {
        leave(why, nowNs + LEAVE_WITHIN_NS, nowNs, out);
    }

    private void leaveAtOnce(String why, long nowNs, Effects out) {
        leave(why, nowNs, nowNs, out);
    }

    private void leave(String why, long closeByNs, long nowNs, Effects out) {
        switch (phase) {
            case LOGGING_ON, SUBSCRIBING, COUNTING, READY -> {
                phase = Phase.LEAVING;
                leaveByNs = closeByNs;
                out.ready(false, text.words(why));
                closeWhenQuiet(nowNs, out);
            }
            case IDLE, TIMING, CONNECTING, LEAVING -> {}
        }
    }

    void closeWhenQuiet(long nowNs, Effects out) {
        if (phase == Phase.LEAVING && !isClosing && (nowNs >= leaveByNs || !table.hasSocketCalls())) {
            isClosing = true;
            out.close(Sending.SOCKET);
        }
    }

    /// Whether there was a socket to lose.
    boolean hasSocket() {
        return phase != Phase.IDLE && phase != Phase.TIMING;
    }

    /// The socket has ended, and what was asked by it has been told.
    void ended(String why, long nowNs, Effects out) {
        boolean wasLeaving = phase == Phase.LEAVING;
        phase = Phase.IDLE;
        isClosing = false;
        if (!wasLeaving) {
            out.ready(false, "disconnected: " + text.words(why));
        }
        if (isWantedAgain) {
            isWantedAgain = false;
            start(nowNs, out);
        }
    }

    /// When it has something to do; `Long.MAX_VALUE` for never.
    long wakeNs() {
        return switch (phase) {
            case READY -> Math.min(Math.min(watch.overdueNs(), nextCountNs), Math.min(nextPulseNs, time.nextNs()));
            case LEAVING -> isClosing ? Long.MAX_VALUE : leaveByNs;
            case IDLE, TIMING, CONNECTING, LOGGING_ON, SUBSCRIBING, COUNTING -> Long.MAX_VALUE;
        };
    }
}
