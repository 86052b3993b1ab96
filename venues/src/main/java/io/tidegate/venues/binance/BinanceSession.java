package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import io.tidegate.venues.binance.UnderWay.Purpose;
import java.time.Duration;
import java.util.Optional;
import org.agrona.DirectBuffer;

/// One account's conversation with Binance spot (SPEC VEN-1).
///
/// ```
///            start           time known        open             subscribed
///     IDLE ────────► TIMING ───────────► CONNECTING ──► SUBSCRIBING ──► READY
///      ▲               │ no time            │ refused      │ refused      │ stream ended, mute,
///      │◄──────────────┘◄───────────────────┘              ▼              │ server shuts down
///      └──────────────────── disconnected ◄──────────── LEAVING ◄─────────┘
/// ```
///
/// A disconnection leads to IDLE from anywhere. Orders are taken in READY only; queries and cancels always, by REST
/// where the socket is not READY. LEAVING waits up to 2 s for answers under way before it closes; a connection that
/// has fallen mute is closed at once. Every call ends in one outcome: its answer, its deadline, or its way's end.
public final class BinanceSession implements VenueSession {
    private static final long PULSE_NS = Duration.ofSeconds(15).toNanos();
    private static final long PONG_WITHIN_NS = Duration.ofSeconds(10).toNanos();
    private static final long LEAVE_WITHIN_NS = Duration.ofSeconds(2).toNanos();
    private static final long CLOCK_EVERY_NS = Duration.ofMinutes(10).toNanos();
    private static final long CLOCK_RETRY_NS = Duration.ofSeconds(1).toNanos();

    private enum Phase {
        IDLE,
        TIMING,
        CONNECTING,
        SUBSCRIBING,
        READY,
        LEAVING
    }

    private final Capabilities capabilities;
    private final CallTable table = new CallTable();
    private final ServerClock clock = new ServerClock();
    private final StreamWatch watch = new StreamWatch();
    private final RawText text;
    private final Sending sending;
    private final Requests requests;
    private final UserEvents events;
    private final Calls calls;

    private Phase phase = Phase.IDLE;
    private boolean isClosing;
    private boolean isWantedAgain;
    private long leaveByNs;
    private long nextPulseNs;
    private long nextClockNs;
    private long heardNs;

    public BinanceSession(BinanceSettings settings) {
        Symbols symbols = Symbols.of(settings.instruments());
        capabilities = Limits.capabilities(settings);
        text = new RawText(settings.signer().apiKey());
        sending = new Sending(settings, clock);
        requests = new Requests(symbols);
        OrderPayloads orders = new OrderPayloads(symbols, text);
        events = new UserEvents(orders, text);
        calls = new Calls(table, sending, clock, watch, requests, orders, new Outcomes(orders, events, text));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Cost cost(VenueCall call) {
        return Limits.cost(call);
    }

    /// Does nothing while a start is under way or the session is ready.
    @Override
    public void start(long nowNs, Effects out) {
        switch (phase) {
            case IDLE -> {
                phase = Phase.TIMING;
                askTime(true, nowNs, out);
            }
            case LEAVING -> isWantedAgain = true;
            case TIMING, CONNECTING, SUBSCRIBING, READY -> {}
        }
        wake(out);
    }

    @Override
    public void call(long callId, VenueCall call, long nowNs, Effects out) {
        calls.make(callId, call, phase == Phase.READY, nowNs, out);
        wake(out);
    }

    @Override
    public void connected(int connection, long nowNs, Effects out) {
        if (connection != Sending.SOCKET || phase != Phase.CONNECTING) {
            return;
        }
        phase = Phase.SUBSCRIBING;
        heardNs = nowNs;
        long id = table.nextId();
        if (sending.bySocket(id, requests.subscribe(), nowNs, out)) {
            long untilNs = nowNs + Calls.QUERY_WITHIN_NS;
            table.add(new UnderWay(id, new Purpose.Subscribe(), true, nowNs, untilNs));
        } else {
            leave("the socket closed before the subscription", nowNs, nowNs, out);
        }
        wake(out);
    }

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs, Effects out) {
        if (connection != Sending.SOCKET) {
            return;
        }
        heardNs = receivedNs;
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        try {
            switch (Incoming.read(bytes)) {
                case Incoming.Event(Fields event) -> told(event, receivedNs, out);
                case Incoming.Answered answered -> answered(answered, bytes, receivedNs, out);
            }
        } catch (Drift drift) {
            unreadable(drift, new String(bytes, UTF_8), out);
        }
        closeWhenQuiet(receivedNs, out);
        wake(out);
    }

    private void told(Fields event, long nowNs, Effects out) {
        switch (events.read(event)) {
            case UserEvents.Told.Facts facts -> {
                watch.settled(facts.clientOrderId());
                facts.reports().forEach(out::report);
            }
            case UserEvents.Told.Ending(String why) -> leave(why, nowNs + LEAVE_WITHIN_NS, nowNs, out);
        }
    }

    private void answered(Incoming.Answered answered, byte[] frame, long nowNs, Effects out) {
        long id = answered.id().matches("[0-9]{1,18}") ? Long.parseLong(answered.id()) : 0;
        Optional<UnderWay> asked = table.take(id);
        if (asked.isPresent()) {
            answered(asked.get(), answered.answer(), nowNs, out);
            answered.used().forEach(counter -> counter.tell(asked.get().askedNs(), out));
            return;
        }
        heed(answered.answer(), nowNs, out);
        Optional<VenueCall> overdue = table.takeOverdue(id);
        if (overdue.isPresent()) {
            calls.answeredLate(overdue.get(), answered.answer(), out);
        } else {
            unreadable(new Drift("answer to nothing that was asked"), new String(frame, UTF_8), out);
        }
    }

    /// A message of the account's connection that means nothing to us is a gap; the stream itself speaks.
    private void unreadable(Drift drift, String raw, Effects out) {
        watch.clear();
        out.report(new VenueReport.Unreadable(text.words(drift.words()), text.raw(raw)));
    }

    @Override
    public void answered(long httpId, HttpAnswer answer, long nowNs, Effects out) {
        Optional<UnderWay> asked = table.take(httpId);
        try {
            Answer read = Answer.ofHttp(answer);
            if (asked.isPresent()) {
                answered(asked.get(), read, nowNs, out);
            } else {
                heed(read, nowNs, out);
                table.takeOverdue(httpId).ifPresent(call -> calls.answeredLate(call, read, out));
            }
        } catch (Drift drift) {
            asked.ifPresent(underWay -> unreadable(underWay, drift, answer.text(), nowNs, out));
        }
        asked.ifPresent(underWay -> Counters.ofHttp(answer).forEach(counter -> counter.tell(underWay.askedNs(), out)));
        wake(out);
    }

    private void unreadable(UnderWay asked, Drift drift, String raw, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Called(long callId, VenueCall call) -> calls.unreadable(call, callId, drift, raw, out);
            case Purpose.Page(long callId, FillPages pages) -> calls.unreadable(pages.call(), callId, drift, raw, out);
            case Purpose.Time(boolean isStart) -> noTime(isStart, drift.words(), nowNs, out);
            case Purpose.Subscribe _, Purpose.Ping _ ->
                throw new IllegalStateException("asked by socket, answered by REST: " + asked);
        }
    }

    private void answered(UnderWay asked, Answer answer, long nowNs, Effects out) {
        long retryAtNs = heed(answer, nowNs, out);
        switch (asked.purpose()) {
            case Purpose.Called called -> calls.answered(called, answer, retryAtNs, nowNs, out);
            case Purpose.Page page -> calls.paged(page, answer, retryAtNs, phase == Phase.READY, nowNs, out);
            case Purpose.Time(boolean isStart) -> time(asked, isStart, answer, nowNs, out);
            case Purpose.Subscribe _ -> subscribed(answer, nowNs, out);
            case Purpose.Ping _ -> {} // whatever it says, it is alive
        }
    }

    @Override
    public void httpLost(long httpId, Loss loss, long nowNs, Effects out) {
        table.take(httpId).ifPresent(asked -> lost(asked, loss, nowNs, out));
        wake(out);
    }

    @Override
    public void disconnected(int connection, Loss loss, long nowNs, Effects out) {
        if (connection != Sending.SOCKET || phase == Phase.IDLE || phase == Phase.TIMING) {
            return;
        }
        boolean wasLeaving = phase == Phase.LEAVING;
        phase = Phase.IDLE;
        isClosing = false;
        watch.clear();
        table.takeSocket().forEach(asked -> lost(asked, loss, nowNs, out));
        if (!wasLeaving) {
            out.ready(false, "disconnected: " + text.words(loss.reason()));
        }
        if (isWantedAgain) {
            isWantedAgain = false;
            start(nowNs, out);
        }
        wake(out);
    }

    private void lost(UnderWay asked, Loss loss, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Called(long callId, VenueCall call) -> calls.lost(call, callId, asked.isBySocket(), loss, out);
            case Purpose.Page(long callId, FillPages pages) ->
                calls.lost(pages.call(), callId, asked.isBySocket(), loss, out);
            case Purpose.Time(boolean isStart) -> noTime(isStart, loss.reason(), nowNs, out);
            case Purpose.Subscribe _, Purpose.Ping _ -> {} // the connection's end says it all
        }
    }

    @Override
    public void tick(long nowNs, Effects out) {
        table.takeExpired(nowNs).forEach(asked -> expired(asked, nowNs, out));
        if (phase == Phase.READY && watch.overdueNs() <= nowNs) {
            leave("mute: an acknowledged order does not show in the stream", nowNs, nowNs, out);
        }
        if (phase == Phase.READY && nextPulseNs <= nowNs) {
            ping(nowNs, out);
        }
        if (phase == Phase.READY && nextClockNs <= nowNs) {
            askTime(false, nowNs, out);
        }
        closeWhenQuiet(nowNs, out);
        wake(out);
    }

    private void expired(UnderWay asked, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Called(long callId, VenueCall call) -> calls.expired(asked.id(), call, callId, out);
            case Purpose.Page(long callId, FillPages pages) -> calls.expired(asked.id(), pages.call(), callId, out);
            case Purpose.Time(boolean isStart) -> noTime(isStart, "no answer in time", nowNs, out);
            case Purpose.Subscribe _ -> leave("no answer to the subscription", nowNs, nowNs, out);
            case Purpose.Ping _ -> {
                if (phase == Phase.READY && heardNs <= asked.askedNs()) {
                    leave("mute: nothing heard since a ping was sent", nowNs, nowNs, out);
                }
            }
        }
    }

    private void ping(long nowNs, Effects out) {
        nextPulseNs = nowNs + PULSE_NS;
        long id = table.nextId();
        if (sending.bySocket(id, requests.ping(), nowNs, out)) {
            table.add(new UnderWay(id, new Purpose.Ping(), true, nowNs, nowNs + PONG_WITHIN_NS));
        }
    }

    private void askTime(boolean isStart, long nowNs, Effects out) {
        nextClockNs = nowNs + CLOCK_EVERY_NS;
        long id = table.nextId();
        sending.byRest(id, requests.time(), nowNs, Calls.QUERY_WITHIN_NS, out);
        table.add(new UnderWay(id, new Purpose.Time(isStart), false, nowNs, nowNs + Calls.QUERY_WITHIN_NS));
    }

    private void time(UnderWay asked, boolean isStart, Answer answer, long nowNs, Effects out) {
        switch (answer) {
            case Answer.Refused refused -> noTime(isStart, words(refused), nowNs, out);
            case Answer.Result(var body) -> {
                try {
                    long serverNs = Fields.of(body, "time").timeNs("serverTime");
                    if (!clock.learn(asked.askedNs(), nowNs, serverNs)) {
                        String took = (nowNs - asked.askedNs()) / 1_000_000 + " ms";
                        noTime(isStart, "the answer took " + took + ", too long to tell the time", nowNs, out);
                    } else if (isStart && phase == Phase.TIMING) {
                        phase = Phase.CONNECTING;
                        sending.connect(out);
                    }
                } catch (Drift drift) {
                    noTime(isStart, drift.words(), nowNs, out);
                }
            }
        }
    }

    /// Without the venue's time no start; while ready, what we know serves a little longer.
    private void noTime(boolean isStart, String why, long nowNs, Effects out) {
        nextClockNs = nowNs + CLOCK_RETRY_NS;
        if (isStart && phase == Phase.TIMING) {
            phase = Phase.IDLE;
            out.ready(false, text.words("no time from the venue: " + why));
        }
    }

    private void subscribed(Answer answer, long nowNs, Effects out) {
        if (phase != Phase.SUBSCRIBING) {
            return;
        }
        switch (answer) {
            case Answer.Refused refused -> leave("subscription refused: " + words(refused), nowNs, nowNs, out);
            case Answer.Result(var body)
            when Answer.isEmpty(body) -> leave("subscription without a result", nowNs, nowNs, out);
            case Answer.Result _ -> {
                phase = Phase.READY;
                nextPulseNs = nowNs + PULSE_NS;
                out.ready(true, "subscribed");
            }
        }
    }

    /// A refusal in words whose first is its category.
    private static String words(Answer.Refused refused) {
        return ErrorTable.meaning(refused).category() + " " + Outcomes.code(refused) + " " + refused.message();
    }

    /// Takes no more orders and closes when what is under way has its answers, at the latest at `closeByNs`.
    private void leave(String why, long closeByNs, long nowNs, Effects out) {
        if (phase != Phase.SUBSCRIBING && phase != Phase.READY) {
            return;
        }
        phase = Phase.LEAVING;
        leaveByNs = closeByNs;
        out.ready(false, text.words(why));
        closeWhenQuiet(nowNs, out);
    }

    private void closeWhenQuiet(long nowNs, Effects out) {
        if (phase == Phase.LEAVING && !isClosing && (nowNs >= leaveByNs || !table.hasSocketCalls())) {
            isClosing = true;
            out.close(Sending.SOCKET);
        }
    }

    /// Obeys what a refusal says to all of us: wait, or set the clock.
    ///
    /// @return when the call may be tried again by our clock, 0 where nothing says so
    private long heed(Answer answer, long nowNs, Effects out) {
        if (!(answer instanceof Answer.Refused refused)) {
            return 0;
        }
        ErrorTable.Meaning meaning = ErrorTable.meaning(refused);
        if (meaning.reason() == Reason.CLOCK) {
            if (!table.isAskingTime()) {
                askTime(false, nowNs, out);
            }
            return nowNs + CLOCK_RETRY_NS;
        }
        long untilNs = RetryTimes.retryAtNs(refused, clock, nowNs);
        // Too many orders stops orders only: cancels and queries must still go.
        if (meaning.category() == Category.RATE_LIMITED && meaning.reason() != Reason.TOO_MANY_ORDERS) {
            untilNs = untilNs == 0 ? nowNs + RetryTimes.UNNAMED_NS : untilNs;
            out.banned(untilNs, text.words(words(refused)));
        }
        return untilNs;
    }

    private void wake(Effects out) {
        long nextNs = table.earliestDeadlineNs();
        switch (phase) {
            case READY -> nextNs = Math.min(Math.min(nextNs, watch.overdueNs()), Math.min(nextPulseNs, nextClockNs));
            case LEAVING -> nextNs = isClosing ? nextNs : Math.min(nextNs, leaveByNs);
            case IDLE, TIMING, CONNECTING, SUBSCRIBING -> {}
        }
        if (nextNs != Long.MAX_VALUE) {
            out.wakeAt(nextNs);
        }
    }
}
