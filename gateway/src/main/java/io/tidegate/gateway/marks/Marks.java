package io.tidegate.gateway.marks;

import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.session.Caller;
import io.tidegate.gateway.session.Calls;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Tells the core what the instruments of one venue account are worth (SPEC MKT-2): what a source beside the gateway
/// knows, else what the venue answers when it is asked for the best bid and ask.
///
/// These are the least urgent questions: when the venue's limits are tight they go unasked. A book with an
/// empty side, or one that is crossed, makes no mark. One thread.
public final class Marks {
    private final Calls calls;
    private final Outbox outbox;
    private final MarkTimes times;
    private final MarkSource source;
    private final long everyNs;
    private final Set<Integer> asking = new TreeSet<>();
    private long nextNs;

    /// @param everyNs how often each instrument is marked; 0 for never
    public Marks(Calls calls, Outbox outbox, MarkTimes times, MarkSource source, long everyNs) {
        this.calls = calls;
        this.outbox = outbox;
        this.times = times;
        this.source = source;
        this.everyNs = everyNs;
    }

    /// Tells or asks for the quotes that are due.
    ///
    /// @return how many
    public int poll(List<Instrument> instruments, long nowNs) {
        if (everyNs == 0 || nowNs < nextNs) {
            return 0;
        }
        nextNs = nowNs + everyNs / 10;
        int asked = 0;
        for (Instrument instrument : instruments) {
            int id = instrument.id();
            if (!times.isDue(id, everyNs, nowNs)) {
                continue;
            }
            var known = source.mark(instrument, nowNs);
            if (known.isPresent()) {
                times.marked(id, nowNs);
                outbox.send(known.get());
                asked++;
            } else if (!asking.contains(id)) {
                var taken = calls.ask(new VenueCall.Quote(instrument), everyNs, nowNs, new Question(id));
                if (taken.isPresent()) {
                    asking.add(id);
                    asked++;
                }
            }
        }
        return asked;
    }

    private final class Question implements Caller {
        private final int instrument;

        Question(int instrument) {
            this.instrument = instrument;
        }

        @Override
        public void left(long nowNs) {
            times.marked(instrument, nowNs);
        }

        @Override
        public void dropped(String reason, long nowNs) {
            asking.remove(instrument);
        }

        @Override
        public void ended(Outcome outcome, long nowNs) {
            asking.remove(instrument);
            if (outcome instanceof Outcome.QuoteSeen(long bid, long ask) && bid > 0 && ask >= bid) {
                outbox.send(new SetMark(instrument, bid, ask, nowNs));
            }
        }
    }
}
