package io.tidegate.gateway;

import io.tidegate.gateway.GatewaySettings.AccountName;
import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.known.CoreLog;
import io.tidegate.gateway.marks.MarkSource;
import io.tidegate.gateway.session.BanBook;
import io.tidegate.gateway.session.Sessions;
import io.tidegate.gateway.session.Wires;
import io.tidegate.model.event.Event;
import io.tidegate.transport.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/// The order side at the edge: hands the core's children to their venues, and tells the core what became of them.
///
/// ```text
///            events                        calls, frames
///   core ────────────▶  Gateway ─ VenueDesk ─────────────▶ venue
///        ◀────────────            (one per account)  ◀─────────────
///           commands                        answers, reports
/// ```
///
/// One thread owns it and calls [#poll]; only [#view], [#sendLatency], [#stop] and [#reconcile] may be called
/// from any other. It keeps nothing over a restart but bans: what it must know the log tells it again, and
/// every child of an earlier life is asked for at its venue, never sent (SPEC ORD-8, DESIGN-NOTES §1.6).
///
/// Its failures are values in the view; an exception out of [#poll] is a bug or a hole in the event stream,
/// after which this object must be thrown away. A new one is always safe.
public final class Gateway implements AutoCloseable {
    private static final int NETWORK_TURN = 256;
    private static final int REQUESTS_MAX = 64;
    private static final long VIEW_EVERY_NS = 200_000_000L;
    private static final long LATENCY_MAX_NS = 3_600_000_000_000L;

    private final GatewaySettings settings;
    private final CoreLog log;
    private final Outbox outbox;
    private final Wires wires;
    private final Shared shared;
    private final List<VenueDesk> desks = new ArrayList<>();
    private final SingleWriterRecorder sendLatency = new SingleWriterRecorder(LATENCY_MAX_NS, 3);
    private final ManyToOneConcurrentArrayQueue<AccountName> requests =
            new ManyToOneConcurrentArrayQueue<>(REQUESTS_MAX);
    private volatile GatewayView view = GatewayView.NOTHING_YET;
    private volatile boolean stopAsked;
    private boolean stopping;
    private boolean stopped;
    private long stopNs;
    private long viewNs = Long.MIN_VALUE;
    private long nowNs = Long.MIN_VALUE;

    /// @param sessions makes the session of a venue account
    /// @param network  belongs to this gateway from here on; its maker closes it
    /// @param log      reads from an image or from the start of history
    /// @param bans     what must be obeyed across restarts
    /// @param seed     all randomness: nonces and jitter; another one for each start, or two lives of a gateway
    ///                 take each other's lease for their own
    public Gateway(GatewaySettings settings, Sessions sessions, Network network, CoreLog log, BanBook bans, long seed) {
        this(settings, sessions, network, log, bans, MarkSource.NONE, seed);
    }

    /// The same with reference prices from elsewhere; the venues are asked for what is not known there.
    public Gateway(
            GatewaySettings settings,
            Sessions sessions,
            Network network,
            CoreLog log,
            BanBook bans,
            MarkSource marks,
            long seed) {
        this.settings = settings;
        this.log = log;
        this.outbox = new Outbox(log);
        this.wires = new Wires(network);
        this.shared = new Shared(settings, sessions, wires, outbox, bans, marks, this::sentAfter);
        var random = new Random(seed);
        for (AccountName name : settings.accounts()) {
            desks.add(new VenueDesk(name, shared, new Random(random.nextLong())));
        }
    }

    private void sentAfter(long latencyNs) {
        sendLatency.recordValue(Math.min(latencyNs, LATENCY_MAX_NS));
    }

    /// Does a bounded turn. Never blocks.
    ///
    /// @param wallNs nanoseconds since 1970 UTC; where the clock goes back, time stands still here
    /// @return how many things it did; 0 lets the caller idle
    /// @throws IllegalStateException when the event stream has a hole: begin anew with another gateway
    public int poll(long wallNs) {
        nowNs = Math.max(nowNs, wallNs);
        if (stopped) {
            return 0;
        }
        beginStop();
        int work = log.poll(nowNs, this::onEvent);
        if (log.isDisplaced()) {
            desks.forEach(VenueDesk::displaced);
        }
        work += requests.drain(this::reconcileNow);
        if (!outbox.isFull()) {
            work += wires.poll(nowNs, NETWORK_TURN);
        }
        for (VenueDesk desk : desks) {
            work += desk.poll(nowNs);
        }
        work += outbox.poll();
        endStop();
        if (nowNs - viewNs >= VIEW_EVERY_NS || viewNs == Long.MIN_VALUE || stopped) {
            viewNs = nowNs;
            show();
        }
        return work;
    }

    private void onEvent(long logNs, boolean isImage, Event event) {
        shared.clock().observe(nowNs, logNs);
        shared.catalogue().onEvent(event);
        shared.killSwitches().onEvent(event);
        for (VenueDesk desk : desks) {
            desk.onEvent(event, isImage, logNs, nowNs);
        }
    }

    private void reconcileNow(AccountName name) {
        for (VenueDesk desk : desks) {
            if (desk.isNamed(name)) {
                desk.reconcile(nowNs);
            }
        }
    }

    private void beginStop() {
        if (stopAsked && !stopping) {
            stopping = true;
            stopNs = nowNs + settings.stopWithinNs();
            desks.forEach(VenueDesk::stop);
        }
    }

    private void endStop() {
        if (!stopping) {
            return;
        }
        boolean quiet = desks.stream().allMatch(VenueDesk::isQuiet) && unsaidCount() == 0;
        if (quiet || nowNs >= stopNs) {
            stopped = true;
            desks.forEach(VenueDesk::close);
            outbox.poll();
        }
    }

    private int unsaidCount() {
        return outbox.size() + log.unappliedCount();
    }

    private void show() {
        view = new GatewayView(
                nowNs,
                stopped,
                unsaidCount(),
                desks.stream().map(desk -> desk.view(nowNs)).toList());
    }

    /// What it is doing, at most 200 ms old while it is polled. Any thread.
    public GatewayView view() {
        return view;
    }

    /// How long after their receipt orders left, in nanoseconds, since the last call. Any one thread.
    public Histogram sendLatency() {
        return sendLatency.getIntervalHistogram();
    }

    /// Asks to hold our books against a venue account's now; its gate is closed meanwhile and open afterwards, also
    /// when it was held closed (SPEC REC-1). Any thread.
    ///
    /// @return false when too many such requests wait already
    public boolean reconcile(AccountName name) {
        return requests.offer(name);
    }

    /// Asks for a stop: nothing new is sent, gates close, what is under way may finish, sessions end; open orders
    /// stay at their venues (SPEC CON-4; SCENARIOS X21). The owner polls on until [GatewayView#isStopped]. Any
    /// thread.
    public void stop() {
        stopAsked = true;
    }

    /// Whether it has ended. Owner thread.
    public boolean isStopped() {
        return stopped;
    }

    /// Ends at once, without waiting for what is under way; again does nothing. Owner thread.
    @Override
    public void close() {
        if (!stopped) {
            stopped = true;
            desks.forEach(VenueDesk::close);
            outbox.poll();
            show();
        }
    }
}
