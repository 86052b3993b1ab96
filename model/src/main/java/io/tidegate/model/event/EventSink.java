package io.tidegate.model.event;

/// Where a state machine puts what follows from a command, in order.
@FunctionalInterface
public interface EventSink {
    void emit(Event event);
}
