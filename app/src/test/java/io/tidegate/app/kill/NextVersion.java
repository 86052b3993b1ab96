package io.tidegate.app.kill;

import io.tidegate.core.StateMachine;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.Command;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.RulesActivated;
import java.util.Iterator;
import java.util.List;

/// A later version of the core, as far as rules go: it knows newer ones and does nothing else.
final class NextVersion implements StateMachine {
    private int rules = 1;

    @Override
    public void apply(Command command, long nowNs, EventSink out) {
        if (command instanceof ActivateRules activate) {
            rules = activate.version();
            out.emit(new RulesActivated(rules));
        }
    }

    @Override
    public long nextDueNs() {
        return Long.MAX_VALUE;
    }

    @Override
    public void fireDue(long nowNs, EventSink out) {
        throw new IllegalStateException("nothing was ever due");
    }

    @Override
    public int rulesVersion() {
        return rules;
    }

    @Override
    public void snapshot(EventSink lines) {
        lines.emit(new CoreStands(0, 0, rules, 0));
    }

    @Override
    public void restore(Event line) {
        throw new IllegalStateException("it is started once only: " + line);
    }

    @Override
    public Iterator<Event> image() {
        return List.<Event>of(new CoreStands(0, 0, rules, 0)).iterator();
    }
}
