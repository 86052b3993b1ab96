package io.tidegate.core;

import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import java.util.Iterator;

/// What a host hosts: a state that changes by commands and by due times, and by nothing else.
///
/// Deterministic: state and events are a function of the sequence of calls alone. One caller. An exception out of any
/// method is a bug of ours, after which the state must not be used.
public interface StateMachine {
    /// Applies one command as a whole, or refuses it as a whole.
    ///
    /// @param nowNs log time, nanoseconds since 1970 UTC; never smaller than in the call before
    void apply(Command command, long nowNs, EventSink out);

    /// When something is due by itself, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for never.
    long nextDueNs();

    /// Does the next bounded piece of what is due at `nowNs`; called until [#nextDueNs] lies in the future.
    void fireDue(long nowNs, EventSink out);

    /// The behaviour that this state runs under, set by `ActivateRules` (SPEC HA-5).
    int rulesVersion();

    /// Writes the whole state as lines, from which [#restore] makes an equal one: equal to the next event byte.
    void snapshot(EventSink lines);

    /// Takes one line of a snapshot, in the order written; called on a new state machine before anything else.
    void restore(Event line);

    /// Lines that say what stands now, for readers without a history, to be written between other events.
    ///
    /// Each line is computed when it is asked for and true at that moment; commands may come between lines. Bounded
    /// work per line.
    Iterator<Event> image();
}
