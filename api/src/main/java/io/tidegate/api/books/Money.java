package io.tidegate.api.books;

import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.BalanceChecked;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;

/// Balances, positions with their history, and charges, at each venue account.
public final class Money {
    /// How many changes of positions are kept, the newest.
    private static final int STEPS_MAX = 10_000;

    /// @param of id of the asset or instrument
    private record Place(int venueAccount, int of) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::venueAccount).thenComparingInt(Place::of);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /// A balance as the venue last said it.
    ///
    /// @param atNs log time, nanoseconds since 1970 UTC
    public record Checked(BalanceChecked by, long atNs) {}

    private record ChargeKey(int venueAccount, int instrument, int asset, LedgerAccount kind)
            implements Comparable<ChargeKey> {
        private static final Comparator<ChargeKey> ORDER = Comparator.comparingInt(ChargeKey::venueAccount)
                .thenComparingInt(ChargeKey::instrument)
                .thenComparingInt(ChargeKey::asset)
                .thenComparing(ChargeKey::kind);

        @Override
        public int compareTo(ChargeKey other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Place, BalanceChanged> balances = new ConcurrentSkipListMap<>();
    private final Map<Place, Checked> checked = new ConcurrentSkipListMap<>();
    private final Map<Place, PositionChanged> positions = new ConcurrentSkipListMap<>();
    private final Map<ChargeKey, Amount> charges = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedDeque<PositionStep> steps = new ConcurrentLinkedDeque<>();
    private int stepCount; // the writer's own
    private String trigger = ""; // what the writer read last that can move a position

    /// By venue account and asset.
    public List<BalanceChanged> balances() {
        return List.copyOf(balances.values());
    }

    /// What the venue last said of a balance.
    public Optional<Checked> checked(int venueAccount, int asset) {
        return Optional.ofNullable(checked.get(new Place(venueAccount, asset)));
    }

    void checked(BalanceChecked by, long atNs) {
        checked.put(new Place(by.venueAccount(), by.asset()), new Checked(by, atNs));
    }

    /// By venue account and instrument, closed ones too.
    public List<PositionChanged> positions() {
        return List.copyOf(positions.values());
    }

    /// By venue account, instrument, asset and kind.
    public List<Charge> charges() {
        return charges.entrySet().stream()
                .map(entry -> new Charge(
                        entry.getKey().venueAccount(),
                        entry.getKey().instrument(),
                        entry.getKey().asset(),
                        entry.getKey().kind(),
                        entry.getValue()))
                .toList();
    }

    /// Changes of positions since this process began to read, the newest first; the last 10,000 at most.
    public List<PositionStep> steps() {
        return List.copyOf(steps);
    }

    /// What is not set aside; never below zero.
    public Amount free(int venueAccount, int asset) {
        BalanceChanged balance = balances.get(new Place(venueAccount, asset));
        return balance == null
                ? Amount.ZERO
                : balance.total().minus(balance.reserved()).max(Amount.ZERO);
    }

    void changed(BalanceChanged balance) {
        balances.put(new Place(balance.venueAccount(), balance.asset()), balance);
    }

    void changed(PositionChanged position, long atNs) {
        PositionChanged before = positions.put(new Place(position.venueAccount(), position.instrument()), position);
        if (position.cause() == PositionCause.STANDS) {
            return;
        }
        steps.addFirst(new PositionStep(
                atNs,
                position.venueAccount(),
                position.instrument(),
                position.cause(),
                before == null ? 0 : before.quantity(),
                position.quantity(),
                position.cost(),
                position.realised(),
                trigger));
        if (++stepCount > STEPS_MAX) {
            stepCount--;
            steps.removeLast();
        }
    }

    void booked(FillBooked fill) {
        trigger = "fill " + fill.tradeId();
        charge(fill.venueAccount(), fill.instrument(), fill.feeAsset(), LedgerAccount.FEES, fill.fee());
    }

    void corrected(FillCorrected fill) {
        trigger = (fill.quantity() == 0 ? "bust of fill " : "correction of fill ") + fill.tradeId();
        charge(
                fill.venueAccount(),
                fill.instrument(),
                fill.feeAssetBefore(),
                LedgerAccount.FEES,
                fill.feeBefore().negated());
        charge(fill.venueAccount(), fill.instrument(), fill.feeAsset(), LedgerAccount.FEES, fill.fee());
    }

    void adjusted(PositionAdjusted adjusted) {
        trigger = "adjustment " + adjusted.reference() + " by " + adjusted.by() + ": " + adjusted.reason();
    }

    void flowed(CashFlowBooked flow) {
        switch (flow.kind()) {
            case TRANSFER -> {} // no profit and no loss
            case FUNDING -> charge(flow, LedgerAccount.FUNDING);
            case INTEREST -> charge(flow, LedgerAccount.INTEREST);
            case GAS -> charge(flow, LedgerAccount.GAS);
        }
    }

    void stands(ChargeStands line) {
        charges.put(new ChargeKey(line.venueAccount(), line.instrument(), line.asset(), line.kind()), line.sum());
    }

    private void charge(CashFlowBooked flow, LedgerAccount kind) {
        charge(
                flow.venueAccount(),
                flow.instrument(),
                flow.asset(),
                kind,
                flow.amount().negated());
    }

    private void charge(int venueAccount, int instrument, int asset, LedgerAccount kind, Amount paid) {
        if (asset != 0 && !paid.isZero()) {
            charges.merge(new ChargeKey(venueAccount, instrument, asset, kind), paid, Amount::plus);
        }
    }
}
