package io.tidegate.venues.binance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds out that the account's events no longer come although the connection lives (binance.md section 9, quirk 8;
/// SCENARIOS X09, X10): an order that the venue has acknowledged must show in the stream.
///
/// Events may come before the acknowledgement or after it. Holds at most 10,000 orders; further ones are not watched.
final class StreamWatch {
    static final long SHOWS_WITHIN_NS = Duration.ofSeconds(10).toNanos();
    private static final int ORDERS_MAX = 10_000;
    private static final long NOT_ACKNOWLEDGED = Long.MAX_VALUE;

    /// By client order id: until when it must have shown.
    private final Map<String, Long> awaited = new LinkedHashMap<>();

    void sent(String clientOrderId) {
        if (awaited.size() < ORDERS_MAX) {
            awaited.put(clientOrderId, NOT_ACKNOWLEDGED);
        }
    }

    void acknowledged(String clientOrderId, long nowNs) {
        awaited.computeIfPresent(clientOrderId, (_, _) -> nowNs + SHOWS_WITHIN_NS);
    }

    /// An event about it has come, or none is expected any more.
    void settled(String clientOrderId) {
        awaited.remove(clientOrderId);
    }

    void clear() {
        awaited.clear();
    }

    /// When the first order is overdue; `Long.MAX_VALUE` when none is awaited.
    long overdueNs() {
        long earliest = NOT_ACKNOWLEDGED;
        for (long untilNs : awaited.values()) {
            earliest = Math.min(earliest, untilNs);
        }
        return earliest;
    }
}
