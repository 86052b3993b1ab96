package io.tidegate.venues.binance;

import io.tidegate.venues.api.Effects;
import io.tidegate.venues.binance.UnderWay.Purpose;
import java.time.Duration;
import java.util.Optional;

/// Asks the venue for its time: before a start, every ten minutes, and after a timestamp was refused.
final class TimeQuestions {
    /// How soon an order may be repeated whose timestamp was refused, and how soon a failed question is.
    static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    private static final long EVERY_NS = Duration.ofMinutes(10).toNanos();

    private final CallTable table;
    private final Sending sending;
    private final ServerClock clock;
    private long nextNs;

    TimeQuestions(CallTable table, Sending sending, ServerClock clock) {
        this.table = table;
        this.sending = sending;
        this.clock = clock;
    }

    long nextNs() {
        return nextNs;
    }

    void askIfDue(long nowNs, Effects out) {
        if (nextNs <= nowNs) {
            ask(false, nowNs, out);
        }
    }

    /// Asks unless the question is under way.
    void askAfterRefusal(long nowNs, Effects out) {
        if (!table.isAskingTime()) {
            ask(false, nowNs, out);
        }
    }

    void ask(boolean isStart, long nowNs, Effects out) {
        nextNs = nowNs + EVERY_NS;
        long id = table.nextId();
        sending.byRest(id, Requests.time(), nowNs, Calls.QUERY_WITHIN_NS, out);
        table.add(new UnderWay(id, new Purpose.Time(isStart), false, nowNs, nowNs + Calls.QUERY_WITHIN_NS));
    }

    /// Sets the clock by an answer.
    ///
    /// @return why it does not tell the time; empty when it does
    Optional<String> answered(UnderWay asked, Answer answer, long nowNs) {
        switch (answer) {
            case Answer.Refused refused -> {
                return Optional.of(refused.words());
            }
            case Answer.Result(var body) -> {
                try {
                    long serverNs = Fields.of(body, "time").timeNs("serverTime");
                    String took = (nowNs - asked.askedNs()) / 1_000_000 + " ms";
                    return clock.learn(asked.askedNs(), nowNs, serverNs)
                            ? Optional.empty()
                            : Optional.of("the answer took " + took + ", too long to tell the time");
                } catch (Drift drift) {
                    return Optional.of(drift.words());
                }
            }
        }
    }

    /// There was no answer, or none that tells the time: asked again soon.
    void failed(long nowNs) {
        nextNs = nowNs + RETRY_NS;
    }
}
