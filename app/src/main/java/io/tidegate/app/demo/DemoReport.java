package io.tidegate.app.demo;

import io.tidegate.app.client.ApiClient;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a demonstration came to.
///
/// @param orders     that were accepted
/// @param fills      that were booked
/// @param cancels    orders that ended CANCELLED
/// @param rejects    requests that were refused, and orders that ended REJECTED
/// @param expired    orders that ended by their time in force
/// @param toWireNs   from the request whole at the edge to its order on the venue's socket
/// @param toAckNs    from the same to the venue's word in the log
/// @param violations what is not as it must be; empty
public record DemoReport(
        int seconds,
        int rate,
        long orders,
        long fills,
        long cancels,
        long rejects,
        long expired,
        Histogram toWireNs,
        Histogram toAckNs,
        List<String> violations) {
    private static final double P50 = 50;
    private static final double P99 = 99;

    /// One object for machines.
    public ObjectNode json() {
        ObjectNode to = ApiClient.MAPPER.createObjectNode();
        to.put("seconds", seconds);
        to.put("rate", rate);
        to.put("orders", orders);
        to.put("fills", fills);
        to.put("cancels", cancels);
        to.put("rejects", rejects);
        to.put("expired", expired);
        ObjectNode venue = to.putObject("venues").putObject("binance");
        venue.put("orders", orders);
        venue.put("fills", fills);
        venue.put("cancels", cancels);
        latencies(to.putObject("orderToWireMicros"), toWireNs);
        latencies(to.putObject("orderToAckMicros"), toAckNs);
        to.put("invariantViolations", violations.size());
        ArrayNode list = to.putArray("violations");
        violations.forEach(list::add);
        return to;
    }

    private static void latencies(ObjectNode to, Histogram ns) {
        to.put("p50", micros(ns, P50));
        to.put("p99", micros(ns, P99));
    }

    private static long micros(Histogram ns, double percent) {
        return ns.getTotalCount() == 0 ? 0 : ns.getValueAtPercentile(percent) / 1_000;
    }

    /// A few lines for people.
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d orders in %d s, %d fills, %d cancelled, %d expired, %d refused%n"
                        + "order to wire p50 %d us, p99 %d us; to acknowledgement p50 %d us, p99 %d us%n"
                        + "our books against the venue's: %s",
                orders,
                seconds,
                fills,
                cancels,
                expired,
                rejects,
                micros(toWireNs, P50),
                micros(toWireNs, P99),
                micros(toAckNs, P50),
                micros(toAckNs, P99),
                violations.isEmpty()
                        ? "they agree to the last unit"
                        : violations.size() + " violations\n  " + String.join("\n  ", violations));
    }
}
