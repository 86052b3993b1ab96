package io.tidegate.core;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.CashFlows;
import io.tidegate.core.ledger.FillBook;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import java.util.Optional;

/// What moves money and positions without an execution: balances taken over, cash flows, adjustments.
final class Treasury {
    private static final int NAME_MAX = 64;
    private static final int RAW_MAX = 2_000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Positions positions;
    private final FillBook book;
    private final CashFlows flows;

    Treasury(Catalog catalog, Ledger ledger, Positions positions, FillBook book, CashFlows flows) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.positions = positions;
        this.book = book;
        this.flows = flows;
    }

    void takeOver(ReportBalance report, EventSink out) {
        if (catalog.venue(report.venueAccount()).isEmpty() || !catalog.hasAsset(report.asset())) {
            refuse(out, RefusalCode.UNKNOWN, "asset", report.venueAccount() + "/" + report.asset(), "defined ones");
        } else if (report.total().signum() < 0 || !report.total().isModest()) {
            refuse(out, RefusalCode.BEYOND_RANGE, "total", report.total(), "0 to 2 x 10^19");
        } else {
            ledger.takeOver(report.venueAccount(), report.asset(), report.total(), report.revision(), out);
        }
    }

    /// Books a cash flow once; a fact is never refused, so one that cannot be expressed is parked.
    void book(ReportCashFlow report, EventSink out) {
        boolean defined = catalog.venue(report.venueAccount()).isPresent()
                && catalog.hasAsset(report.asset())
                && (report.instrument() == 0
                        || catalog.instrument(report.instrument()).isPresent());
        if (!defined) {
            park(report, "a cash flow of what is not defined", out);
        } else if (report.reference().isEmpty()) {
            park(report, "a cash flow without a reference", out);
        } else if (!ledger.takes(report.venueAccount(), report.asset(), report.amount())) {
            park(report, "a cash flow beyond the range of our numbers", out);
        } else if (!flows.knows(report)) {
            flows.book(report, out);
        }
    }

    /// Adjusts a position, once for each reference; asked again, nothing changes.
    void adjust(AdjustPosition command, long nowNs, EventSink out) {
        Optional<Instrument> found = catalog.instrument(command.instrument());
        if (catalog.venue(command.venueAccount()).isEmpty() || found.isEmpty()) {
            refuse(
                    out,
                    RefusalCode.UNKNOWN,
                    "instrument",
                    command.venueAccount() + "/" + command.instrument(),
                    "defined ones");
        } else if (command.reference().isEmpty() || command.reference().length() > NAME_MAX) {
            refuse(out, RefusalCode.BAD_FIELD, "reference", command.reference(), "1 to 64 characters");
        } else if (command.reason().isEmpty()) {
            refuse(out, RefusalCode.BAD_FIELD, "reason", "", "not empty");
        } else if (command.quantity() <= 0 || command.cost().signum() < 0) {
            refuse(
                    out,
                    RefusalCode.BAD_FIELD,
                    "quantity",
                    command.quantity() + " for " + command.cost(),
                    "positive, for zero or more");
        } else if (!takes(command, found.get())) {
            refuse(out, RefusalCode.BEYOND_RANGE, "quantity", command.quantity(), "what a position can hold");
        } else {
            FillStands adjustment = stands(command, nowNs);
            if (!book.knows(FillBook.Key.of(adjustment))) {
                out.emit(event(command));
                book.adjust(adjustment, found.get(), out);
            }
        }
    }

    private boolean takes(AdjustPosition command, Instrument instrument) {
        return command.quantity() <= Positions.QUANTITY_MAX
                && instrument.baseAmount(command.quantity()).isModest()
                && positions.takes(
                        command.venueAccount(),
                        command.instrument(),
                        command.side(),
                        command.quantity(),
                        command.cost());
    }

    private static FillStands stands(AdjustPosition command, long nowNs) {
        return new FillStands(
                command.venueAccount(),
                command.instrument(),
                FillBook.ADJUSTMENT,
                command.reference(),
                0,
                0,
                command.side(),
                command.quantity(),
                Amount.ZERO,
                command.cost(),
                Amount.ZERO,
                Amount.ZERO,
                0,
                0,
                nowNs);
    }

    private static PositionAdjusted event(AdjustPosition command) {
        return new PositionAdjusted(
                command.venueAccount(),
                command.instrument(),
                command.side(),
                command.quantity(),
                command.cost(),
                command.reference(),
                command.by(),
                command.reason());
    }

    private void park(ReportCashFlow report, String what, EventSink out) {
        String raw = report.toString();
        out.emit(new FactParked(
                report.venueAccount(),
                report.instrument(),
                what,
                raw.length() <= RAW_MAX ? raw : raw.substring(0, RAW_MAX)));
        Optional<VenueDesk> venue = catalog.venue(report.venueAccount()).filter(VenueDesk::isOpen);
        if (venue.isPresent()) {
            venue.get().gate(false, "a fact is parked: " + what);
            out.emit(new GateChanged(report.venueAccount(), false, venue.get().gateReason()));
        }
    }

    private static void refuse(EventSink out, RefusalCode code, String field, Object value, Object limit) {
        out.emit(new CommandRefused(Refusal.of(code, field, value, limit)));
    }
}
