package io.tidegate.host;

import io.tidegate.core.StateMachine;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.RulesActivated;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/// A small state machine with everything that a host must cope with: a mark yields `ask` modulo 4 events that
/// depend on all marks before, and comes due again `bid` milliseconds later. Timers are written as marks of
/// negative instruments.
final class ToyMachine implements StateMachine {
    private static final long NS_PER_MS = 1_000_000;

    private final TreeMap<Integer, MarkSet> marks = new TreeMap<>();
    private final TreeMap<Long, Integer> due = new TreeMap<>();
    private final int extraEvents;
    private long sum;
    private int rules = 1;

    ToyMachine() {
        this(0);
    }

    /// @param extraEvents by how many events per command it behaves otherwise than it should
    ToyMachine(int extraEvents) {
        this.extraEvents = extraEvents;
    }

    @Override
    public void apply(Command command, long nowNs, EventSink out) {
        switch (command) {
            case SetMark mark -> {
                sum = sum * 31 + mark.bid();
                var set = new MarkSet(mark.instrument(), mark.bid(), sum, nowNs);
                marks.put(mark.instrument(), set);
                for (int event = 0; event < mark.ask() % 4 + extraEvents; event++) {
                    out.emit(new MarkSet(mark.instrument(), mark.bid(), sum + event, nowNs));
                }
                due.put(nowNs + mark.bid() * NS_PER_MS, mark.instrument());
            }
            case ActivateRules activate -> {
                rules = activate.version();
                out.emit(new RulesActivated(rules));
            }
            case Command other -> throw new IllegalStateException("a toy does not know " + other);
        }
    }

    @Override
    public long nextDueNs() {
        return due.isEmpty() ? Long.MAX_VALUE : due.firstKey();
    }

    @Override
    public void fireDue(long nowNs, EventSink out) {
        var first = due.pollFirstEntry();
        sum = sum * 37 + first.getValue();
        out.emit(new MarkSet(first.getValue(), rules, sum, first.getKey()));
    }

    @Override
    public int rulesVersion() {
        return rules;
    }

    @Override
    public void snapshot(EventSink lines) {
        lines.emit(new CoreStands(sum, 0, rules, 0));
        marks.values().forEach(lines::emit);
        due.forEach((atNs, instrument) -> lines.emit(new MarkSet(-instrument, 0, 0, atNs)));
    }

    @Override
    public void restore(Event line) {
        switch (line) {
            case CoreStands core -> {
                sum = core.lastId();
                rules = core.rulesVersion();
            }
            case MarkSet mark when mark.instrument() > 0 -> marks.put(mark.instrument(), mark);
            case MarkSet timer -> due.put(timer.atNs(), -timer.instrument());
            case Event other -> throw new IllegalStateException("a toy does not write " + other);
        }
    }

    @Override
    public Iterator<Event> image() {
        return new Iterator<>() {
            private int after;

            @Override
            public boolean hasNext() {
                return marks.higherKey(after) != null;
            }

            @Override
            public Event next() {
                Map.Entry<Integer, MarkSet> line = marks.higherEntry(after);
                if (line == null) {
                    throw new NoSuchElementException("behind mark " + after);
                }
                after = line.getKey();
                return line.getValue();
            }
        };
    }
}
