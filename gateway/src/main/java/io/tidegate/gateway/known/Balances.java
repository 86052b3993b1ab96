package io.tidegate.gateway.known;

import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.number.Amount;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the core believes that we own at one venue account.
public final class Balances {
    private final Map<Integer, BalanceChanged> byAsset = new TreeMap<>();

    public void onChanged(BalanceChanged changed) {
        byAsset.put(changed.asset(), changed);
    }

    /// The core's figure; empty while it has none.
    public Optional<Amount> total(int asset) {
        return Optional.ofNullable(byAsset.get(asset)).map(BalanceChanged::total);
    }

    /// The revision of the core's figure; 0 while it has none.
    public long revision(int asset) {
        BalanceChanged known = byAsset.get(asset);
        return known == null ? 0 : known.revision();
    }
}
