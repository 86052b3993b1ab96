package io.tidegate.core.ledger;

import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.number.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each instrument has cost beside its price, per venue account and asset: commissions less rebates, funding,
/// interest, gas (SPEC POS-1). The same sums as in the ledger, told apart by instrument.
public final class Charges {
    private record Key(int venueAccount, int instrument, int asset, LedgerAccount kind) {}

    private final Map<Key, Amount> sums = new LinkedHashMap<>();

    /// Adds what was paid; a negative amount was received.
    void add(int venueAccount, int instrument, int asset, LedgerAccount kind, Amount paid) {
        if (!paid.isZero()) {
            sums.merge(new Key(venueAccount, instrument, asset, kind), paid, Amount::plus);
        }
    }

    /// Every sum.
    public List<ChargeStands> all() {
        var lines = new ArrayList<ChargeStands>();
        sums.forEach(
                (key, sum) -> lines.add(new ChargeStands(key.venueAccount, key.instrument, key.asset, key.kind, sum)));
        return lines;
    }

    /// Every sum, as lines.
    public List<Event> lines() {
        return List.copyOf(all());
    }

    /// One sum as a line, as it is when this is called.
    public ChargeStands line(ChargeStands of) {
        Key key = new Key(of.venueAccount(), of.instrument(), of.asset(), of.kind());
        return new ChargeStands(
                key.venueAccount, key.instrument, key.asset, key.kind, sums.getOrDefault(key, Amount.ZERO));
    }

    public void restore(ChargeStands line) {
        sums.put(new Key(line.venueAccount(), line.instrument(), line.asset(), line.kind()), line.sum());
    }
}
