package io.tidegate.core.ledger;

import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.venue.CashFlow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Money that moves at venue accounts without an execution, each once by its reference (SPEC POS-2).
public final class CashFlows {
    /// How many are remembered: weeks of them for any account that we have seen.
    private static final int MEMORY_MAX = 100_000;

    private record Key(int venueAccount, CashFlow kind, String reference) {}

    private final Ledger ledger;
    private final Charges charges;
    private final Map<Key, CashFlowBooked> booked = new LinkedHashMap<>();

    public CashFlows(Ledger ledger, Charges charges) {
        this.ledger = ledger;
        this.charges = charges;
    }

    public boolean knows(ReportCashFlow report) {
        return booked.containsKey(new Key(report.venueAccount(), report.kind(), report.reference()));
    }

    /// Books one that is not known and within range.
    public void book(ReportCashFlow report, EventSink out) {
        LedgerAccount against = account(report.kind());
        var event = new CashFlowBooked(
                report.venueAccount(),
                report.asset(),
                report.amount(),
                report.kind(),
                report.instrument(),
                report.reference(),
                report.venueTimeNs(),
                report.detail());
        out.emit(event);
        restore(event);
        ledger.post(report.venueAccount(), report.asset(), report.amount(), against);
        if (report.kind() != CashFlow.TRANSFER) {
            charges.add(
                    report.venueAccount(),
                    report.instrument(),
                    report.asset(),
                    against,
                    report.amount().negated());
        }
        ledger.tell(BalanceCause.CASH_FLOW, out);
    }

    /// The account on the other side.
    public static LedgerAccount account(CashFlow kind) {
        return switch (kind) {
            case TRANSFER -> LedgerAccount.EXTERNAL;
            case FUNDING -> LedgerAccount.FUNDING;
            case INTEREST -> LedgerAccount.INTEREST;
            case GAS -> LedgerAccount.GAS;
        };
    }

    public List<Event> lines() {
        return List.copyOf(booked.values());
    }

    public void restore(CashFlowBooked line) {
        booked.put(new Key(line.venueAccount(), line.kind(), line.reference()), line);
        if (booked.size() > MEMORY_MAX) {
            var oldest = booked.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
