package io.tidegate.simulator.account;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All accounts of a venue and the fees it has collected. Per asset their sum changes by opening an
/// account and by deposits only.
public final class Ledger {
    private final List<Asset> assets;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, Account> byKey = new HashMap<>(); // looked up, never iterated
    private final Map<Asset, Amount> collected = new LinkedHashMap<>();

    public Ledger(List<Asset> assets) {
        this.assets = List.copyOf(assets);
        assets.forEach(asset -> collected.put(asset, Amount.ZERO));
    }

    public List<Asset> assets() {
        return assets;
    }

    /// In the order of opening.
    public List<Account> accounts() {
        return Collections.unmodifiableList(accounts);
    }

    public Optional<Account> byApiKey(String apiKey) {
        return Optional.ofNullable(byKey.get(apiKey));
    }

    /// Opens an account; an asset without a fund starts at zero.
    ///
    /// @throws IllegalArgumentException when the key is taken
    public Account open(String name, Credentials credentials, Fees fees, Map<Asset, Amount> funds, boolean isHouse) {
        if (byKey.containsKey(credentials.apiKey())) {
            throw new IllegalArgumentException("key " + credentials + " is taken");
        }
        var account = new Account(accounts.size() + 1, name, credentials, fees, isHouse);
        assets.forEach(asset -> account.fund(asset, funds.getOrDefault(asset, Amount.ZERO)));
        accounts.add(account);
        byKey.put(credentials.apiKey(), account);
        return account;
    }

    /// Sets an amount aside, if that much is free.
    ///
    /// @return false when it is not, in which case nothing has changed
    public boolean lock(Account account, Asset asset, Amount amount) {
        var balance = account.balance(asset);
        if (balance.free().compareTo(amount) < 0) {
            return false;
        }
        balance.lock(amount);
        return true;
    }

    /// Frees what was set aside.
    ///
    /// @throws IllegalStateException when less is locked
    public void unlock(Account account, Asset asset, Amount amount) {
        account.balance(asset).unlock(amount);
    }

    /// Brings an amount from outside, or takes it there if it is negative.
    ///
    /// @throws IllegalStateException when less than that is free
    public void deposit(Account account, Asset asset, Amount amount) {
        account.balance(asset).credit(amount);
    }

    /// Moves base and quote between two accounts, out of what both have locked, and takes the fees.
    ///
    /// @throws IllegalStateException when either has locked less
    public Settlement settle(Delivery delivery) {
        Account buyer = delivery.buyer();
        Account seller = delivery.seller();
        Amount buyerFee = buyer.fees().on(delivery.baseAmount(), delivery.buyerIsMaker());
        Amount sellerFee = seller.fees().on(delivery.quoteAmount(), !delivery.buyerIsMaker());
        seller.balance(delivery.base()).spendLocked(delivery.baseAmount());
        buyer.balance(delivery.quote()).spendLocked(delivery.quoteAmount());
        buyer.balance(delivery.base()).credit(delivery.baseAmount().minus(buyerFee));
        seller.balance(delivery.quote()).credit(delivery.quoteAmount().minus(sellerFee));
        collected.merge(delivery.base(), buyerFee, Amount::plus);
        collected.merge(delivery.quote(), sellerFee, Amount::plus);
        return new Settlement(buyerFee, sellerFee);
    }

    /// Fees taken in that asset since the beginning.
    public Amount collected(Asset asset) {
        return collected.getOrDefault(asset, Amount.ZERO);
    }

    /// All there is of an asset: what accounts have and what the venue has collected.
    public Amount total(Asset asset) {
        Amount sum = collected(asset);
        for (Account account : accounts) {
            sum = sum.plus(account.balance(asset).total());
        }
        return sum;
    }
}
