package io.tidegate.gateway;

import io.tidegate.gateway.GatewaySettings.AccountName;
import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.handout.NotSent;
import io.tidegate.gateway.known.Balances;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.known.Children;
import io.tidegate.gateway.known.Lease;
import io.tidegate.gateway.reconcile.Book;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One venue account as this gateway serves it: follows the core's events about it, claims its lease, trades
/// while it holds it.
///
/// ```text
///  unknown ──defined──▶ claiming ──granted──▶ trading ──somebody else granted──▶ lost, for good
/// ```
///
/// When instruments are added it hangs up and begins anew, as after a restart: what lives is asked for. One thread.
final class VenueDesk {
    private static final Logger LOG = LoggerFactory.getLogger(VenueDesk.class);

    /// Definitions come in bursts; a session is opened when they have stood still for so long.
    private static final long DEFINED_NS = 50_000_000L;

    private static final int DOUBTS_SHOWN = 100;

    private final AccountName name;
    private final Shared shared;
    private final Random random;
    private final Children children = new Children();
    private final Balances balances = new Balances();
    private @Nullable Known known;
    private @Nullable Trading trading;
    private boolean instrumentsChanged = true;
    private long definedNs;
    private boolean stopped;

    /// What exists once the core has defined the account.
    private record Known(int venueAccount, Lease lease, Facts facts) {}

    VenueDesk(AccountName name, Shared shared, Random random) {
        this.name = name;
        this.shared = shared;
        this.random = random;
    }

    /// Takes notice of an event, after the parts that all desks share have.
    void onEvent(Event event, boolean isImage, long logNs, long nowNs) {
        if (known == null) {
            meet();
        }
        if (known != null) {
            follow(known, event, isImage, logNs, nowNs);
        }
    }

    private void meet() {
        shared.catalogue().account(name.account(), name.venue(), name.label()).ifPresent(account -> {
            var claim = new ClaimVenue(account.id(), shared.settings().name(), random.nextLong() | 1);
            var facts = new Facts(account.id(), shared.catalogue(), children, shared.outbox());
            known = new Known(account.id(), new Lease(claim), facts);
            shared.outbox().send(claim);
        });
    }

    private void follow(Known known, Event event, boolean isImage, long logNs, long nowNs) {
        int id = known.venueAccount;
        switch (event) {
            case VenueClaimed claimed when claimed.venueAccount() == id -> claimed(known, claimed);
            case GridSet set
            when set.venueAccount() == id -> {
                instrumentsChanged = true;
                definedNs = nowNs;
            }
            case ChildReady ready when ready.venueAccount() == id -> ready(known, ready, logNs, nowNs);
            case ChildStands stands
            when stands.venueAccount() == id && stands.status() != OrderStatus.PENDING ->
                known.facts.moved(children.stands(stands, shared.catalogue().instrument(stands.instrument())));
            case CancelReady cancel
            when cancel.venueAccount() == id ->
                children.find(cancel.childId()).ifPresent(child -> {
                    child.askCancel();
                    if (trading != null && cancel.epoch() == known.lease.epoch()) {
                        trading.handOut().cancel(child, nowNs);
                    }
                });
            case AmendReady amend
            when amend.venueAccount() == id ->
                children.find(amend.childId()).ifPresent(child -> {
                    child.askAmend(amend.quantity(), amend.price());
                    if (trading != null && amend.epoch() == known.lease.epoch()) {
                        trading.handOut().amend(child, nowNs);
                    }
                });
            case ChildAmended amended -> children.amended(amended);
            case ChildMoved moved -> children.moved(moved).ifPresent(child -> moved(known, child));
            case FillBooked booked when booked.venueAccount() == id -> booked(known, booked);
            case BalanceChanged changed when changed.venueAccount() == id -> balances.onChanged(changed);
            case OrderFlagged flagged
            when flagged.flag() == Flag.FILLS_MISSING ->
                children.find(flagged.childId()).ifPresent(known.facts::missing);
            case GateChanged changed
            when changed.venueAccount() == id && trading != null && !isImage ->
                trading.gate().onChanged(changed);
            case KillSwitchSet _ when trading != null -> trading.killSwitchSet();
            default -> {}
        }
    }

    private void claimed(Known known, VenueClaimed claimed) {
        known.lease.onClaimed(claimed);
        if (known.lease.isLost()) {
            lose(known, "claimed by " + claimed.gateway());
        }
    }

    /// Somebody else acts from now on: we stop at once, and say of what is certain that it did not leave.
    private void lose(Known known, String why) {
        known.lease.lose();
        if (trading != null) {
            LOG.warn("{}: lease lost, {}", name, why);
            trading.close(NotSent.LEASE_LOST);
            trading = null;
        }
    }

    private void ready(Known known, ChildReady ready, long logNs, long nowNs) {
        if (!shared.catalogue().isKnown(ready.instrument())) {
            return; // between the lines of an image: its own line follows
        }
        Instrument instrument = shared.catalogue().instrument(ready.instrument());
        children.ready(ready, instrument, logNs).ifPresent(child -> {
            boolean ours = known.lease.isHeld() && ready.epoch() == known.lease.epoch();
            if (ours && trading != null) {
                trading.handOut().ready(child, nowNs);
                trading.reconciler().touch(instrument);
            } else if (ours) {
                shared.outbox().send(new ReportNotSent(child.childId(), child.epoch(), NotSent.GATE_CLOSED));
            }
        });
    }

    private void moved(Known known, Child child) {
        known.facts.moved(child);
        if (trading != null && child.status().isTerminal()) {
            trading.handOut().over(child);
        }
    }

    private void booked(Known known, FillBooked booked) {
        known.facts.booked(booked);
        children.booked(booked).ifPresent(child -> {
            known.facts.moved(child);
            if (trading != null) {
                trading.reconciler().touch(child.instrument());
            }
        });
    }

    /// Does a bounded turn.
    ///
    /// @return how many things it did; 0 lets the caller idle
    int poll(long nowNs) {
        Known known = this.known;
        if (known == null || stopped) {
            return 0;
        }
        if (instrumentsChanged && known.lease.isHeld() && nowNs - definedNs >= DEFINED_NS) {
            instrumentsChanged = false;
            open(known, nowNs);
        }
        return trading == null ? 0 : trading.poll(nowNs);
    }

    private void open(Known known, long nowNs) {
        List<Instrument> instruments = shared.catalogue().traded(known.venueAccount);
        if (instruments.isEmpty() || (trading != null && trading.instruments().equals(instruments))) {
            return;
        }
        if (trading != null) {
            trading.close(NotSent.GATE_CLOSED);
        }
        LOG.info("{}: lease {} held, {} instruments", name, known.lease.epoch(), instruments.size());
        var account = shared.catalogue().account(known.venueAccount);
        var book = new Book(known.venueAccount, shared.catalogue(), children, balances, shared.outbox());
        trading = new Trading(shared, account, instruments, known.lease, known.facts, book, random);
        trading.open(new ArrayList<>(children.live()), nowNs);
    }

    /// Our commands are not heard any more: as if somebody else held the lease.
    void displaced() {
        if (known != null && !known.lease.isLost()) {
            lose(known, "another gateway of our name has taken over");
        }
    }

    /// A person asks for a reconciliation, which also opens a gate that was held closed.
    void reconcile(long nowNs) {
        if (trading != null) {
            trading.reconcileNow(nowNs);
        }
    }

    /// Takes no new work; what is under way goes on.
    void stop() {
        if (trading != null) {
            trading.stop();
        }
    }

    /// Whether nothing is under way any more.
    boolean isQuiet() {
        return trading == null || trading.isQuiet();
    }

    /// Ends at once; again does nothing.
    void close() {
        stopped = true;
        if (trading != null) {
            trading.close(NotSent.STOPPING);
        }
    }

    boolean isNamed(AccountName other) {
        return name.equals(other);
    }

    GatewayView.DeskView view(long nowNs) {
        Known known = this.known;
        Trading trading = this.trading;
        if (known == null || trading == null) {
            boolean lost = known != null && known.lease.isLost();
            boolean held = known != null && known.lease.isHeld();
            return GatewayView.DeskView.idle(
                    name.toString(),
                    known == null ? 0 : known.venueAccount,
                    lost ? "LOST" : held ? "HELD" : "NONE",
                    children.live().size());
        }
        var calls = trading.calls();
        var reconciler = trading.reconciler();
        return new GatewayView.DeskView(
                name.toString(),
                known.venueAccount,
                "HELD",
                known.lease.epoch(),
                trading.line().stateName(),
                trading.gate().isOpen(),
                trading.gate().reason(),
                trading.gate().isHeld(),
                calls.underWayCount(),
                calls.waitingCount(),
                nowNs - calls.oldestAskedNs(nowNs),
                children.live().size(),
                trading.doubts().view(DOUBTS_SHOWN),
                trading.doubts().count(),
                trading.handOut().sentCount(),
                trading.handOut().notSentCount(),
                trading.line().reconnectCount(),
                trading.line().alertCount(),
                trading.lastProblem(),
                reconciler.stepName(),
                reconciler.doneNs(),
                reconciler.externalOrderCount(),
                reconciler.orphanCount(),
                known.facts.externalFillCount(),
                trading.unreadableCount(),
                Math.max(0, calls.pausedUntilNs()),
                calls.limits(nowNs));
    }
}
