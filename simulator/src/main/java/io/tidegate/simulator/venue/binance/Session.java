package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import java.util.Optional;

/// One connection to the WebSocket API.
final class Session {
    final int connection;
    final String client;
    final long connectedNs;
    final boolean countsMicros;
    final boolean showsLimits;
    Optional<Account> loggedOn = Optional.empty();
    long loggedOnNs;
    private int subscriptionCount;

    Session(int connection, String client, long connectedNs, boolean countsMicros, boolean showsLimits) {
        this.connection = connection;
        this.client = client;
        this.connectedNs = connectedNs;
        this.countsMicros = countsMicros;
        this.showsLimits = showsLimits;
    }

    /// Ids of subscriptions ascend from 0 over the life of the connection.
    int nextSubscriptionId() {
        return subscriptionCount++;
    }
}
