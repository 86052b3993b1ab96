package io.tidegate.venues.binance;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.LimitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The venue's own counters of its limits: `rateLimits` of a frame, headers of an HTTP answer (binance.md
/// section 6).
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
        return ofList(frame.node("rateLimits"));
    }

    /// The answer of `account.rateLimits.orders` is such a list itself.
    static List<Counter> ofList(JsonNode limits) {
        List<Counter> counters = new ArrayList<>();
        if (limits.isArray()) {
            for (JsonNode limit : limits) {
                read(limit).ifPresent(counters::add);
            }
        }
        return counters;
    }

    /// Tells what an answer to `account.rateLimits.orders` says.
    static void tell(Answer answer, long askedNs, Effects out) {
        if (answer instanceof Answer.Result(JsonNode limits)) {
            ofList(limits).forEach(counter -> counter.tell(askedNs, out));
        }
    }

    private static Optional<Counter> read(JsonNode node) {
        try {
            Fields limit = Fields.of(node, "rateLimits");
            long count = limit.id("count");
            return name(limit).map(name -> new Counter(name, count));
        } catch (Drift unreadable) {
            return Optional.empty();
        }
    }

    /// A limit as exchangeInfo states it; all windows are aligned to the clock.
    static Optional<LimitRule> rule(JsonNode node) {
        try {
            Fields limit = Fields.of(node, "rateLimits");
            long capacity = limit.id("limit");
            return name(limit)
                    .flatMap(name -> Limits.rule(name)
                            .map(rule -> new LimitRule(name, rule.scope(), capacity, rule.windowNs(), rule.aligned())));
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

    private static Optional<String> name(Fields limit) {
        String window = limit.text("rateLimitType") + " " + limit.number("intervalNum") + limit.text("interval");
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
