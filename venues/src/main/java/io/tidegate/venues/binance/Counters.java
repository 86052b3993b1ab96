package io.tidegate.venues.binance;

import io.tidegate.transport.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The venue's own counters of its limits: `rateLimits` of a frame, headers of an HTTP answer (binance.md section 6).
///
/// What counts a limit that we do not know, or is no number, corrects nothing and is left out.
final class Counters {
    /// So much of that limit is used in the present window.
    record Counter(String limit, long used) {}

    private Counters() {}

    static List<Counter> ofFrame(Fields frame) {
        List<Counter> counters = new ArrayList<>();
        if (!frame.has("rateLimits")) {
            return counters;
        }
        for (Fields limit : frame.objects("rateLimits")) {
            String window = limit.text("rateLimitType") + " " + limit.number("intervalNum") + limit.text("interval");
            name(window).ifPresent(name -> counters.add(new Counter(name, limit.id("count"))));
        }
        return counters;
    }

    static List<Counter> ofHttp(HttpAnswer answer) {
        List<Counter> counters = new ArrayList<>();
        add(counters, answer, "X-MBX-USED-WEIGHT-1M", Limits.WEIGHT);
        add(counters, answer, "X-MBX-ORDER-COUNT-10S", Limits.ORDERS_10S);
        add(counters, answer, "X-MBX-ORDER-COUNT-1D", Limits.ORDERS_1D);
        return counters;
    }

    private static Optional<String> name(String window) {
        return switch (window) {
            case "REQUEST_WEIGHT 1MINUTE" -> Optional.of(Limits.WEIGHT);
            case "RAW_REQUESTS 5MINUTE" -> Optional.of(Limits.RAW);
            case "ORDERS 10SECOND" -> Optional.of(Limits.ORDERS_10S);
            case "ORDERS 1DAY" -> Optional.of(Limits.ORDERS_1D);
            default -> Optional.empty();
        };
    }

    private static void add(List<Counter> counters, HttpAnswer answer, String header, String limit) {
        answer.header(header)
                .filter(value -> value.matches("[0-9]{1,18}"))
                .ifPresent(value -> counters.add(new Counter(limit, Long.parseLong(value))));
    }
}
