package io.tidegate.gateway.facts;

import io.tidegate.gateway.known.Catalogue;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.known.Children;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderState;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedCollection;

/// What one venue account says, told to the core in its words, on whatever way it came (SPEC REC-2, REC-5, ORD-5).
///
/// A fill whose order is named only by a venue id that we do not know yet is held back while it may be one of ours:
/// told as somebody else's it would be booked as such for ever. So is a fill whose fee asset the core does not
/// know; the asset is defined first. What is not ours is counted, never adopted. One thread.
public final class Facts {
    private static final int HELD_MAX = 10_000;
    private static final int RAW_MAX = 2_000;
    private static final int REASON_MAX = 200;
    private static final long RETRY_HELD_NS = 250_000_000L;

    private record Held(FillSeen fill, Evidence evidence) {}

    private final int venueAccount;
    private final Catalogue catalogue;
    private final Children children;
    private final Outbox outbox;
    private final FillKeys told = new FillKeys();
    private final FillKeys askedAssets = new FillKeys();
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private final LinkedHashMap<Long, Child> shortOfFills = new LinkedHashMap<>();
    private long nextHeldNs;
    private long fillCount;
    private long externalFillCount;

    public Facts(int venueAccount, Catalogue catalogue, Children children, Outbox outbox) {
        this.venueAccount = venueAccount;
        this.catalogue = catalogue;
        this.children = children;
        this.outbox = outbox;
    }

    /// An order as the venue says that it is.
    ///
    /// @return our child that it is; empty when it is not ours
    public Optional<Child> order(OrderState seen, Evidence evidence) {
        Optional<Child> ours = children.find(seen.instrument(), seen.clientOrderId(), seen.venueOrderId());
        ours.ifPresent(child -> order(child, seen, evidence));
        return ours;
    }

    /// Our child's state, as the venue's answer to a question about it.
    public void order(Child child, OrderState seen, Evidence evidence) {
        children.learn(child, seen.venueOrderId());
        if (child.status().isTerminal()) {
            late(child, seen, evidence);
            return;
        }
        switch (seen.status()) {
            case FILLED -> end(child, EndKind.FILLED, seen, evidence);
            case CANCELLED -> end(child, EndKind.CANCELLED, seen, evidence);
            case EXPIRED -> end(child, EndKind.EXPIRED, seen, evidence);
            case REJECTED -> end(child, EndKind.REJECTED, seen, evidence);
            // What a venue already has is at least open, whatever its own word is (SPEC ORD-4).
            case PENDING, SUBMITTED, OPEN, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE -> {
                if (child.acknowledge()) {
                    acknowledge(child, seen, evidence);
                }
                if (isAmended(child, seen)) {
                    tellAmended(child, seen.quantity(), seen.price(), seen, evidence);
                }
                watch(child, seen.cumulative());
            }
        }
    }

    /// Whether the venue shows the order as the core wants it.
    private static boolean isAmended(Child child, OrderState seen) {
        return child.isAmendAsked()
                && seen.quantity() == child.amendment().quantity()
                && seen.price() == child.amendment().price();
    }

    /// The venue has done a change in place, by its answer.
    public void amended(Child child, OrderState seen) {
        boolean asked = child.isAmendAsked();
        long quantity =
                seen.quantity() > 0 ? seen.quantity() : child.amendment().quantity();
        long price = seen.price() > 0 ? seen.price() : child.amendment().price();
        if (asked && !seen.status().isTerminal()) {
            tellAmended(child, quantity, price, seen, Evidence.VENUE_ANSWER);
        }
        order(child, seen, Evidence.VENUE_ANSWER);
    }

    private void tellAmended(Child child, long quantity, long price, OrderState seen, Evidence evidence) {
        child.forgetAmend();
        outbox.send(new ReportAmended(child.childId(), quantity, price, seen.venueOrderId(), evidence));
    }

    /// The core has closed it. If it was believed unsent or absent, the core must know that the venue has it.
    private void late(Child child, OrderState seen, Evidence evidence) {
        if (seen.status().isTerminal()) {
            child.rest();
        } else if (child.acknowledge()) {
            acknowledge(child, seen, evidence);
        }
    }

    private void acknowledge(Child child, OrderState seen, Evidence evidence) {
        outbox.send(new ReportAcknowledged(child.childId(), seen.venueOrderId(), evidence, Math.max(0, seen.timeNs())));
    }

    private void end(Child child, EndKind kind, OrderState seen, Evidence evidence) {
        long cumulative =
                kind == EndKind.FILLED && seen.cumulative() < 0 ? child.terms().quantity() : seen.cumulative();
        if (child.end(kind, cumulative)) {
            outbox.send(new ReportEnded(
                    child.childId(),
                    kind,
                    cumulative,
                    child.venueOrderId(),
                    shortened(seen.reason(), REASON_MAX),
                    evidence,
                    Math.max(0, seen.timeNs())));
        }
        watch(child, cumulative);
    }

    /// The venue refused a submission, so that nothing of it is live.
    public void refused(Child child, String reason) {
        child.comeBack();
        child.end(EndKind.REJECTED, 0);
        outbox.send(new ReportEnded(
                child.childId(),
                EndKind.REJECTED,
                0,
                child.venueOrderId(),
                shortened(reason, REASON_MAX),
                Evidence.VENUE_ANSWER,
                0));
    }

    private void watch(Child child, long cumulative) {
        child.state(cumulative);
        if (child.isShort()) {
            shortOfFills.putIfAbsent(child.childId(), child);
        }
    }

    /// The core says that fills of this child are missing.
    public void missing(Child child) {
        child.tellAnew();
        if (child.isShort()) {
            shortOfFills.putIfAbsent(child.childId(), child);
        }
    }

    /// Children of which the venue says that more was filled than is booked.
    public SequencedCollection<Child> shortOfFills() {
        return shortOfFills.sequencedValues();
    }

    /// Whether fills of that child are missing that the core has not been told of either.
    public boolean isLackingFills(long childId) {
        Child child = shortOfFills.get(childId);
        return child != null && child.isLackingFills();
    }

    /// The core has said something about a child: it may have caught up.
    public void moved(Child child) {
        if (!child.isShort()) {
            shortOfFills.remove(child.childId());
        }
    }

    /// An execution.
    public void fill(FillSeen seen, Evidence evidence) {
        int instrument = seen.instrument().id();
        if (told.contains(instrument, seen.venueOrderId(), seen.tradeId())) {
            return;
        }
        Optional<Child> child = children.find(seen.instrument(), seen.clientOrderId(), seen.venueOrderId());
        if (child.isEmpty() && seen.clientOrderId().isEmpty() && children.isAnyUnnamed(seen.instrument())) {
            hold(seen, evidence);
            return;
        }
        OptionalInt feeAsset = feeAsset(seen);
        if (feeAsset.isEmpty()) {
            hold(seen, evidence);
            return;
        }
        child.ifPresent(ours -> {
            children.learn(ours, seen.venueOrderId());
            ours.acknowledge();
            ours.tell(seen.quantity());
        });
        told.add(instrument, seen.venueOrderId(), seen.tradeId());
        fillCount++;
        long childId = child.map(Child::childId).orElseGet(() -> forgotten(seen));
        if (childId == 0) {
            externalFillCount++;
        }
        outbox.send(new ReportFill(
                venueAccount,
                instrument,
                childId,
                seen.venueOrderId(),
                seen.tradeId(),
                seen.side(),
                seen.quantity(),
                seen.price(),
                seen.quote(),
                seen.fee(),
                feeAsset.getAsInt(),
                seen.liquidity(),
                Math.max(0, seen.timeNs()),
                evidence));
    }

    /// A child that we have forgotten but whose id is of our making; 0 when the id names nobody, or is another
    /// child's.
    private long forgotten(FillSeen seen) {
        OptionalLong named = ClientOrderId.child(seen.clientOrderId());
        return named.isPresent() && children.find(named.getAsLong()).isEmpty() ? named.getAsLong() : 0;
    }

    /// 0 for no asset; empty when it must be defined first.
    private OptionalInt feeAsset(FillSeen seen) {
        if (seen.feeAsset().isEmpty()) {
            return OptionalInt.of(0);
        }
        OptionalInt known = catalogue.asset(seen.feeAsset());
        if (known.isEmpty() && askedAssets.add(0, seen.feeAsset(), "")) {
            outbox.send(new DefineAsset(seen.feeAsset()));
        }
        return known;
    }

    private void hold(FillSeen seen, Evidence evidence) {
        var one = new Held(seen, evidence);
        if (held.contains(one)) {
            return;
        }
        if (held.size() >= HELD_MAX) {
            parked(seen.instrument().id(), "TOO_MANY_HELD_FILLS", seen.toString());
            return;
        }
        held.addLast(one);
    }

    /// Tries again what is held back.
    ///
    /// @return how many fills were tried
    public int poll(long nowNs) {
        if (held.isEmpty() || nowNs < nextHeldNs) {
            return 0;
        }
        nextHeldNs = nowNs + RETRY_HELD_NS;
        int count = held.size();
        for (int i = 0; i < count; i++) {
            Held one = held.removeFirst();
            fill(one.fill, one.evidence);
        }
        return count;
    }

    /// A fact that cannot be told in our numbers or words.
    public void parked(int instrument, String what, String raw) {
        outbox.send(new ReportParked(venueAccount, instrument, what, shortened(raw, RAW_MAX)));
    }

    /// The core has booked a fill: it need not be told again.
    public void booked(FillBooked booked) {
        told.add(booked.instrument(), booked.venueOrderId(), booked.tradeId());
    }

    /// How many different fills the core was told, or are held back: when it stands still, no fill has arrived.
    public long fillCount() {
        return fillCount + held.size();
    }

    public int heldCount() {
        return held.size();
    }

    /// How many of the fills told were of nobody's order that we know.
    public long externalFillCount() {
        return externalFillCount;
    }

    private static String shortened(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
