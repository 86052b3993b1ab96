package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import java.util.Optional;

/// What a request brings to show whose it is.
///
/// @param apiKey   from the header (REST) or the parameters (WebSocket API)
/// @param payload  what its signature covers
/// @param loggedOn the account that its connection has logged on as
record Proof(Optional<String> apiKey, String payload, Optional<Account> loggedOn) {}
