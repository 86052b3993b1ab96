package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueFeature;
import java.util.List;
import java.util.Optional;

/// Other terms for an order at work (SPEC ORD-6): in place where the venue can, else by a cancel, its confirmed end,
/// and
/// the rest with the fills deducted. What we hold changes at once.
///
/// The rest is computed when every fill of the old child is booked, so that a fill that races is never ordered again.
/// Until then the larger of both is reserved. One amendment of an order is under way at a time.
final class Amendments {
    private final Catalog catalog;
    private final Books books;
    private final Admission admission;
    private final HandOut handOut;
    private final Lifecycle life;

    Amendments(Books books, Admission admission, HandOut handOut, Lifecycle life) {
        this.catalog = books.catalog();
        this.books = books;
        this.admission = admission;
        this.handOut = handOut;
        this.life = life;
    }

    /// A client asks.
    void amend(AmendOrder command, long nowNs, EventSink out) {
        Optional<Order> found = (command.orderId() != 0
                        ? books.store().order(command.orderId())
                        : books.store().order(command.account(), command.clientKey()))
                .filter(order -> order.terms.account().equals(command.account()));
        if (found.isEmpty()) {
            String field = command.orderId() != 0 ? "orderId" : "clientKey";
            Object named = command.orderId() != 0 ? command.orderId() : command.clientKey();
            out.emit(new CommandRefused(Refusal.of(RefusalCode.UNKNOWN, field, named, "an order of yours")));
            return;
        }
        Order order = found.get();
        var wanted = new WorkingTerms(
                command.quantity() == 0 ? order.now.quantity() : command.quantity(),
                command.price() == 0 ? order.now.price() : command.price(),
                command.stopPrice() == 0 ? order.now.stopPrice() : command.stopPrice());
        Optional<Refusal> refused = check(order, wanted).or(() -> admission.checkAmendment(order, wanted, nowNs));
        if (refused.isPresent()) {
            out.emit(new AmendRefused(order.id, refused.get()));
            return;
        }
        order.wanted = Optional.of(wanted);
        String reason = command.reason().isEmpty() ? "" : ": " + command.reason();
        proceed(order, "asked by " + command.by() + reason, nowNs, out);
    }

    private static Optional<Refusal> check(Order order, WorkingTerms wanted) {
        if (!order.isLive() || order.cancelling) {
            return refusal(RefusalCode.ALREADY_ENDED, "orderId", order.status, "an order at work");
        }
        if (order.wanted.isPresent()) {
            return refusal(RefusalCode.BUSY, "orderId", order.id, "one amendment at a time");
        }
        if (wanted.equals(order.now)) {
            return refusal(RefusalCode.BAD_FIELD, "quantity", wanted.quantity(), "other terms than it has");
        }
        if (wanted.quantity() <= order.filled) {
            return refusal(RefusalCode.TOO_SMALL, "quantity", wanted.quantity(), "above " + order.filled + " filled");
        }
        if (wanted.price() != order.now.price() && (!order.terms.type().needsPrice() || wanted.price() < 0)) {
            return refusal(RefusalCode.BAD_FIELD, "price", wanted.price(), order.terms.type() + " and positive");
        }
        boolean stops = order.terms.type().needsStopPrice() && order.isStopOurs() && !order.released;
        if (wanted.stopPrice() != order.now.stopPrice() && (!stops || wanted.stopPrice() < 0)) {
            return refusal(RefusalCode.NOT_SUPPORTED, "stopPrice", wanted.stopPrice(), "a stop that we still hold");
        }
        if (wanted.quantity() != order.now.quantity() && order.terms.link().isGrouped()) {
            return refusal(RefusalCode.NOT_SUPPORTED, "quantity", wanted.quantity(), "the quantity of the group");
        }
        return order.outCount() > 1 || !order.isWhole()
                ? refusal(RefusalCode.NOT_SUPPORTED, "orderId", order.id, "an order worked by one child")
                : Optional.empty();
    }

    /// Pulls back what the venue has of an order, so that its rest is held again.
    void recall(Order order, String reason, long nowNs, EventSink out) {
        if (order.wanted.isEmpty()) {
            order.wanted = Optional.of(order.now);
            proceed(order, reason, nowNs, out);
        }
    }

    /// Does the next step of what is wanted.
    void proceed(Order order, String reason, long nowNs, EventSink out) {
        if (order.wanted.isEmpty() || !order.isLive() || order.cancelling) {
            return;
        }
        Optional<Child> child = order.out();
        if (child.isEmpty()) {
            apply(order, order.wanted.get(), nowNs, out);
            return;
        }
        OrderStatus status = child.get().status;
        if (status == OrderStatus.OPEN || status == OrderStatus.PARTIALLY_FILLED) {
            ask(order, child.get(), order.wanted.get(), reason, nowNs, out);
        }
    }

    private void ask(Order order, Child child, WorkingTerms wanted, String reason, long nowNs, EventSink out) {
        VenueDesk venue = catalog.venue(child.ready.venueAccount()).orElseThrow();
        boolean inPlace = venue.account().terms().has(VenueFeature.AMEND)
                && child.ready.type() == OrderType.LIMIT
                && order.terms.type().needsPrice()
                && order.held().isEmpty()
                && !wanted.equals(order.now);
        Amount before = books.reserve().of(child);
        child.amendQuantity = child.filled + (wanted.quantity() - order.filled);
        child.amendPrice = order.terms.type().needsPrice() ? wanted.price() : child.ready.price();
        books.reserve().settle(child, before);
        life.happen(child, Happening.REPLACE_ASKED, Evidence.NONE, reason, nowNs, out);
        if (inPlace) {
            handOutAmend(child, out);
        } else {
            child.cancelSent = true;
            life.handOutCancel(child, out);
        }
    }

    /// Tells whoever holds the lease now to change this child in place.
    void handOutAmend(Child child, EventSink out) {
        VenueDesk venue = catalog.venue(child.ready.venueAccount()).orElseThrow();
        out.emit(new AmendReady(
                child.id(),
                child.ready.orderId(),
                child.ready.venueAccount(),
                venue.epoch(),
                child.venueOrderId,
                child.amendQuantity,
                child.amendPrice));
    }

    /// The venue has nothing of it any more: what is wanted holds, and the rest is held until it may go.
    private void apply(Order order, WorkingTerms wanted, long nowNs, EventSink out) {
        take(order, wanted, out);
        long rest = wanted.quantity() - order.filled;
        Optional<Child> held = order.held();
        boolean last = held.isPresent() && held.get() == order.children.getLast();
        if (last && rest > 0) {
            resize(order, held.get(), rest, out);
            books.stir(order);
            return;
        }
        held.ifPresent(child -> life.drop(child, "REPLACED", nowNs, out));
        if (rest <= 0 || order.children.isEmpty()) {
            life.follow(order, Evidence.NONE, "", nowNs, out);
            return;
        }
        Child before = order.children.getLast();
        long price = order.terms.type().needsPrice() ? wanted.price() : before.ready.price();
        var terms = new ChildTerms(
                before.ready.venueAccount(),
                before.ready.type(),
                before.ready.tif(),
                rest,
                price,
                before.ready.postOnly());
        Amount needed = Reserve.amount(
                books.reserve().instrument(before), order.terms.side(), price, rest, before.feeReserveBps);
        if (needed.compareTo(books.reserve().available(before)) > 0) {
            out.emit(new AmendRefused(
                    order.id,
                    Refusal.of(
                            RefusalCode.INSUFFICIENT_FUNDS,
                            "quantity",
                            needed,
                            books.reserve().available(before))));
            life.cancel(order, "INSUFFICIENT_FUNDS for the rest", nowNs, out);
            return;
        }
        handOut.hold(order, List.of(terms), order.receivedNs, nowNs, out);
        books.stir(order);
    }

    private void resize(Order order, Child held, long quantity, EventSink out) {
        Amount before = books.reserve().of(held);
        held.change(quantity, heldPrice(order, held));
        books.reserve().settle(held, before);
        books.note(held);
        out.emit(handOut.line(held));
    }

    private long heldPrice(Order order, Child held) {
        if (order.terms.type().needsPrice()) {
            return order.now.price();
        }
        return new Reference(catalog, books.limits())
                .worstOfStop(order.terms, order.now.stopPrice(), held.ready.venueAccount())
                .orElse(held.ready.price());
    }

    /// The terms that hold from here on, told where they are others.
    private static void take(Order order, WorkingTerms wanted, EventSink out) {
        order.wanted = Optional.empty();
        if (!wanted.equals(order.now)) {
            order.now = wanted;
            out.emit(new OrderAmended(order.id, wanted));
        }
    }

    /// Fewer than were ordered can ever be worked, by the group's rules: what we hold shrinks.
    void shrink(Order order, long quantity, long nowNs, EventSink out) {
        if (order.wanted.isPresent()) {
            return;
        }
        take(order, new WorkingTerms(quantity, order.now.price(), order.now.stopPrice()), out);
        long rest = quantity - order.filled - order.atWork();
        Optional<Child> held = order.held();
        if (held.isPresent() && rest > 0) {
            resize(order, held.get(), rest, out);
        } else {
            held.ifPresent(child -> life.drop(child, "GROUP: " + quantity + " is its share", nowNs, out));
        }
        life.follow(order, Evidence.NONE, "", nowNs, out);
        books.stir(order);
    }

    void amended(ReportAmended report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out);
        if (found.isEmpty() || report.quantity() <= 0 || report.price() <= 0) {
            return;
        }
        Child child = found.get();
        Order order = books.store().parent(child);
        Amount before = books.reserve().of(child);
        long changed = report.quantity() - child.ready.quantity();
        child.change(report.quantity(), report.price());
        child.amendQuantity = 0;
        child.amendPrice = 0;
        books.reserve().settle(child, before);
        books.store().rename(child, report.venueOrderId());
        books.note(child);
        out.emit(new ChildAmended(child.id(), order.id, report.quantity(), report.price(), report.evidence()));
        long price = order.terms.type().needsPrice() ? report.price() : order.now.price();
        take(order, new WorkingTerms(order.now.quantity() + changed, price, order.now.stopPrice()), out);
        boolean cancelled = child.cancelSent;
        Happening happening = child.filled >= report.quantity()
                ? Happening.LAST_FILL
                : child.filled == 0 ? Happening.REPLACED_UNFILLED : Happening.REPLACED_FILLED;
        life.happen(child, happening, report.evidence(), "", nowNs, out);
        if (cancelled) {
            life.happen(child, Happening.CANCEL_ASKED, Evidence.NONE, order.reason, nowNs, out);
        }
    }

    void refused(ReportAmendRefused report, long nowNs, EventSink out) {
        Optional<Child> found = known(report.childId(), out)
                .filter(child -> child.status == OrderStatus.PENDING_REPLACE && child.amendQuantity > 0);
        if (found.isEmpty()) {
            return;
        }
        Child child = found.get();
        giveUp(child, report.reason(), out);
        boolean cancelled = child.cancelSent;
        Happening happening = child.filled == 0 ? Happening.CHANGE_REFUSED_UNFILLED : Happening.CHANGE_REFUSED_FILLED;
        life.happen(child, happening, report.evidence(), report.reason(), nowNs, out);
        if (cancelled) {
            String reason = books.store().parent(child).reason;
            life.happen(child, Happening.CANCEL_ASKED, Evidence.NONE, reason, nowNs, out);
        }
    }

    /// The venue kept what it has: the order stands as it was.
    void giveUp(Child child, String reason, EventSink out) {
        Order order = books.store().parent(child);
        Amount before = books.reserve().of(child);
        child.amendQuantity = 0;
        child.amendPrice = 0;
        books.reserve().settle(child, before);
        books.note(child);
        if (order.wanted.isPresent()) {
            order.wanted = Optional.empty();
            out.emit(new AmendRefused(order.id, Refusal.of(RefusalCode.NOT_SUPPORTED, "orderId", order.id, reason)));
        }
    }

    private Optional<Child> known(long childId, EventSink out) {
        Optional<Child> child = books.store().child(childId);
        if (child.isEmpty()) {
            out.emit(new CommandRefused(Refusal.of(RefusalCode.UNKNOWN, "childId", childId, "a child in memory")));
        }
        return child.filter(Child::isOut);
    }

    private static Optional<Refusal> refusal(RefusalCode code, String field, Object value, Object limit) {
        return Optional.of(Refusal.of(code, field, value, limit));
    }
}
