package io.tidegate.venues.binance.market;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The requests by which one connection subscribes to its streams, and what became of them. The venue takes five
/// messages a second, so streams are packed and requests spaced (binance.md section 9, quirk 13). One thread.
final class Subscriptions {
    static final long SPACING_NS = Duration.ofMillis(300).toNanos();
    static final long ANSWER_WITHIN_NS = Duration.ofSeconds(10).toNanos();
    private static final int SYMBOLS_PER_REQUEST = 100;

    /// 1,024 streams are the venue's limit for a connection.
    static final int SYMBOLS_MAX = 341;

    private final List<String> requests = new ArrayList<>();
    private boolean[] isDone = {};
    private boolean[] isRepeated = {};
    private int nextRequest;
    private long nextNs;
    private long deadlineNs;

    Subscriptions(MarketSymbols symbols) {
        if (symbols.count() < 1 || symbols.count() > SYMBOLS_MAX) {
            throw new IllegalArgumentException(
                    "binance: " + symbols.count() + " symbols on a connection, expected 1 to " + SYMBOLS_MAX);
        }
        for (int from = 0; from < symbols.count(); from += SYMBOLS_PER_REQUEST) {
            var streams = new ArrayList<String>();
            for (int index = from; index < Math.min(from + SYMBOLS_PER_REQUEST, symbols.count()); index++) {
                String name = symbols.streamName(index);
                streams.add("\"" + name + "@depth@100ms\"");
                streams.add("\"" + name + "@bookTicker\"");
                streams.add("\"" + name + "@trade\"");
            }
            requests.add("{\"method\":\"SUBSCRIBE\",\"params\":[" + String.join(",", streams) + "],\"id\":"
                    + (requests.size() + 1) + "}");
        }
    }

    /// The connection is open: nothing is subscribed there.
    void begin(long nowNs) {
        isDone = new boolean[requests.size()];
        isRepeated = new boolean[requests.size()];
        nextRequest = 0;
        nextNs = nowNs;
        deadlineNs = nowNs + ANSWER_WITHIN_NS + requests.size() * SPACING_NS;
    }

    /// Whether a request may be sent now.
    boolean isDue(long nowNs) {
        return nextRequest < requests.size() && nowNs >= nextNs;
    }

    /// The request that is due; the one after it is due later.
    byte[] take(long nowNs) {
        nextNs = nowNs + SPACING_NS;
        return requests.get(nextRequest++).getBytes(StandardCharsets.UTF_8);
    }

    boolean owns(long requestId) {
        return requestId >= 1 && requestId <= requests.size();
    }

    void done(long requestId) {
        isDone[(int) requestId - 1] = true;
    }

    /// A request was refused: all from that one on are sent again, once (SPEC REC-6).
    ///
    /// @return false when it was refused before
    boolean repeat(long requestId, long nowNs) {
        int request = (int) requestId - 1;
        if (isRepeated[request]) {
            return false;
        }
        isRepeated[request] = true;
        nextRequest = Math.min(nextRequest, request);
        nextNs = nowNs + Duration.ofSeconds(1).toNanos();
        deadlineNs = nextNs + ANSWER_WITHIN_NS + requests.size() * SPACING_NS;
        return true;
    }

    boolean isComplete() {
        for (boolean done : isDone) {
            if (!done) {
                return false;
            }
        }
        return true;
    }

    boolean isOverdue(long nowNs) {
        return !isComplete() && nowNs > deadlineNs;
    }

    /// Changes nothing, and is answered: proof that the connection lives.
    byte[] question() {
        return ("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + (requests.size() + 1) + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
