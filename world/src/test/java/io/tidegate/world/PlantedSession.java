package io.tidegate.world;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import org.agrona.DirectBuffer;

/// A venue session with a bug: everything goes through the real one but what a test overrides.
class PlantedSession implements VenueSession {
    final VenueSession real;
    long nowNs;

    PlantedSession(VenueSession real) {
        this.real = real;
    }

    /// An outcome on its way out.
    void outcome(long callId, Outcome outcome, Effects out) {
        out.outcome(callId, outcome);
    }

    /// A report on its way out.
    void report(VenueReport report, Effects out) {
        out.report(report);
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public Cost cost(VenueCall call) {
        return real.cost(call);
    }

    @Override
    public void start(long now, Effects out) {
        real.start(now, bent(now, out));
    }

    @Override
    public void call(long callId, VenueCall call, long now, Effects out) {
        real.call(callId, call, now, bent(now, out));
    }

    @Override
    public void connected(int connection, long now, Effects out) {
        real.connected(connection, now, bent(now, out));
    }

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long now, Effects out) {
        real.frame(connection, buffer, offset, length, now, bent(now, out));
    }

    @Override
    public void disconnected(int connection, Loss loss, long now, Effects out) {
        real.disconnected(connection, loss, now, bent(now, out));
    }

    @Override
    public void answered(long httpId, HttpAnswer answer, long now, Effects out) {
        real.answered(httpId, answer, now, bent(now, out));
    }

    @Override
    public void httpLost(long httpId, Loss loss, long now, Effects out) {
        real.httpLost(httpId, loss, now, bent(now, out));
    }

    @Override
    public void tick(long now, Effects out) {
        real.tick(now, bent(now, out));
    }

    private Effects bent(long now, Effects out) {
        nowNs = now;
        return new Effects() {
            @Override
            public void http(long httpId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
                out.http(httpId, lane, to, request, timeoutNs);
            }

            @Override
            public void connect(int connection, Endpoint to, String target, long timeoutNs) {
                out.connect(connection, to, target, timeoutNs);
            }

            @Override
            public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
                return out.send(connection, buffer, offset, length);
            }

            @Override
            public void close(int connection) {
                out.close(connection);
            }

            @Override
            public void wakeAt(long ns) {
                out.wakeAt(ns);
            }

            @Override
            public void ready(boolean ready, String reason) {
                out.ready(ready, reason);
            }

            @Override
            public void outcome(long callId, Outcome outcome) {
                PlantedSession.this.outcome(callId, outcome, out);
            }

            @Override
            public void report(VenueReport report) {
                PlantedSession.this.report(report, out);
            }

            @Override
            public void used(String limit, long used, long askedNs) {
                out.used(limit, used, askedNs);
            }

            @Override
            public void banned(long untilNs, String reason) {
                out.banned(untilNs, reason);
            }
        };
    }
}
