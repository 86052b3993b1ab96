package io.tidegate.gateway;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/// A conversation with a [ScriptedVenue]: no bytes, only words, each delivered in a later tick.
final class ScriptedSession implements VenueSession {
    private final ScriptedVenue venue;
    private final ArrayDeque<Consumer<Effects>> inbox = new ArrayDeque<>();
    private final Set<Long> open = new LinkedHashSet<>();
    private boolean isConnected;

    ScriptedSession(ScriptedVenue venue) {
        this.venue = venue;
    }

    @Override
    public Capabilities capabilities() {
        return venue.capabilities();
    }

    @Override
    public Cost cost(VenueCall call) {
        var request = new Cost.Charge("REQUESTS", 1);
        return switch (call) {
            case VenueCall.Submit _, VenueCall.Amend _, VenueCall.Replace _, VenueCall.SubmitList _ ->
                new Cost(Priority.HIGH, List.of(request, new Cost.Charge("ORDERS", 1)));
            case VenueCall.Cancel _, VenueCall.CancelAll _, VenueCall.LookUp _ ->
                new Cost(Priority.CRITICAL, List.of(request));
            case VenueCall.OpenOrders _, VenueCall.Fills _, VenueCall.Balances _ ->
                new Cost(Priority.NORMAL, List.of(request));
            case VenueCall.Quote _, VenueCall.Test _, VenueCall.Survey _ -> new Cost(Priority.LOW, List.of(request));
        };
    }

    @Override
    public void start(long nowNs, Effects out) {
        venue.starts++;
        venue.session = this;
        venue.after(ScriptedVenue.MS, () -> {
            boolean up = venue.isUp;
            inbox.add(to -> {
                isConnected = up;
                to.ready(up, up ? "" : "connection refused");
            });
        });
        out.wakeAt(nowNs);
    }

    @Override
    public void call(long callId, VenueCall call, long nowNs, Effects out) {
        open.add(callId);
        venue.call(this, callId, call);
        out.wakeAt(nowNs);
    }

    void answer(long callId, Outcome outcome) {
        inbox.add(to -> {
            if (open.remove(callId)) {
                to.outcome(callId, outcome);
            }
        });
    }

    void tell(VenueReport report) {
        inbox.add(to -> {
            if (isConnected) {
                to.report(report);
            }
        });
    }

    void effect(Consumer<Effects> what) {
        inbox.add(what);
    }

    /// The connection breaks: every open call ends as unknown, the stream is gone.
    void drop(String reason) {
        inbox.add(to -> {
            isConnected = false;
            for (long callId : List.copyOf(open)) {
                open.remove(callId);
                to.outcome(callId, ScriptedVenue.unknown());
            }
            to.ready(false, reason);
        });
    }

    @Override
    public void tick(long nowNs, Effects out) {
        for (int left = inbox.size(); left > 0; left--) {
            inbox.removeFirst().accept(out);
        }
        out.wakeAt(nowNs + 1);
    }

    @Override
    public void connected(int connection, long nowNs, Effects out) {}

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs, Effects out) {}

    @Override
    public void disconnected(int connection, Loss loss, long nowNs, Effects out) {}

    @Override
    public void answered(long httpId, HttpAnswer answer, long nowNs, Effects out) {}

    @Override
    public void httpLost(long httpId, Loss loss, long nowNs, Effects out) {}
}
