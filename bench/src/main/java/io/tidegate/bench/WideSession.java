package io.tidegate.bench;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueSession;
import org.agrona.DirectBuffer;

/// A venue session whose limits are so wide that they hold up nothing: a real Binance would take 100 orders in ten
/// seconds, and its weights 90 requests a second. Everything is still charged and checked.
record WideSession(VenueSession session) implements VenueSession {
    private static final long WIDE = 1_000_000_000_000L;

    @Override
    public Capabilities capabilities() {
        Capabilities own = session.capabilities();
        return new Capabilities(
                own.venue(),
                own.types(),
                own.tifs(),
                own.nativeAmend(),
                own.cancelAll(),
                own.lookUpByClientId(),
                own.refusesDuplicateIds(),
                own.deadMan(),
                own.requestExpiryNs(),
                own.visibilityNs(),
                own.completeLookUp(),
                own.limits().stream()
                        .map(rule -> new LimitRule(rule.name(), rule.scope(), WIDE, rule.windowNs(), rule.aligned()))
                        .toList());
    }

    @Override
    public Cost cost(VenueCall call) {
        return session.cost(call);
    }

    @Override
    public void start(long nowNs, Effects out) {
        session.start(nowNs, out);
    }

    @Override
    public void call(long callId, VenueCall call, long nowNs, Effects out) {
        session.call(callId, call, nowNs, out);
    }

    @Override
    public void connected(int connection, long nowNs, Effects out) {
        session.connected(connection, nowNs, out);
    }

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs, Effects out) {
        session.frame(connection, buffer, offset, length, receivedNs, out);
    }

    @Override
    public void disconnected(int connection, Loss loss, long nowNs, Effects out) {
        session.disconnected(connection, loss, nowNs, out);
    }

    @Override
    public void answered(long httpId, HttpAnswer answer, long nowNs, Effects out) {
        session.answered(httpId, answer, nowNs, out);
    }

    @Override
    public void httpLost(long httpId, Loss loss, long nowNs, Effects out) {
        session.httpLost(httpId, loss, nowNs, out);
    }

    @Override
    public void tick(long nowNs, Effects out) {
        session.tick(nowNs, out);
    }
}
