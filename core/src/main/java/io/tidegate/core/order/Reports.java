package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueTerms;
import java.util.Optional;

/// What the venue, and the gateway as its witness, say about children other than fills.
///
/// Late and repeated words change nothing. Only a venue's fact, the gateway's own "not sent", or proven absence ends a
/// child; silence never does (SPEC ORD-10).
final class Reports {
    private final Catalog catalog;
    private final KillSwitches kill;
    private final OrderStore store;
    private final Lifecycle life;
    private final Amendments amendments;

    Reports(Catalog catalog, KillSwitches kill, OrderStore store, Lifecycle life, Amendments amendments) {
        this.catalog = catalog;
        this.kill = kill;
        this.store = store;
        this.life = life;
        this.amendments = amendments;
    }

    void acknowledged(ReportAcknowledged report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out);
        if (found.isEmpty()) {
            return;
        }
        Child child = found.get();
        boolean denied = child.evidence == Evidence.PROVEN_ABSENT
                || child.evidence == Evidence.PRESUMED_ABSENT
                || child.evidence == Evidence.NOT_SENT;
        if (!child.isLive() && denied && child.venueOrderId.isEmpty()) {
            // The venue has what was taken for absent: it must not stay there unseen.
            store.name(child, report.venueOrderId());
            flag(child, Flag.IN_DOUBT, "the venue has it after all: " + report.venueOrderId(), out);
            life.handOutCancel(child, out);
            return;
        }
        store.name(child, report.venueOrderId());
        Life.Step step = life.happen(child, Happening.ACKNOWLEDGED, report.evidence(), "", nowNs, out);
        if (step.flagged()) {
            flag(child, Flag.BEFORE_HAND_OUT, report.venueOrderId(), out);
        }
    }

    void ended(ReportEnded report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out).filter(Child::isLive);
        if (found.isEmpty()) {
            return;
        }
        Child child = found.get();
        store.name(child, report.venueOrderId());
        long cumulative = report.cumulative() < 0 && report.kind() == EndKind.FILLED
                ? child.ready.quantity()
                : report.cumulative();
        if (cumulative > child.filled) {
            missing(child, report, cumulative, nowNs, out);
        } else {
            life.end(child, report.kind(), report.evidence(), report.reason(), nowNs, out);
        }
    }

    /// The venue says that it ended, and that more was filled than has reached us: it ends when the fills are here.
    private void missing(Child child, ReportEnded report, long cumulative, long nowNs, EventSink out) {
        boolean news = child.ending.isEmpty() || child.reported < cumulative;
        child.ending = Optional.of(report.kind());
        child.reported = Math.max(child.reported, cumulative);
        child.reason = report.reason();
        if (child.status == OrderStatus.SUBMITTED) {
            life.happen(child, Happening.ACKNOWLEDGED, report.evidence(), "", nowNs, out);
        }
        if (news) {
            flag(child, Flag.FILLS_MISSING, child.filled + " booked, " + child.reported + " reported", out);
        }
    }

    void cancelRefused(ReportCancelRefused report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out).filter(child -> child.isLive() && child.cancelSent);
        if (found.isEmpty()) {
            return;
        }
        Child child = found.get();
        Order order = store.parent(child);
        child.cancelSent = false;
        if (child.status == OrderStatus.PENDING_REPLACE) {
            amendments.giveUp(child, report.reason(), out);
        }
        String insisting = insisting(order, nowNs);
        order.cancelling = order.cancelling && order.children.stream().anyMatch(c -> c.cancelSent);
        Happening happening = child.filled == 0 ? Happening.CHANGE_REFUSED_UNFILLED : Happening.CHANGE_REFUSED_FILLED;
        life.happen(child, happening, report.evidence(), report.reason(), nowNs, out);
        if (!insisting.isEmpty()) {
            life.cancel(order, insisting, nowNs, out);
        }
    }

    /// Why a cancel is asked again after the venue refused it, or "".
    private String insisting(Order order, long nowNs) {
        String up = order.timeUp(nowNs);
        if (!up.isEmpty()) {
            return up;
        }
        if (order.cancelling && order.reason.startsWith(Contingencies.GROUP)) {
            return order.reason;
        }
        boolean stopped = catalog.instrument(order.terms.instrument())
                .flatMap(instrument -> kill.stops(order.terms, instrument))
                .isPresent();
        return stopped ? RefusalCode.KILL_SWITCH.name() : "";
    }

    void notSent(ReportNotSent report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out).filter(Child::isLive);
        if (found.isEmpty()) {
            return;
        }
        Child child = found.get();
        if (child.ready.epoch() != report.epoch() || child.isKnownToVenue()) {
            flag(child, Flag.IN_DOUBT, "not sent, says one who cannot know: " + report.reason(), out);
            return;
        }
        Happening happening = child.cancelSent ? Happening.CANCELLED : Happening.REFUSED_UNFILLED;
        life.happen(child, happening, Evidence.NOT_SENT, report.reason(), nowNs, out);
    }

    void unknown(ReportUnknown report, EventSink out) {
        known(report.childId(), out)
                .filter(Child::isLive)
                .ifPresent(child -> flag(child, Flag.IN_DOUBT, report.reason(), out));
    }

    void absent(ReportAbsent report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out).filter(Child::isLive);
        if (found.isEmpty()) {
            return;
        }
        Child child = found.get();
        VenueTerms terms = catalog.venue(child.ready.venueAccount())
                .orElseThrow()
                .account()
                .terms();
        long certainNs = child.ready.sendBeforeNs() + terms.requestExpiryNs() + terms.visibilityNs();
        boolean counts = report.firstAskedNs() > child.ready.sendBeforeNs()
                && report.secondAskedNs() > report.firstAskedNs()
                && report.secondAskedNs() > certainNs
                && nowNs >= certainNs;
        if (!counts || child.isKnownToVenue()) {
            out.emit(new CommandRefused(Refusal.of(
                    RefusalCode.BAD_FIELD,
                    "secondAskedNs",
                    report.firstAskedNs() + ", " + report.secondAskedNs(),
                    child.isKnownToVenue() ? "an order that the venue does not know" : "after " + certainNs)));
            return;
        }
        Evidence evidence = terms.requestExpiryNs() > 0 ? Evidence.PROVEN_ABSENT : Evidence.PRESUMED_ABSENT;
        life.happen(child, Happening.REFUSED_UNFILLED, evidence, "NEVER_ARRIVED: " + report.lookUp(), nowNs, out);
    }

    private Optional<Child> known(long childId, EventSink out) {
        Optional<Child> child = store.child(childId);
        if (child.isEmpty()) {
            out.emit(new CommandRefused(Refusal.of(RefusalCode.UNKNOWN, "childId", childId, "a child in memory")));
        }
        return child;
    }

    private static void flag(Child child, Flag flag, String detail, EventSink out) {
        out.emit(new OrderFlagged(child.ready.orderId(), child.id(), flag, detail));
    }
}
