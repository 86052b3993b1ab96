package io.tidegate.simulator.venue.binance;

import java.util.LinkedHashSet;
import java.util.Set;

/// One connection to the market streams.
final class StreamSession {
    /// Messages that a client may send in a second; the next one costs the connection (fact sheet §5.2).
    private static final int MESSAGES_PER_SECOND = 5;

    final int connection;
    final long connectedNs;
    final boolean countsMicros;
    final Set<String> streams = new LinkedHashSet<>(); // in the order of subscribing
    boolean isCombined;
    private final Window messages = new Window(1);

    StreamSession(int connection, long connectedNs, boolean countsMicros, boolean isCombined) {
        this.connection = connection;
        this.connectedNs = connectedNs;
        this.countsMicros = countsMicros;
        this.isCombined = isCombined;
    }

    /// Counts a message.
    ///
    /// @return false when it is one too many
    boolean mayBeHeard(long nowNs) {
        messages.add(1, nowNs);
        return messages.count(nowNs) <= MESSAGES_PER_SECOND;
    }
}
