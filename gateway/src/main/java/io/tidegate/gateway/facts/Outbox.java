package io.tidegate.gateway.facts;

import io.tidegate.gateway.known.CoreLog;
import io.tidegate.model.command.Command;
import java.util.ArrayDeque;

/// Commands on their way to the log, in order; none is dropped when the log is busy.
///
/// Whoever feeds it looks at [#isFull] before taking in what makes more commands: then the venue waits, not the
/// truth. One thread.
public final class Outbox {
    private static final int FULL_AT = 10_000;

    private final CoreLog log;
    private final ArrayDeque<Command> waiting = new ArrayDeque<>();

    public Outbox(CoreLog log) {
        this.log = log;
    }

    /// Takes a command over.
    public void send(Command command) {
        waiting.addLast(command);
    }

    /// Hands over what the log takes.
    ///
    /// @return how many commands
    public int poll() {
        int count = 0;
        while (!waiting.isEmpty() && log.send(waiting.getFirst())) {
            waiting.removeFirst();
            count++;
        }
        return count;
    }

    /// Whether nothing more should be taken in before some of it has left.
    public boolean isFull() {
        return waiting.size() >= FULL_AT;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public int size() {
        return waiting.size();
    }
}
