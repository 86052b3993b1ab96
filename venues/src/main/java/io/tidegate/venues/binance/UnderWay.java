package io.tidegate.venues.binance;

import io.tidegate.venues.api.VenueCall;

/// Something asked of the venue whose answer is still to come.
///
/// @param id         what it is called towards the venue and the transport
/// @param isBySocket by the WebSocket API; else by REST
/// @param askedNs    when it was sent
/// @param deadlineNs when we stop waiting
record UnderWay(long id, Purpose purpose, boolean isBySocket, long askedNs, long deadlineNs) {
    /// Why it was asked.
    sealed interface Purpose {
        /// The caller asked.
        record Called(long callId, VenueCall call) implements Purpose {}

        /// A page of fills or orders for which the caller asked.
        record Page(long callId, Pages pages) implements Purpose {}

        /// The venue's time, as the first step of a start or to correct our clock.
        record Time(boolean isStart) implements Purpose {}

        /// The connection speaks for the key from then on.
        record Logon() implements Purpose {}

        record Subscribe() implements Purpose {}

        /// How many orders the venue counts, as the last step of a start or to correct our count.
        record Counts(boolean isStart) implements Purpose {}

        record Ping() implements Purpose {}
    }
}
