package io.tidegate.core.ledger;

import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.BalanceChecked;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.number.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Double entry per asset: whatever a venue account gains, another account loses (SPEC POS-2), with the reservations
/// that keep what is in flight from being spent twice (SPEC POS-5).
///
/// Changes are gathered and told once per balance by [#tell], so that one fill gives one event for each asset.
public final class Ledger {
    private record Key(LedgerAccount account, int venueAccount, int asset) {}

    private final Map<Long, Balance> balances = new LinkedHashMap<>();
    private final Map<Key, Amount> others = new LinkedHashMap<>();
    private final List<Balance> touched = new ArrayList<>();

    /// What is not set aside; negative after a loss that nobody reserved for.
    public Amount available(int venueAccount, int asset) {
        Balance balance = balances.get(key(venueAccount, asset));
        return balance == null ? Amount.ZERO : balance.total.minus(balance.reserved);
    }

    /// All that is there.
    public Amount total(int venueAccount, int asset) {
        Balance balance = balances.get(key(venueAccount, asset));
        return balance == null ? Amount.ZERO : balance.total;
    }

    /// Sets aside so much more; the caller has asked [#available].
    public void reserve(int venueAccount, int asset, Amount amount) {
        Balance balance = touch(venueAccount, asset);
        balance.reserved = balance.reserved.plus(amount);
    }

    /// Gives back so much of what was set aside.
    public void release(int venueAccount, int asset, Amount amount) {
        Balance balance = touch(venueAccount, asset);
        balance.reserved = balance.reserved.minus(amount);
        if (balance.reserved.signum() < 0) {
            throw new IllegalStateException("released more than was reserved: venue account " + venueAccount
                    + ", asset " + asset + ", " + balance.reserved);
        }
    }

    /// Whether an amount can be posted there without leaving our range; what cannot is parked by the caller.
    public boolean takes(int venueAccount, int asset, Amount amount) {
        return amount.isModest() && total(venueAccount, asset).isModest();
    }

    /// Moves an amount from `against` to the venue account; negative moves it back. Both sides or none.
    public void post(int venueAccount, int asset, Amount amount, LedgerAccount against) {
        if (amount.isZero()) {
            return;
        }
        Key other = new Key(against, venueAccount, asset);
        Amount otherSum = others.getOrDefault(other, Amount.ZERO).minus(amount);
        Balance balance = touch(venueAccount, asset);
        balance.total = balance.total.plus(amount);
        balance.revision++;
        others.put(other, otherSum);
    }

    /// Explains what was unexplained: an amount that came without a reason was traded after all, and the balance stays.
    public void reclassify(int venueAccount, int asset, Amount amount) {
        others.merge(new Key(LedgerAccount.TRADING, venueAccount, asset), amount.negated(), Amount::plus);
        others.merge(new Key(LedgerAccount.UNEXPLAINED, venueAccount, asset), amount, Amount::plus);
    }

    /// Takes over what the venue says that it holds, if nothing has changed since the question (SPEC REC-5).
    ///
    /// The first word about a balance is its opening; a later difference is posted against `UNEXPLAINED`.
    public void takeOver(int venueAccount, int asset, Amount venueTotal, long revisionSeen, EventSink out) {
        Balance known = balances.get(key(venueAccount, asset));
        if (revisionSeen == (known == null ? 0 : known.revision)) {
            Amount difference = venueTotal.minus(total(venueAccount, asset));
            Amount before = others.getOrDefault(new Key(LedgerAccount.UNEXPLAINED, venueAccount, asset), Amount.ZERO);
            boolean opening = known == null || known.revision == 0;
            Amount unexplained = opening ? before.negated() : difference.minus(before);
            out.emit(new BalanceChecked(
                    venueAccount, asset, venueTotal, opening ? Amount.ZERO : difference, unexplained));
        }
        if (known == null || known.revision == 0) {
            if (revisionSeen == 0) {
                Balance balance = touch(venueAccount, asset);
                post(venueAccount, asset, venueTotal, LedgerAccount.EXTERNAL);
                balance.revision = Math.max(1, balance.revision);
                tell(BalanceCause.OPENING, out);
            }
        } else if (known.revision == revisionSeen && !known.total.equals(venueTotal)) {
            post(venueAccount, asset, venueTotal.minus(known.total), LedgerAccount.UNEXPLAINED);
            tell(BalanceCause.ADJUSTMENT, out);
        }
    }

    /// Tells each balance that was touched since the last call, in the order in which it was touched first.
    public void tell(BalanceCause cause, EventSink out) {
        for (Balance balance : touched) {
            balance.touched = false;
            out.emit(line(balance, cause));
        }
        touched.clear();
    }

    /// Assets whose postings do not add up to zero: always empty, or the core is broken.
    public List<Integer> imbalances() {
        var sums = new TreeMap<Integer, Amount>();
        balances.values().forEach(balance -> sums.merge(balance.asset, balance.total, Amount::plus));
        others.forEach((key, sum) -> sums.merge(key.asset, sum, Amount::plus));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The sum of one account, for checks.
    public Amount sum(LedgerAccount account, int venueAccount, int asset) {
        return account == LedgerAccount.VENUE
                ? total(venueAccount, asset)
                : others.getOrDefault(new Key(account, venueAccount, asset), Amount.ZERO);
    }

    /// The balances that exist, as lines.
    public List<Event> balances() {
        return balances.values().stream()
                .<Event>map(balance -> line(balance, BalanceCause.STANDS))
                .toList();
    }

    /// One balance as a line, as it is when this is called.
    public Optional<Event> balance(int venueAccount, int asset) {
        return Optional.ofNullable(balances.get(key(venueAccount, asset))).map(b -> line(b, BalanceCause.STANDS));
    }

    /// Every other account, as lines.
    public List<Event> accounts() {
        var lines = new ArrayList<Event>();
        others.forEach((key, sum) -> lines.add(new LedgerStands(key.account, key.venueAccount, key.asset, sum)));
        return lines;
    }

    public void restore(BalanceChanged line) {
        Balance balance = new Balance(line.venueAccount(), line.asset());
        balance.total = line.total();
        balance.reserved = line.reserved();
        balance.revision = line.revision();
        balances.put(key(line.venueAccount(), line.asset()), balance);
    }

    public void restore(LedgerStands line) {
        others.put(new Key(line.ledgerAccount(), line.venueAccount(), line.asset()), line.sum());
    }

    private Balance touch(int venueAccount, int asset) {
        Balance balance = balances.computeIfAbsent(key(venueAccount, asset), key -> new Balance(venueAccount, asset));
        if (!balance.touched) {
            balance.touched = true;
            touched.add(balance);
        }
        return balance;
    }

    private static BalanceChanged line(Balance balance, BalanceCause cause) {
        return new BalanceChanged(
                balance.venueAccount, balance.asset, balance.total, balance.reserved, balance.revision, cause);
    }

    private static long key(int venueAccount, int asset) {
        return ((long) venueAccount << 32) | asset;
    }
}
