package io.tidegate.venues.binance;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Finds out that the account's events no longer come although the connection lives (binance.md section 9, quirk 8;
/// SCENARIOS X09, X10): an order that the venue has acknowledged must show in the stream.
///
/// Events may come before the acknowledgement or after it. Holds at most 10,000 orders; further ones are not watched.
final class StreamWatch {
    static final long SHOWS_WITHIN_NS = Duration.ofSeconds(10).toNanos();
    private static final int ORDERS_MAX = 10_000;

    /// Client order ids that the venue has neither acknowledged nor shown.
    private final Set<String> sent = new HashSet<>();

    /// What it has acknowledged but not shown, with the time until when it must; in the order of those times.
    private final Map<String, Long> awaited = new LinkedHashMap<>();

    void sent(String clientOrderId) {
        if (sent.size() + awaited.size() < ORDERS_MAX) {
            sent.add(clientOrderId);
        }
    }

    void acknowledged(String clientOrderId, long nowNs) {
        if (sent.remove(clientOrderId)) {
            awaited.put(clientOrderId, nowNs + SHOWS_WITHIN_NS);
        }
    }

    /// An event about it has come, or none is expected any more.
    void settled(String clientOrderId) {
        sent.remove(clientOrderId);
        awaited.remove(clientOrderId);
    }

    void clear() {
        sent.clear();
        awaited.clear();
    }

    /// When the first order is overdue; `Long.MAX_VALUE` when none is awaited.
    long overdueNs() {
        return awaited.isEmpty() ? Long.MAX_VALUE : awaited.values().iterator().next();
    }
}
