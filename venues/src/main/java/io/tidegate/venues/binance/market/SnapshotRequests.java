package io.tidegate.venues.binance.market;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.venues.api.MarketEffects;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which books need a snapshot, and when each may be asked for: the venue counts requests, and orders come first.
///
/// A request that failed, or whose answer was too old, is made again after a wait that doubles; one refused for its
/// rate keeps all waiting for as long as the venue says. One thread.
final class SnapshotRequests {
    private static final long FIRST_WAIT_NS = Duration.ofMillis(250).toNanos();
    private static final int DOUBLINGS_MAX = 7; // 32 s
    private static final long TIMEOUT_NS = Duration.ofSeconds(10).toNanos();
    private static final long BAN_NS = Duration.ofSeconds(60).toNanos();
    private static final long BAN_MAX_NS = Duration.ofDays(3).toNanos();
    private static final int NONE = -1;
    private static final long NEVER = Long.MAX_VALUE;

    private final MarketSettings settings;
    private final MarketSymbols symbols;
    private final long[] dueNs;
    private final int[] failures;
    private final Map<Long, Integer> underWay = new TreeMap<>();
    private final long[] sentNs;
    private int oldestSent;
    private long lastId;
    private long bannedUntilNs;

    SnapshotRequests(MarketSettings settings, MarketSymbols symbols) {
        this.settings = settings;
        this.symbols = symbols;
        this.dueNs = new long[symbols.count()];
        this.failures = new int[symbols.count()];
        this.sentNs = new long[settings.snapshotsAtOnce()];
        Arrays.fill(sentNs, Long.MIN_VALUE);
        clear();
    }

    /// Nothing is needed any more, and answers to come are of the past.
    void clear() {
        Arrays.fill(dueNs, NEVER);
        Arrays.fill(failures, 0);
        underWay.clear();
    }

    /// That book needs a snapshot; again does nothing while it waits for one.
    void need(int index, long nowNs) {
        if (dueNs[index] == NEVER && !underWay.containsValue(index)) {
            dueNs[index] = nowNs + waitNs(index);
        }
    }

    private long waitNs(int index) {
        return failures[index] == 0 ? 0 : FIRST_WAIT_NS << Math.min(failures[index] - 1, DOUBLINGS_MAX);
    }

    /// Sends what is due and allowed.
    void poll(long nowNs, MarketEffects out) {
        for (int index = 0; index < dueNs.length; index++) {
            if (dueNs[index] <= nowNs && nowNs >= bannedUntilNs && isAllowed(nowNs)) {
                sentNs[oldestSent] = nowNs;
                oldestSent = (oldestSent + 1) % sentNs.length;
                dueNs[index] = NEVER;
                underWay.put(++lastId, index);
                out.http(lastId, settings.rest(), request(index), TIMEOUT_NS);
            }
        }
    }

    /// So many at once, and each of them is missing for so many times the spacing.
    private boolean isAllowed(long nowNs) {
        return sentNs[oldestSent] == Long.MIN_VALUE
                || nowNs - sentNs[oldestSent] >= settings.snapshotEveryNs() * sentNs.length;
    }

    private HttpRequest request(int index) {
        String symbol = URLEncoder.encode(symbols.name(index), StandardCharsets.UTF_8);
        return HttpRequest.of(
                "GET", "/api/v3/depth?symbol=" + symbol + "&limit=" + settings.snapshotLevels(), List.of());
    }

    /// Whose snapshot that was; -1 for an answer of the past. It is under way no more.
    int take(long httpId) {
        Integer index = underWay.remove(httpId);
        return index == null ? NONE : index;
    }

    void succeeded(int index) {
        failures[index] = 0;
    }

    /// There was no answer, or none of use: once more, later.
    void failed(int index, long nowNs) {
        failures[index]++;
        need(index, nowNs);
    }

    /// Keeps all waiting where the venue refused for its rate (binance.md section 6).
    void refused(HttpAnswer answer, long nowNs) {
        if (answer.status() == 429 || answer.status() == 418) {
            long waitNs = answer.header("Retry-After")
                    .filter(text -> text.matches("[0-9]{1,6}"))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)).toNanos())
                    .orElse(BAN_NS);
            bannedUntilNs = nowNs + Math.min(waitNs, BAN_MAX_NS);
        }
    }
}
