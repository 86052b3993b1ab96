package io.tidegate.venues.binance;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/// Writes down what a session makes happen.
final class ScriptedEffects implements Effects {
    record Http(long id, int lane, Endpoint to, HttpRequest request, long timeoutNs) {}

    final List<String> frames = new ArrayList<>();
    final List<Http> https = new ArrayList<>();
    final List<Endpoint> reached = new ArrayList<>();
    final Map<Long, List<Outcome>> outcomes = new LinkedHashMap<>();
    final List<VenueReport> reports = new ArrayList<>();
    final List<String> readiness = new ArrayList<>();
    final Map<String, Long> used = new LinkedHashMap<>();
    final List<Long> bans = new ArrayList<>();
    int connectCount;
    int closeCount;
    long wakeAtNs = Long.MAX_VALUE;
    boolean isOpen;
    boolean isReady;

    @Override
    public void http(long httpId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
        reached.add(to);
        https.add(new Http(httpId, lane, to, request, timeoutNs));
    }

    @Override
    public void connect(int connection, Endpoint to, String target, long timeoutNs) {
        reached.add(to);
        connectCount++;
    }

    @Override
    public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
        if (isOpen) {
            frames.add(buffer.getStringWithoutLengthUtf8(offset, length));
        }
        return isOpen;
    }

    @Override
    public void close(int connection) {
        closeCount++;
    }

    @Override
    public void wakeAt(long ns) {
        wakeAtNs = Math.min(wakeAtNs, ns);
    }

    @Override
    public void ready(boolean ready, String reason) {
        isReady = ready;
        readiness.add(ready + " " + reason);
    }

    @Override
    public void outcome(long callId, Outcome outcome) {
        outcomes.computeIfAbsent(callId, _ -> new ArrayList<>()).add(outcome);
    }

    @Override
    public void report(VenueReport report) {
        reports.add(report);
    }

    @Override
    public void used(String limit, long count, long askedNs) {
        used.put(limit, count);
    }

    @Override
    public void banned(long untilNs, String reason) {
        bans.add(untilNs);
    }
}
