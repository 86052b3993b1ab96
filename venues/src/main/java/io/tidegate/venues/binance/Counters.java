package io.tidegate.venues.binance;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.venues.api.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The venue's own counters of its limits: `rateLimits` of a frame, headers of an HTTP answer (binance.md section 6).
///
/// What counts a limit that we do not know, or cannot be read, corrects nothing and is left out: an order's answer
/// must not be lost for it.
final class Counters {
    /// So much of that limit is used in the present window.
    record Counter(String limit, long used) {
        /// @param askedNs when the request left that this is in the answer to
        void tell(long askedNs, Effects out) {
            out.used(limit, used, askedNs);
        }
    }

    private Counters() {}

    static List<Counter> ofFrame(Fields frame) {
        List<Counter> counters = new ArrayList<>();
        if (!frame.node("rateLimits").isArray()) {
            return counters;
        }
        for (JsonNode limit : frame.node("rateLimits")) {
            read(limit).ifPresent(counters::add);
        }
        return counters;
    }

    private static Optional<Counter> read(JsonNode node) {
        try {
            Fields limit = Fields.of(node, "rateLimits");
            String window = limit.text("rateLimitType") + " " + limit.number("intervalNum") + limit.text("interval");
            long count = limit.id("count");
            return name(window).map(name -> new Counter(name, count));
        } catch (Drift unreadable) {
            return Optional.empty();
        }
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
