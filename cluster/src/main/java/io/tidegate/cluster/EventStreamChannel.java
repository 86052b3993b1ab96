package io.tidegate.cluster;

import io.aeron.ChannelUriStringBuilder;
import io.tidegate.wire.EventCodec;

/// How the event stream is addressed: on shared memory, by its alias, one event per frame.
final class EventStreamChannel {
    /// Clear of 100 to 108, on which the cluster's own streams lie: 100 on shared memory would meet the log.
    static final int STREAM_ID = 2_001;

    /// By which recordings of it are found.
    static final String ALIAS = "alias=tidegate-events";

    /// An event of the longest kind and the 32 bytes of its frame's header.
    private static final int MTU_BYTES = EventCodec.MAX_LENGTH + 32;

    private EventStreamChannel() {}

    static ChannelUriStringBuilder uri(int termBytes) {
        return new ChannelUriStringBuilder()
                .media("ipc")
                .alias("tidegate-events")
                .mtu(MTU_BYTES)
                .termLength(termBytes);
    }
}
