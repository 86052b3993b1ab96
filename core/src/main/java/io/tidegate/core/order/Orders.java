package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.FillBook;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.core.risk.LossWatch;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.Limits;
import java.util.Optional;
import java.util.OptionalLong;

/// Every order: what each command and each report does to it, and what time does to it by itself.
///
/// Deterministic: the same commands at the same times give the same events. One caller. A command is checked wholly
/// before anything changes.
public final class Orders {
    /// The latest wall clock that a start may state, 2090-01-01: an absurd one would use up the incarnations.
    public static final long WALL_CLOCK_MAX_MS = 3_786_912_000_000L;

    private final Catalog catalog;
    private final AccountLimits limits;
    private final KillSwitches kill;
    private final Sweep sweep;
    private final Ids ids = new Ids();
    private final OrderStore store;
    private final Books books;
    private final Lifecycle life;
    private final Admission admission;
    private final HandOut handOut;
    private final Amendments amendments;
    private final Contingencies contingencies;
    private final Work work;
    private final Reports reports;
    private final FillBook book;
    private final Fills fills;
    private final Corrections corrections;
    private final Horizon horizon;
    private final Deadlines deadlines;
    private final OrderLines lines;

    public Orders(
            Catalog catalog,
            Ledger ledger,
            Positions positions,
            FillBook book,
            AccountLimits limits,
            KillSwitches kill,
            LossWatch losses) {
        this(catalog, ledger, positions, book, limits, kill, losses, Horizon.DEFAULT);
    }

    Orders(
            Catalog catalog,
            Ledger ledger,
            Positions positions,
            FillBook book,
            AccountLimits limits,
            KillSwitches kill,
            LossWatch losses,
            Horizon horizon) {
        this.catalog = catalog;
        this.limits = limits;
        this.kill = kill;
        this.books = Books.of(catalog, ledger, positions, limits, horizon);
        this.store = books.store();
        this.life = new Lifecycle(books);
        var exposure = new Exposure(catalog, positions, store, limits, losses);
        this.admission = new Admission(books, ledger, kill, exposure);
        this.sweep = new Sweep(catalog, kill, losses, store, life);
        this.handOut = new HandOut(books, life, ids);
        this.amendments = new Amendments(books, admission, handOut, life);
        this.contingencies = new Contingencies(books, life, amendments);
        this.work = new Work(books, kill, handOut, life);
        this.reports = new Reports(catalog, kill, store, life, amendments);
        this.deadlines = new Deadlines(books, life);
        var range = new FillRange(catalog, ledger, positions);
        this.book = book;
        this.fills = new Fills(catalog, ledger, book, range, books, life);
        this.corrections = new Corrections(catalog, ledger, book, range, store, books.reserve(), life);
        this.horizon = horizon;
        this.lines = new OrderLines(ids, sweep, books, limits, deadlines);
    }

    /// Takes an order, or repeats the answer to one with the same key and content, or refuses it.
    public void place(PlaceOrder command, long nowNs, EventSink out) {
        OrderTerms terms = command.terms();
        Optional<Order> known = store.order(terms.account(), terms.clientKey());
        Optional<KeyStands> old = store.oldKey(terms.account(), terms.clientKey(), nowNs);
        if (known.isPresent()) {
            repeat(terms, known.get().id, known.get().terms.equals(terms), out);
            return;
        }
        if (old.isPresent()) {
            Digest digest = Digest.of(terms);
            boolean same = digest.hi() == old.get().digestHi()
                    && digest.lo() == old.get().digestLo();
            repeat(terms, old.get().orderId(), same, out);
            return;
        }
        Optional<Refusal> refused = admission
                .checkTerms(terms, command.proposal(), nowNs)
                .or(() -> admission.checkProposal(terms, terms.quantity(), command.proposal(), nowNs));
        OptionalLong twin = limits.twin(terms, nowNs);
        if (refused.isEmpty()
                && twin.isPresent()
                && limits.of(terms.account()).duplicates() == Limits.Duplicates.REFUSE) {
            refused = Optional.of(Refusal.of(
                    RefusalCode.DUPLICATE_ORDER,
                    "",
                    twin.getAsLong(),
                    limits.of(terms.account()).duplicateWindowNs() / 1_000_000 + " ms apart"));
        }
        if (refused.isPresent()) {
            out.emit(new OrderRefused(
                    terms.account(),
                    terms.clientKey(),
                    refused.get().code() == RefusalCode.DUPLICATE_ORDER ? twin.getAsLong() : 0,
                    refused.get()));
            return;
        }
        accept(command, twin, nowNs, out);
    }

    private void accept(PlaceOrder command, OptionalLong twin, long nowNs, EventSink out) {
        var order = new Order(ids.next(nowNs), command.terms(), nowNs, command.receivedNs());
        store.add(order);
        limits.accepted(order.terms, order.id, order.acceptedNs);
        limits.opened(order.terms);
        deadlines.add(order);
        out.emit(new OrderAccepted(order.id, order.terms, order.receivedNs));
        if (twin.isPresent()) {
            out.emit(new OrderFlagged(order.id, 0, Flag.LIKELY_DUPLICATE, "like order " + twin.getAsLong()));
        }
        order.nextSlice = 1;
        work.begin(order, command.proposal(), command.receivedNs(), nowNs, out);
    }

    private static void repeat(OrderTerms terms, long orderId, boolean same, EventSink out) {
        out.emit(
                same
                        ? new OrderRepeated(orderId, terms.account(), terms.clientKey())
                        : new OrderRefused(
                                terms.account(),
                                terms.clientKey(),
                                orderId,
                                Refusal.of(
                                        RefusalCode.KEY_REUSED,
                                        "clientKey",
                                        terms.clientKey(),
                                        "the content of order " + orderId)));
    }

    /// Takes further children of an order, each slice number once.
    public void propose(ProposeChildren command, long nowNs, EventSink out) {
        Optional<Order> found = store.order(command.orderId());
        if (found.isEmpty()) {
            out.emit(new CommandRefused(
                    Refusal.of(RefusalCode.UNKNOWN, "orderId", command.orderId(), "an order in memory")));
            return;
        }
        Order order = found.get();
        Optional<Refusal> refused;
        if (!order.isLive() || order.cancelling) {
            refused = Optional.of(Refusal.of(RefusalCode.ALREADY_ENDED, "orderId", order.status, "an order at work"));
        } else if (command.slice() != order.nextSlice) {
            refused = Optional.of(Refusal.of(RefusalCode.STALE_PROPOSAL, "slice", command.slice(), order.nextSlice));
        } else if (command.proposal().isEmpty()) {
            refused = Optional.of(Refusal.of(RefusalCode.TOO_SMALL, "proposal", 0, "1 to " + Admission.CHILDREN_MAX));
        } else {
            refused = catalog.instrument(order.terms.instrument())
                    .flatMap(instrument -> kill.stops(order.terms, instrument))
                    .or(() -> admission.checkProposal(order.terms, order.unallocated(), command.proposal(), nowNs));
        }
        if (refused.isPresent()) {
            out.emit(new ProposalRefused(order.id, command.slice(), order.nextSlice, refused.get()));
            return;
        }
        order.nextSlice++;
        work.begin(order, command.proposal(), nowNs, nowNs, out);
    }

    /// Asks for the end of an order; asked again, nothing changes.
    public void cancel(CancelOrder command, long nowNs, EventSink out) {
        Optional<Order> found = (command.orderId() != 0
                        ? store.order(command.orderId())
                        : store.order(command.account(), command.clientKey()))
                .filter(order -> order.terms.account().equals(command.account()));
        String named = command.orderId() != 0 ? Long.toString(command.orderId()) : command.clientKey();
        String field = command.orderId() != 0 ? "orderId" : "clientKey";
        if (found.isEmpty()) {
            out.emit(new CommandRefused(Refusal.of(RefusalCode.UNKNOWN, field, named, "an order of yours")));
        } else if (!found.get().isLive()) {
            out.emit(new CommandRefused(Refusal.of(RefusalCode.ALREADY_ENDED, field, named, found.get().status)));
        } else if (!found.get().cancelling) {
            String reason = command.reason().isEmpty() ? "" : ": " + command.reason();
            life.cancel(found.get(), "asked by " + command.by() + reason, nowNs, out);
        }
    }

    /// Asks for other terms of an order.
    public void amend(AmendOrder command, long nowNs, EventSink out) {
        amendments.amend(command, nowNs, out);
    }

    /// A reference price has been set.
    public void marked(int instrument, long nowNs, EventSink out) {
        catalog.mark(instrument).ifPresent(mark -> work.marked(mark, nowNs, out));
    }

    /// A venue account takes orders again.
    public void opened(int venueAccount) {
        work.opened(venueAccount);
    }

    /// Lets everything follow that a command or a due time has stirred: groups, amendments, what is held. Each step
    /// hands out, ends or changes something, or stirs nothing, so that it comes to an end.
    public void settle(long nowNs, EventSink out) {
        for (var next = books.stirred().next();
                next.isPresent();
                next = books.stirred().next()) {
            Stirred.One one = next.get();
            store.order(one.orderId()).ifPresent(order -> settle(order, one.changed(), nowNs, out));
        }
    }

    private void settle(Order order, boolean changed, long nowNs, EventSink out) {
        if (changed) {
            contingencies.follow(order, nowNs, out);
        }
        amendments.proceed(order, "", nowNs, out);
        work.look(order, nowNs, out);
    }

    /// A kill switch was engaged, or an account has lost too much: what that stops is cancelled, a bounded number each
    /// turn.
    public void sweep() {
        sweep.begin();
    }

    /// A lease has a new holder: cancels and amendments that are out and unanswered are handed to it.
    public void handOver(int venueAccount, EventSink out) {
        for (Order order : store.open().values()) {
            for (Child child : order.children) {
                if (child.isOut() && child.ready.venueAccount() == venueAccount) {
                    if (child.cancelSent) {
                        life.handOutCancel(child, out);
                    } else if (child.amendQuantity > 0) {
                        amendments.handOutAmend(child, out);
                    }
                }
            }
        }
    }

    public void report(ReportNotSent report, long nowNs, EventSink out) {
        reports.notSent(report, nowNs, out);
    }

    public void report(ReportAcknowledged report, long nowNs, EventSink out) {
        reports.acknowledged(report, nowNs, out);
    }

    public void report(ReportFill report, long nowNs, EventSink out) {
        fills.book(report, nowNs, out);
        work.trim(report.venueAccount(), report.instrument(), amendments, nowNs, out);
    }

    public void report(ReportAmended report, long nowNs, EventSink out) {
        amendments.amended(report, nowNs, out);
    }

    public void report(ReportAmendRefused report, long nowNs, EventSink out) {
        amendments.refused(report, nowNs, out);
    }

    public void report(ReportFillCorrected report, long nowNs, EventSink out) {
        corrections.correct(report, nowNs, out);
        work.trim(report.venueAccount(), report.instrument(), amendments, nowNs, out);
    }

    public void report(ReportEnded report, long nowNs, EventSink out) {
        reports.ended(report, nowNs, out);
    }

    public void report(ReportCancelRefused report, long nowNs, EventSink out) {
        reports.cancelRefused(report, nowNs, out);
    }

    public void report(ReportUnknown report, EventSink out) {
        reports.unknown(report, out);
    }

    public void report(ReportAbsent report, long nowNs, EventSink out) {
        reports.absent(report, nowNs, out);
    }

    /// Begins a new life: ids of children name it from here on.
    public void live(long wallClockMs, EventSink out) {
        out.emit(new IncarnationStarted(ids.live(wallClockMs)));
    }

    /// When a deadline or a kill switch wants a turn.
    public long nextDueNs() {
        if (sweep.isUnderWay()) {
            return Long.MIN_VALUE;
        }
        return deadlines.nextNs();
    }

    /// Does one bounded piece of what is due.
    public void fireDue(long nowNs, EventSink out) {
        if (sweep.isUnderWay()) {
            sweep.turn(nowNs, out);
            return;
        }
        deadlines.fire(nowNs, out);
    }

    /// Lets leave what has passed the memory horizon, a bounded number with each command.
    public void forget(long nowNs) {
        store.forget(nowNs);
        book.forget(nowNs, horizon.fillNs(), horizon.fillsMax());
    }

    /// Everything about orders as lines of a snapshot or an image, and back.
    public OrderLines standing() {
        return lines;
    }
}
