package io.tidegate.gateway.session;

import io.tidegate.venues.api.Outcome;

/// Who asked something of a venue, and hears what becomes of it: dropped, or left and then ended.
public interface Caller {
    /// Asked at the last moment: why the call shall not leave, "" when it may.
    default String refusal(long nowNs) {
        return "";
    }

    /// It leaves now.
    default void left(long nowNs) {}

    /// It did not leave and never will.
    void dropped(String reason, long nowNs);

    /// How it ended.
    void ended(Outcome outcome, long nowNs);
}
