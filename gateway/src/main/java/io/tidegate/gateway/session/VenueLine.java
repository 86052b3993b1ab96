package io.tidegate.gateway.session;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/// One venue session, kept alive: runs its effects on the network, feeds it what happens, starts it again when it
/// drops.
///
/// ```text
///  CLOSED ──open──▶ WAITING ──due, no ban──▶ STARTING ──ready──▶ UP
///                      ▲                         │                │
///                      └────── not ready, or not in time ◀────────┘
/// ```
///
/// It never gives up; a first drop is answered at once, later ones after the backoff, and a session that comes
/// up only to drop again counts as a failed attempt until it has been up for a while (SPEC CON-2, Properties 6,
/// 11; no storm, SCENARIOS X09). While the venue bans us it does not even connect (RLM-4). One thread.
public final class VenueLine {
    private enum State {
        CLOSED,
        WAITING,
        STARTING,
        UP
    }

    private final VenueSession session;
    private final Wires wires;
    private final int lineNumber;
    private final LineEvents told;
    private final LineSettings settings;
    private final LongSupplier bannedUntilNs;
    private final Random random;
    private final SessionEffects effects = new SessionEffects();
    private final TreeMap<Integer, Integer> sockets = new TreeMap<>();
    private State state = State.CLOSED;
    private long nextNs;
    private long upSinceNs;
    private long wakeNs = Long.MAX_VALUE;
    private int failures;
    private long startCount;
    private long alertCount;
    private String lastProblem = "";

    /// @param bannedUntilNs until when nothing may be sent to that venue
    /// @param random        spreads the reconnects
    public VenueLine(
            VenueSession session,
            Wires wires,
            LineEvents told,
            LineSettings settings,
            LongSupplier bannedUntilNs,
            Random random) {
        this.session = session;
        this.wires = wires;
        this.lineNumber = wires.addLine();
        this.told = told;
        this.settings = settings;
        this.bannedUntilNs = bannedUntilNs;
        this.random = random;
    }

    public Capabilities capabilities() {
        return session.capabilities();
    }

    public Cost cost(VenueCall call) {
        return session.cost(call);
    }

    /// Begins; again does nothing.
    public void open(long nowNs) {
        if (state == State.CLOSED) {
            state = State.WAITING;
            nextNs = nowNs;
        }
    }

    /// Starts the session when that is due, and ticks it.
    ///
    /// @return how many things it did
    public int poll(long nowNs) {
        return switch (state) {
            case CLOSED -> 0;
            case WAITING -> {
                if (nowNs < nextNs || nowNs < bannedUntilNs.getAsLong()) {
                    yield tickIfDue(nowNs);
                }
                start(nowNs);
                yield 1;
            }
            case STARTING -> {
                if (nowNs - upSinceNs >= settings.startWithinNs()) {
                    drop("not ready within " + settings.startWithinNs() + " ns", nowNs);
                    yield 1;
                }
                yield tickIfDue(nowNs);
            }
            case UP -> tickIfDue(nowNs);
        };
    }

    private void start(long nowNs) {
        hangUp(nowNs);
        state = State.STARTING;
        upSinceNs = nowNs;
        wakeNs = Long.MAX_VALUE;
        startCount++;
        session.start(nowNs, effects.at(nowNs));
    }

    /// Ends what is left of a former life; the session hears of it before it starts again.
    private void hangUp(long nowNs) {
        for (var socket : new TreeMap<>(sockets).entrySet()) {
            sockets.remove(socket.getKey());
            wires.forget(socket.getValue());
            session.disconnected(socket.getKey(), Loss.maybeSent("closed to connect again"), nowNs, effects.at(nowNs));
        }
    }

    private int tickIfDue(long nowNs) {
        if (nowNs < wakeNs) {
            return 0;
        }
        wakeNs = Long.MAX_VALUE;
        session.tick(nowNs, effects.at(nowNs));
        return 1;
    }

    private void drop(String reason, long nowNs) {
        boolean wasUp = state == State.UP;
        state = State.WAITING;
        lastProblem = reason;
        if (wasUp && nowNs - upSinceNs >= settings.stableAfterNs()) {
            failures = 0;
            nextNs = nowNs;
        } else {
            nextNs = nowNs + settings.reconnect().delayNs(failures, random.nextDouble());
            failures++;
            if (failures == settings.alertAfter()) {
                alertCount++;
            }
        }
        if (wasUp) {
            told.down(reason, nowNs);
        }
    }

    /// Makes a call; only while [#isUp].
    void call(long callId, VenueCall call, long nowNs) {
        session.call(callId, call, nowNs, effects.at(nowNs));
    }

    /// Ends the conversation without a word; again does nothing. Calls under way have no outcome any more.
    public void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            for (int name : sockets.values()) {
                wires.forget(name);
            }
            sockets.clear();
        }
    }

    public boolean isUp() {
        return state == State.UP;
    }

    /// CLOSED, WAITING, STARTING or UP.
    public String stateName() {
        return state.name();
    }

    /// How often it was started again.
    public long reconnectCount() {
        return Math.max(0, startCount - 1);
    }

    /// How often a row of failed attempts became long enough for an alert.
    public long alertCount() {
        return alertCount;
    }

    /// Why it was last not up, "" if it always was.
    public String lastProblem() {
        return lastProblem;
    }

    void answered(long httpId, HttpAnswer answer, long nowNs) {
        if (state != State.CLOSED) {
            session.answered(httpId, answer, nowNs, effects.at(nowNs));
        }
    }

    void httpLost(long httpId, Loss loss, long nowNs) {
        if (state != State.CLOSED) {
            session.httpLost(httpId, loss, nowNs, effects.at(nowNs));
        }
    }

    void connected(int connection, long nowNs) {
        session.connected(connection, nowNs, effects.at(nowNs));
    }

    void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs, long nowNs) {
        session.frame(connection, buffer, offset, length, receivedNs, effects.at(nowNs));
    }

    void disconnected(int connection, int name, Loss loss, long nowNs) {
        if (sockets.remove(connection, name)) {
            session.disconnected(connection, loss, nowNs, effects.at(nowNs));
        }
    }

    private final class SessionEffects implements Effects {
        private long nowNs;

        SessionEffects at(long nowNs) {
            this.nowNs = nowNs;
            return this;
        }

        @Override
        public void http(long httpId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
            wires.http(VenueLine.this, lineNumber, httpId, lane, to, request, timeoutNs);
        }

        @Override
        public void connect(int connection, Endpoint to, String target, long timeoutNs) {
            Integer former = sockets.put(connection, wires.connect(VenueLine.this, connection, to, target, timeoutNs));
            if (former != null) {
                wires.forget(former);
            }
        }

        @Override
        public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
            Integer name = sockets.get(connection);
            return name != null && wires.send(name, buffer, offset, length);
        }

        @Override
        public void close(int connection) {
            Integer name = sockets.get(connection);
            if (name != null) {
                wires.close(name);
            }
        }

        @Override
        public void wakeAt(long ns) {
            wakeNs = Math.min(wakeNs, ns);
        }

        @Override
        public void ready(boolean ready, String reason) {
            if (ready && state == State.STARTING) {
                state = State.UP;
                upSinceNs = nowNs;
                told.up(nowNs);
            } else if (!ready && (state == State.UP || state == State.STARTING)) {
                drop(reason, nowNs);
            }
        }

        @Override
        public void outcome(long callId, Outcome outcome) {
            told.outcome(callId, outcome, nowNs);
        }

        @Override
        public void report(VenueReport report) {
            told.report(report, nowNs);
        }

        @Override
        public void used(String limit, long used, long askedNs) {
            told.counted(limit, used, askedNs, nowNs);
        }

        @Override
        public void banned(long untilNs, String reason) {
            told.banned(untilNs, reason, nowNs);
        }
    }
}
