package io.tidegate.core;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.CashFlows;
import io.tidegate.core.ledger.Charges;
import io.tidegate.core.ledger.FillBook;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.core.order.Orders;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.core.risk.LossWatch;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportParked;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.event.PositionBaseStands;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.RulesActivated;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.LossStep;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The whole core: applies commands to orders, money and limits, and tells what follows.
///
/// A pure function of its commands and their times. Ordered as the packages are: `catalog` (what exists) ← `ledger`
/// (what is owned) ← `risk` (what is allowed) ← `order` (what is under way).
public final class Engine implements StateMachine {
    /// The newest behaviour that this code knows; it can reproduce every version from 1 to this.
    public static final int RULES_NEWEST = 1;

    private final Catalog catalog = new Catalog();
    private final Ledger ledger = new Ledger();
    private final Positions positions = new Positions();
    private final AccountLimits limits = new AccountLimits();
    private final KillSwitches kill = new KillSwitches();
    private final Charges charges = new Charges();
    private final FillBook book = new FillBook(ledger, positions, charges);
    private final CashFlows flows = new CashFlows(ledger, charges);
    private final Treasury treasury = new Treasury(catalog, ledger, positions, book, flows);
    private final LossWatch losses = new LossWatch(catalog, positions, charges);
    private final Orders orders = new Orders(catalog, ledger, positions, book, limits, kill, losses);
    private int rulesVersion = RULES_NEWEST;

    @Override
    public void apply(Command command, long nowNs, EventSink out) {
        orders.forget(nowNs);
        switch (command) {
            case PlaceOrder place -> orders.place(place, nowNs, out);
            case ProposeChildren propose -> orders.propose(propose, nowNs, out);
            case CancelOrder cancel -> orders.cancel(cancel, nowNs, out);
            case AmendOrder amend -> orders.amend(amend, nowNs, out);
            case ReportAmended report -> orders.report(report, nowNs, out);
            case ReportAmendRefused report -> orders.report(report, nowNs, out);
            case ReportFill report -> orders.report(report, nowNs, out);
            case ReportAcknowledged report -> orders.report(report, nowNs, out);
            case ReportEnded report -> orders.report(report, nowNs, out);
            case ReportNotSent report -> orders.report(report, nowNs, out);
            case ReportCancelRefused report -> orders.report(report, nowNs, out);
            case ReportUnknown report -> orders.report(report, out);
            case ReportAbsent report -> orders.report(report, nowNs, out);
            case ReportFillCorrected report -> orders.report(report, nowNs, out);
            case ReportBalance report -> treasury.takeOver(report, out);
            case ReportCashFlow report -> treasury.book(report, out);
            case AdjustPosition adjust -> treasury.adjust(adjust, nowNs, out);
            case SetInstrumentLimits set -> setLimits(set, out);
            case SetLossLimits set -> losses.set(set, nowNs, out);
            case ReportParked report -> park(report, out);
            case SetMark set -> {
                if (catalog.set(set, out)) {
                    orders.marked(set.instrument(), nowNs, out);
                }
            }
            case SetGate set -> setGate(set, out);
            case ClaimVenue claim -> claim(claim, out);
            case SetKillSwitch set -> {
                if (kill.set(set, out)) {
                    orders.sweep();
                }
            }
            case SetLimits set -> limits.set(set, out);
            case SetGrid set -> catalog.set(set, out);
            case DefineAsset define -> catalog.define(define, out);
            case DefineInstrument define -> catalog.define(define, out);
            case DefineVenueAccount define -> catalog.define(define, out);
            case StartIncarnation start -> live(start, out);
            case ActivateRules activate -> activate(activate, out);
            case OpenSource _, Heartbeat _, BeginImage _, ReportStorage _ -> {} // the host's
        }
        if (!losses.isIdle() && canChangeResults(command)) {
            followLosses(nowNs, out);
        }
        orders.settle(nowNs, out);
        ledger.tell(BalanceCause.RESERVATION, out);
    }

    @Override
    public long nextDueNs() {
        return orders.nextDueNs();
    }

    @Override
    public void fireDue(long nowNs, EventSink out) {
        orders.fireDue(nowNs, out);
        orders.settle(nowNs, out);
        ledger.tell(BalanceCause.RESERVATION, out);
    }

    @Override
    public int rulesVersion() {
        return rulesVersion;
    }

    @Override
    public void snapshot(EventSink lines) {
        lines.emit(orders.standing().counters(rulesVersion));
        catalog.lines().forEach(lines::emit);
        limits.lines().forEach(lines::emit);
        losses.lines().forEach(lines::emit);
        kill.lines().forEach(lines::emit);
        orders.standing().lines().forEach(lines::emit);
        ledger.balances().forEach(lines::emit);
        ledger.accounts().forEach(lines::emit);
        positions.lines().forEach(lines::emit);
        positions.bases().forEach(lines::emit);
        book.lines().forEach(lines::emit);
        charges.lines().forEach(lines::emit);
        flows.lines().forEach(lines::emit);
    }

    @Override
    public void restore(Event line) {
        switch (line) {
            case CoreStands core -> {
                if (core.rulesVersion() < 1 || core.rulesVersion() > RULES_NEWEST) {
                    throw new IllegalStateException("this state was written by rules " + core.rulesVersion()
                            + "; this program knows 1 to " + RULES_NEWEST);
                }
                rulesVersion = core.rulesVersion();
                orders.standing().restore(core);
            }
            case AssetDefined _,
                    InstrumentDefined _,
                    VenueAccountDefined _,
                    GridSet _,
                    VenueClaimed _,
                    GateChanged _,
                    MarkSet _ -> catalog.restore(line);
            case LimitsSet set -> limits.restore(set);
            case InstrumentLimitsSet set -> limits.restore(set);
            case LossLimitsSet set -> losses.restore(set);
            case LossStands account -> losses.restore(account);
            case KillSwitchSet set -> kill.restore(set);
            case OrderStands _, ChildStands _, KeyStands _ -> orders.standing().restore(line);
            case BalanceChanged balance -> ledger.restore(balance);
            case LedgerStands account -> ledger.restore(account);
            case PositionChanged position -> positions.restore(position);
            case PositionBaseStands base -> positions.restore(base);
            case FillStands fill -> book.restore(fill);
            case FillKeyStands fill -> book.restore(fill);
            case ChargeStands charge -> charges.restore(charge);
            case CashFlowBooked flow -> flows.restore(flow);
            default -> throw new IllegalArgumentException("no line of a snapshot: " + line);
        }
    }

    @Override
    public Iterator<Event> image() {
        return new Image(catalog, ledger, positions, charges, losses, limits, kill, orders).lines();
    }

    /// Assets whose ledger accounts do not add up to zero: always empty, or the core is broken.
    public List<Integer> imbalances() {
        return ledger.imbalances();
    }

    private void setLimits(SetInstrumentLimits set, EventSink out) {
        if (catalog.instrument(set.instrument()).isEmpty()) {
            refuse(out, RefusalCode.UNKNOWN, "instrument", set.instrument(), "a defined instrument");
        } else {
            limits.set(set, out);
        }
    }

    private static boolean canChangeResults(Command command) {
        return command instanceof ReportFill
                || command instanceof SetMark
                || command instanceof ReportFillCorrected
                || command instanceof ReportCashFlow
                || command instanceof AdjustPosition;
    }

    /// Cancels what is open of accounts that have just lost too much, and stops those that have lost far too much.
    private void followLosses(long nowNs, EventSink out) {
        for (LossStepChanged worse : losses.watch(nowNs, out)) {
            orders.sweep();
            if (worse.to() == LossStep.STOP) {
                String reason = "lost " + worse.dayLoss() + " since the day began, " + worse.drawdown()
                        + " since the best result";
                kill.set(new SetKillSwitch(KillScope.ACCOUNT, worse.account(), true, "core", reason), out);
            }
        }
    }

    private void park(ReportParked report, EventSink out) {
        out.emit(new FactParked(report.venueAccount(), report.instrument(), report.what(), report.raw()));
        Optional<VenueDesk> venue = catalog.venue(report.venueAccount()).filter(VenueDesk::isOpen);
        venue.ifPresent(open -> gate(open, false, "a fact is parked: " + report.what(), out));
    }

    private void claim(ClaimVenue claim, EventSink out) {
        Optional<VenueDesk> found = catalog.venue(claim.venueAccount());
        if (found.isEmpty()) {
            refuse(out, RefusalCode.UNKNOWN, "venueAccount", claim.venueAccount(), "a defined venue account");
            return;
        }
        VenueDesk venue = found.get();
        if (venue.isOpen()) {
            gate(venue, false, "claimed by " + claim.gateway(), out);
        }
        long epoch = venue.claim(claim.gateway());
        out.emit(new VenueClaimed(claim.venueAccount(), claim.gateway(), epoch, claim.nonce()));
        orders.handOver(claim.venueAccount(), out);
    }

    private void setGate(SetGate set, EventSink out) {
        Optional<VenueDesk> found = catalog.venue(set.venueAccount());
        if (found.isEmpty()) {
            refuse(out, RefusalCode.UNKNOWN, "venueAccount", set.venueAccount(), "a defined venue account");
        } else if (set.epoch() != found.get().epoch()) {
            refuse(
                    out,
                    RefusalCode.NOT_LEASED,
                    "epoch",
                    set.epoch(),
                    found.get().epoch());
        } else if (set.open() != found.get().isOpen()
                || !set.reason().equals(found.get().gateReason())) {
            gate(found.get(), set.open(), set.reason(), out);
        }
    }

    private void gate(VenueDesk venue, boolean open, String reason, EventSink out) {
        venue.gate(open, reason);
        if (open) {
            orders.opened(venue.account().id());
        }
        out.emit(new GateChanged(venue.account().id(), open, reason));
    }

    private void live(StartIncarnation start, EventSink out) {
        if (start.wallClockMs() < 0 || start.wallClockMs() > Orders.WALL_CLOCK_MAX_MS) {
            refuse(out, RefusalCode.BAD_FIELD, "wallClockMs", start.wallClockMs(), "1970 to 2090");
        } else {
            orders.live(start.wallClockMs(), out);
        }
    }

    private void activate(ActivateRules command, EventSink out) {
        if (command.version() <= rulesVersion || command.version() > RULES_NEWEST) {
            refuse(
                    out,
                    RefusalCode.NOT_SUPPORTED,
                    "version",
                    command.version(),
                    "above " + rulesVersion + ", at most " + RULES_NEWEST);
        } else {
            rulesVersion = command.version();
            out.emit(new RulesActivated(rulesVersion));
        }
    }

    private static void refuse(EventSink out, RefusalCode code, String field, Object value, Object limit) {
        out.emit(new CommandRefused(Refusal.of(code, field, value, limit)));
    }
}
