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
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;

/// One account's conversation with Binance spot (SPEC VEN-1): hands what comes to whom it concerns.
///
/// Orders are taken while the `Connection` is ready only, by whichever way they go; queries and cancels
/// always, by REST where the socket is not ready. Every call ends in one outcome: its answer, its deadline,
/// or its way's end.
public final class BinanceSession implements VenueSession {
    private final Capabilities capabilities;
    private final CallTable table = new CallTable();
    private final ServerClock clock = new ServerClock();
    private final StreamWatch watch = new StreamWatch();
    private final RawText text;
    private final UserEvents events;
    private final TimeQuestions time;
    private final Connection connection;
    private final Calls calls;

    public BinanceSession(BinanceSettings settings) {
        Symbols symbols = Symbols.of(settings.instruments());
        capabilities = Abilities.of(settings);
        text = new RawText(settings.signer().apiKey());
        Sending sending = new Sending(settings, clock);
        OrderPayloads orders = new OrderPayloads(symbols, text);
        events = new UserEvents(orders, text);
        time = new TimeQuestions(table, sending, clock);
        connection = new Connection(table, sending, time, watch, text);
        Outcomes outcomes = new Outcomes(orders, events, text);
        calls = new Calls(table, sending, clock, watch, new CallCheck(symbols), orders, outcomes);
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
        connection.start(nowNs, out);
        wake(out);
    }

    @Override
    public void call(long callId, VenueCall call, long nowNs, Effects out) {
        calls.make(callId, call, connection.isReady(), nowNs, out);
        wake(out);
    }

    @Override
    public void connected(int name, long nowNs, Effects out) {
        if (name == Sending.SOCKET) {
            connection.opened(nowNs, out);
            wake(out);
        }
    }

    @Override
    public void frame(int name, DirectBuffer buffer, int offset, int length, long receivedNs, Effects out) {
        if (name != Sending.SOCKET) {
            return;
        }
        connection.heard(receivedNs);
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
        connection.closeWhenQuiet(receivedNs, out);
        wake(out);
    }

    private void told(Fields event, long nowNs, Effects out) {
        switch (events.read(event)) {
            case UserEvents.Told.Facts facts -> {
                watch.settled(facts.clientOrderId());
                facts.reports().forEach(out::report);
            }
            case UserEvents.Told.Ending(String why) -> connection.leave(why, nowNs, out);
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
        List<Counters.Counter> used = Counters.ofHttp(answer);
        asked.ifPresent(underWay -> used.forEach(counter -> counter.tell(underWay.askedNs(), out)));
        wake(out);
    }

    private void unreadable(UnderWay asked, Drift drift, String raw, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Called(long callId, VenueCall call) -> calls.unreadable(call, callId, drift, raw, out);
            case Purpose.Page(long callId, Pages pages) -> calls.unreadable(pages.call(), callId, drift, raw, out);
            case Purpose.Time(boolean isStart) -> noTime(isStart, drift.words(), nowNs, out);
            case Purpose.Logon _, Purpose.Subscribe _, Purpose.Counts _, Purpose.Ping _ ->
                throw new IllegalStateException("asked by socket, answered by REST: " + asked);
        }
    }

    private void answered(UnderWay asked, Answer answer, long nowNs, Effects out) {
        long retryAtNs = heed(answer, nowNs, out);
        switch (asked.purpose()) {
            case Purpose.Called called -> calls.answered(called, answer, asked.askedNs(), retryAtNs, nowNs, out);
            case Purpose.Page page -> calls.paged(page, answer, retryAtNs, connection.isReady(), nowNs, out);
            case Purpose.Time(boolean isStart) -> timed(asked, isStart, answer, nowNs, out);
            case Purpose.Logon _ -> connection.loggedOn(answer, nowNs, out);
            case Purpose.Subscribe _ -> connection.subscribed(answer, nowNs, out);
            case Purpose.Counts _ -> {
                Counters.tell(answer, asked.askedNs(), out);
                connection.counted(nowNs, out);
            }
            case Purpose.Ping _ -> {} // whatever it says, it is alive
        }
    }

    @Override
    public void httpLost(long httpId, Loss loss, long nowNs, Effects out) {
        table.take(httpId).ifPresent(asked -> lost(asked, loss, nowNs, out));
        wake(out);
    }

    @Override
    public void disconnected(int name, Loss loss, long nowNs, Effects out) {
        if (name != Sending.SOCKET || !connection.hasSocket()) {
            return;
        }
        watch.clear();
        table.takeSocket().forEach(asked -> lost(asked, loss, nowNs, out));
        connection.ended(loss.reason(), nowNs, out);
        wake(out);
    }

    private void lost(UnderWay asked, Loss loss, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Called(long callId, VenueCall call) -> calls.lost(call, callId, asked.isBySocket(), loss, out);
            case Purpose.Page(long callId, Pages pages) ->
                calls.lost(pages.call(), callId, asked.isBySocket(), loss, out);
            case Purpose.Time(boolean isStart) -> noTime(isStart, loss.reason(), nowNs, out);
            case Purpose.Logon _, Purpose.Subscribe _, Purpose.Counts _, Purpose.Ping _ -> {} // the end says it all
        }
    }

    @Override
    public void tick(long nowNs, Effects out) {
        table.takeExpired(nowNs).forEach(asked -> expired(asked, nowNs, out));
        connection.tick(nowNs, out);
        wake(out);
    }

    private void expired(UnderWay asked, long nowNs, Effects out) {
        switch (asked.purpose()) {
            case Purpose.Called(long callId, VenueCall call) -> calls.expired(asked.id(), call, callId, out);
            case Purpose.Page(long callId, Pages pages) -> calls.expired(asked.id(), pages.call(), callId, out);
            case Purpose.Time(boolean isStart) -> noTime(isStart, "no answer in time", nowNs, out);
            case Purpose.Logon _, Purpose.Subscribe _, Purpose.Counts _, Purpose.Ping _ ->
                connection.expired(asked, nowNs, out);
        }
    }

    private void timed(UnderWay asked, boolean isStart, Answer answer, long nowNs, Effects out) {
        Optional<String> problem = time.answered(asked, answer, nowNs);
        if (problem.isPresent()) {
            noTime(isStart, problem.get(), nowNs, out);
        } else if (isStart) {
            connection.timed(out);
        }
    }

    private void noTime(boolean isStart, String why, long nowNs, Effects out) {
        time.failed(nowNs);
        if (isStart) {
            connection.noTime(why, out);
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
            time.askAfterRefusal(nowNs, out);
            return nowNs + TimeQuestions.RETRY_NS;
        }
        long untilNs = RetryTimes.retryAtNs(refused, clock, nowNs);
        // Too many orders stops orders only: cancels and queries must still go.
        if (meaning.category() == Category.RATE_LIMITED && meaning.reason() != Reason.TOO_MANY_ORDERS) {
            untilNs = untilNs == 0 ? nowNs + RetryTimes.UNNAMED_NS : untilNs;
            out.banned(untilNs, text.words(refused.words()));
        }
        return untilNs;
    }

    private void wake(Effects out) {
        long nextNs = Math.min(table.earliestDeadlineNs(), connection.wakeNs());
        if (nextNs != Long.MAX_VALUE) {
            out.wakeAt(nextNs);
        }
    }
}
