package io.tidegate.world;

import io.tidegate.core.Engine;
import io.tidegate.core.StateMachine;
import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import java.util.Iterator;

/// A core with a bug: everything goes to the real one but what a test overrides.
class PlantedMachine implements StateMachine {
    final Engine real = new Engine();

    @Override
    public void apply(Command command, long nowNs, EventSink out) {
        real.apply(command, nowNs, out);
    }

    @Override
    public long nextDueNs() {
        return real.nextDueNs();
    }

    @Override
    public void fireDue(long nowNs, EventSink out) {
        real.fireDue(nowNs, out);
    }

    @Override
    public int rulesVersion() {
        return real.rulesVersion();
    }

    @Override
    public void snapshot(EventSink lines) {
        real.snapshot(lines);
    }

    @Override
    public void restore(Event line) {
        real.restore(line);
    }

    @Override
    public Iterator<Event> image() {
        return real.image();
    }
}
