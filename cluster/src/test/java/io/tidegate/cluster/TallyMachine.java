package io.tidegate.cluster;

import io.tidegate.core.StateMachine;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.RulesActivated;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/// Tallies marks: each yields two events that depend on all before. A bid of [#TIMED] also comes due by itself,
/// 20 ms later; a bid of [#POISON] throws; from an order nothing follows.
final class TallyMachine implements StateMachine {
    static final long TIMED = 666;
    static final long POISON = 13;
    private static final long TIMER_NS = 20_000_000;

    private final TreeMap<Long, Integer> due = new TreeMap<>();
    private final int eventsPerMark;
    private long tally;
    private int rules = 1;

    TallyMachine() {
        this(2);
    }

    TallyMachine(int eventsPerMark) {
        this.eventsPerMark = eventsPerMark;
    }

    @Override
    public void apply(Command command, long nowNs, EventSink out) {
        switch (command) {
            case SetMark mark when mark.bid() == POISON -> throw new IllegalStateException("poison " + mark);
            case SetMark mark -> {
                tally = tally * 31 + mark.instrument();
                for (int event = 0; event < eventsPerMark; event++) {
                    out.emit(new MarkSet(mark.instrument(), mark.bid(), tally + event, mark.atNs()));
                }
                if (mark.bid() == TIMED) {
                    due.put(nowNs + TIMER_NS, mark.instrument());
                }
            }
            case ActivateRules activate -> {
                rules = activate.version();
                out.emit(new RulesActivated(rules));
            }
            case PlaceOrder _ -> {} // nothing follows
            case StartIncarnation _ -> out.emit(new IncarnationStarted(1));
            case Command other -> throw new IllegalStateException("a tally does not know " + other);
        }
    }

    @Override
    public long nextDueNs() {
        return due.isEmpty() ? Long.MAX_VALUE : due.firstKey();
    }

    @Override
    public void fireDue(long nowNs, EventSink out) {
        var first = due.pollFirstEntry();
        out.emit(new MarkSet(first.getValue(), 0, tally, first.getKey()));
    }

    @Override
    public int rulesVersion() {
        return rules;
    }

    @Override
    public void snapshot(EventSink lines) {
        lines.emit(new CoreStands(tally, 0, rules, 0));
        due.forEach((atNs, instrument) -> lines.emit(new MarkSet(instrument, 0, 0, atNs)));
    }

    @Override
    public void restore(Event line) {
        switch (line) {
            case CoreStands core -> {
                tally = core.lastId();
                rules = core.rulesVersion();
            }
            case MarkSet timer -> due.put(timer.atNs(), timer.instrument());
            case Event other -> throw new IllegalStateException("a tally does not write " + other);
        }
    }

    @Override
    public Iterator<Event> image() {
        return List.<Event>of(new CoreStands(tally, 0, rules, 0)).iterator();
    }
}
