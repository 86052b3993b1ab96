package io.tidegate.gateway;

import io.tidegate.gateway.doubt.AbsenceRule;
import io.tidegate.gateway.doubt.Doubts;
import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.handout.HandOut;
import io.tidegate.gateway.handout.NotSent;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.known.Lease;
import io.tidegate.gateway.limits.Limiter;
import io.tidegate.gateway.marks.Marks;
import io.tidegate.gateway.reconcile.Book;
import io.tidegate.gateway.reconcile.MissingFills;
import io.tidegate.gateway.reconcile.Reconciler;
import io.tidegate.gateway.session.Calls;
import io.tidegate.gateway.session.LineEvents;
import io.tidegate.gateway.session.VenueLine;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.api.VenueSession;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a desk does while it holds the lease of its venue account: one session and all the parts that speak
/// through it.
///
/// Its transaction around every loss of the line: the gate closes and what has not left is taken back; when the
/// line is up again everything is reconciled; then the gate opens (SPEC REC-3). One thread.
final class Trading implements LineEvents {
    private static final Logger LOG = LoggerFactory.getLogger(Trading.class);
    private static final long GAP_EVERY_NS = 5_000_000_000L;
    private static final long WORTH_KEEPING_NS = 5_000_000_000L;
    private static final long UNREADABLE_LOG_NS = 1_000_000_000L;

    private final Shared shared;
    private final VenueAccount account;
    private final List<Instrument> instruments;
    private final Lease lease;
    private final Facts facts;
    private final Gate gate;
    private final VenueLine line;
    private final Calls calls;
    private final Doubts doubts;
    private final HandOut handOut;
    private final Reconciler reconciler;
    private final MissingFills missingFills;
    private final Marks marks;
    private boolean stopping;
    private boolean gapSeen;
    private long gapNs = Long.MIN_VALUE;
    private long unreadableCount;
    private long nextUnreadableLogNs = Long.MIN_VALUE;
    private String lastFailure = "";

    Trading(
            Shared shared,
            VenueAccount account,
            List<Instrument> instruments,
            Lease lease,
            Facts facts,
            Book book,
            Random random) {
        this.shared = shared;
        this.account = account;
        this.instruments = instruments;
        this.lease = lease;
        this.facts = facts;
        GatewaySettings settings = shared.settings();
        VenueSession session = shared.sessions().open(account, instruments);
        var capabilities = session.capabilities();
        gate = new Gate(account.id(), lease.epoch(), shared.outbox());
        line = new VenueLine(
                session,
                shared.wires(),
                this,
                settings.line(),
                () -> shared.bans().untilNs(account.venue()),
                random);
        var limiter = new Limiter(capabilities.limits(), settings.limits(), rule -> shared.window(account, rule));
        calls = new Calls(line, limiter, settings.waitingMax(), settings.answerWithinNs());
        var absence = new AbsenceRule(
                () -> {
                    var terms = shared.catalogue().account(account.id()).terms();
                    return Math.max(terms.requestExpiryNs(), capabilities.requestExpiryNs())
                            + Math.max(terms.visibilityNs(), capabilities.visibilityNs());
                },
                capabilities.completeLookUp());
        doubts = new Doubts(calls, facts, shared.outbox(), shared.clock(), lease, absence);
        handOut = new HandOut(
                calls,
                facts,
                doubts,
                shared.outbox(),
                shared.clock(),
                this::refusal,
                settings.handOut(),
                shared.sentAfterNs());
        reconciler = new Reconciler(calls, facts, doubts, book, handOut::isUnderWay, settings.reconcile());
        missingFills = new MissingFills(calls, facts, settings.reconcile());
        marks = new Marks(calls, shared.outbox(), shared.markTimes(), shared.markSource(), settings.markEveryNs());
    }

    private String refusal(Child child) {
        if (!lease.isHeld() || child.epoch() != lease.epoch()) {
            return NotSent.LEASE_LOST;
        }
        if (stopping) {
            return NotSent.STOPPING;
        }
        if (shared.killSwitches().stops(child, account)) {
            return NotSent.KILL_SWITCH;
        }
        return gate.isOpen() ? "" : NotSent.GATE_CLOSED;
    }

    /// Begins: whatever lives was handed out before, so it is asked for and never sent.
    void open(Iterable<Child> live, long nowNs) {
        gate.close("STARTING");
        for (Child child : live) {
            handOut.inherit(child, nowNs);
        }
        line.open(nowNs);
    }

    /// Does a bounded turn.
    ///
    /// @return how many things it did; 0 lets the caller idle
    int poll(long nowNs) {
        calls.pauseUntil(shared.bans().untilNs(account.venue()));
        int work = line.poll(nowNs);
        if (!stopping) {
            work += doubts.poll(nowNs);
            if (line.isUp()) {
                work += reconcile(nowNs);
                work += missingFills.poll(nowNs);
                work += marks.poll(instruments, nowNs);
            }
        }
        return work + handOut.poll(nowNs) + facts.poll(nowNs) + calls.poll(nowNs);
    }

    private int reconcile(long nowNs) {
        if (gapSeen && (gapNs == Long.MIN_VALUE || nowNs - gapNs >= GAP_EVERY_NS)) {
            gapSeen = false;
            gapNs = nowNs;
            reconciler.begin(true, nowNs);
        }
        int work = reconciler.poll(nowNs);
        if (reconciler.isWholeDone() && !gate.isOpen() && !gate.isHeld()) {
            gate.open("RECONCILED");
        }
        return work;
    }

    /// A person asks for a reconciliation: the gate closes, and opens again when the books agree.
    void reconcileNow(long nowNs) {
        gate.release();
        gate.close("RECONCILIATION_ASKED");
        handOut.drop(_ -> true, NotSent.GATE_CLOSED);
        if (line.isUp()) {
            reconciler.begin(true, nowNs);
        }
    }

    /// A kill switch has changed: what it covers and has not left is taken back before any cancel goes out.
    void killSwitchSet() {
        handOut.drop(child -> shared.killSwitches().stops(child, account), NotSent.KILL_SWITCH);
    }

    /// Takes no new work; what is under way goes on.
    void stop() {
        stopping = true;
        gate.close(NotSent.STOPPING);
        handOut.drop(_ -> true, NotSent.STOPPING);
    }

    /// Whether nothing is under way any more.
    boolean isQuiet() {
        return calls.underWayCount() == 0 && calls.waitingCount() == 0;
    }

    /// Ends at once; what has not left is taken back.
    void close(String reason) {
        handOut.drop(_ -> true, reason);
        doubts.close();
        line.close();
    }

    @Override
    public void up(long nowNs) {
        LOG.info("{}: session up, reconciling", account.name());
        reconciler.begin(true, nowNs);
    }

    @Override
    public void down(String reason, long nowNs) {
        LOG.warn("{}: session down: {}", account.name(), reason);
        gate.close("LINE_DOWN: " + reason);
        handOut.drop(_ -> true, NotSent.GATE_CLOSED);
        reconciler.abort();
    }

    @Override
    public void outcome(long callId, Outcome outcome, long nowNs) {
        if (outcome instanceof Outcome.Failed(VenueError error)) {
            lastFailure = error.category() + " " + error.code() + " " + error.message();
            if (error.category() == VenueError.Category.FATAL && !gate.isHeld()) {
                LOG.error("{}: {}; no new orders until somebody has looked", account.name(), lastFailure);
                gate.hold("FATAL: " + error.code());
                handOut.drop(_ -> true, NotSent.GATE_CLOSED);
            }
        }
        calls.outcome(callId, outcome, nowNs);
        keepPause(nowNs);
    }

    private void keepPause(long nowNs) {
        long pausedUntilNs = calls.pausedUntilNs();
        if (pausedUntilNs > nowNs + WORTH_KEEPING_NS
                && pausedUntilNs > shared.bans().untilNs(account.venue())) {
            shared.bans().ban(account.venue(), pausedUntilNs);
        }
    }

    @Override
    public void report(VenueReport report, long nowNs) {
        switch (report) {
            case VenueReport.OrderReport(var order) -> facts.order(order, Evidence.VENUE_STREAM);
            case VenueReport.FillReport(var fill) -> facts.fill(fill, Evidence.VENUE_STREAM);
            // A balance without a question has no revision to be judged by; the next reading tells it.
            case VenueReport.BalanceReport _ -> {}
            case VenueReport.Parked parked -> facts.parked(parked.instrument(), parked.what(), parked.raw());
            case VenueReport.Unreadable unreadable -> {
                unreadableCount++;
                gapSeen = true;
                if (nowNs >= nextUnreadableLogNs) {
                    nextUnreadableLogNs = nowNs + UNREADABLE_LOG_NS;
                    LOG.warn(
                            "{}: unreadable (message {} of this session): {}: {}",
                            account.name(),
                            unreadableCount,
                            unreadable.what(),
                            unreadable.raw());
                }
            }
        }
    }

    @Override
    public void counted(String limit, long used, long askedNs, long nowNs) {
        calls.counted(limit, used, askedNs, nowNs);
    }

    @Override
    public void banned(long untilNs, String reason, long nowNs) {
        LOG.error("{}: banned until {} ns: {}", account.name(), untilNs, reason);
        shared.bans().ban(account.venue(), untilNs);
        calls.pauseUntil(untilNs);
    }

    HandOut handOut() {
        return handOut;
    }

    Gate gate() {
        return gate;
    }

    VenueLine line() {
        return line;
    }

    Calls calls() {
        return calls;
    }

    Doubts doubts() {
        return doubts;
    }

    Reconciler reconciler() {
        return reconciler;
    }

    List<Instrument> instruments() {
        return instruments;
    }

    long unreadableCount() {
        return unreadableCount;
    }

    String lastProblem() {
        return lastFailure.isEmpty() ? line.lastProblem() : lastFailure;
    }
}
