package io.tidegate.gateway.reconcile;

import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.known.Balances;
import io.tidegate.gateway.known.Catalogue;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.venues.api.BalanceSeen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares the venue's balances with the core's, and tells a difference only when it cannot be a fill on its way.
///
/// A reading counts when no fill arrived, none is missing, and the core's figures stood still from the question
/// to the answer. A figure that the core does not have yet is told at once; another one than the core's when
/// two such readings with a search for fills in between say the same (SPEC REC-5). The core checks the revision
/// once more. One thread.
final class BalanceReading {
    /// What a reading came to.
    enum Verdict {
        /// Nothing is left to tell.
        AGREED,
        /// Some figure is strange: search for fills, then read again.
        STRANGE,
        /// Something moved meanwhile: read again.
        DISTURBED
    }

    private final int venueAccount;
    private final Catalogue catalogue;
    private final Balances balances;
    private final Facts facts;
    private final Outbox outbox;
    private final Map<Integer, Amount> strange = new TreeMap<>();
    private final Map<Integer, Long> revisions = new TreeMap<>();
    private long fillCount;

    BalanceReading(int venueAccount, Catalogue catalogue, Balances balances, Facts facts, Outbox outbox) {
        this.venueAccount = venueAccount;
        this.catalogue = catalogue;
        this.balances = balances;
        this.facts = facts;
        this.outbox = outbox;
    }

    /// A reconciliation begins: what was strange in an earlier one counts no more.
    void restart() {
        strange.clear();
    }

    /// The venue is asked now.
    void ask() {
        fillCount = facts.fillCount();
        revisions.clear();
        for (Asset asset : catalogue.assets()) {
            revisions.put(asset.id(), balances.revision(asset.id()));
        }
    }

    /// The venue has answered. An asset that it does not list is one of which it holds nothing; one that the
    /// core does not know is not ours to trade.
    Verdict seen(List<BalanceSeen> seen) {
        if (isDisturbed()) {
            return Verdict.DISTURBED;
        }
        Map<String, Amount> totals = new HashMap<>();
        seen.forEach(balance -> totals.put(balance.asset(), balance.total()));
        boolean agreed = true;
        for (Asset asset : catalogue.assets()) {
            if (revisions.containsKey(asset.id())) {
                agreed &= compare(asset.id(), totals.getOrDefault(asset.code(), Amount.ZERO));
            }
        }
        return agreed ? Verdict.AGREED : Verdict.STRANGE;
    }

    private boolean isDisturbed() {
        if (fillCount != facts.fillCount()
                || facts.heldCount() > 0
                || !facts.shortOfFills().isEmpty()) {
            return true;
        }
        for (var asked : revisions.entrySet()) {
            if (balances.revision(asked.getKey()) != asked.getValue()) {
                return true;
            }
        }
        return false;
    }

    private boolean compare(int asset, Amount total) {
        var known = balances.total(asset);
        if (known.isPresent() ? known.get().equals(total) : total.isZero()) {
            strange.remove(asset);
            return true;
        }
        if (known.isPresent() && !total.equals(strange.get(asset))) {
            strange.put(asset, total);
            return false;
        }
        strange.remove(asset);
        outbox.send(new ReportBalance(venueAccount, asset, total, revisions.getOrDefault(asset, 0L)));
        return true;
    }
}
