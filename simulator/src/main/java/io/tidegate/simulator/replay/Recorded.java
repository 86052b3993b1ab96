package io.tidegate.simulator.replay;

import tools.jackson.databind.JsonNode;

/// One message of a recording, in the venue's own words.
///
/// @param receivedNs nanoseconds since 1970 UTC
/// @param symbol     such as `BTCUSDT`
/// @param data       without its envelope
record Recorded(long receivedNs, Kind kind, String symbol, JsonNode data) {
    /// What a message says.
    enum Kind {
        SNAPSHOT,
        DIFFERENCE,
        BEST,
        TRADE
    }
}
