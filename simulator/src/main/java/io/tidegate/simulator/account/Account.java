package io.tidegate.simulator.account;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A customer of a simulated venue.
public final class Account {
    private final int id;
    private final String name;
    private final Credentials credentials;
    private final Fees fees;
    private final boolean isHouse;
    private final Map<Asset, Balance> balances = new LinkedHashMap<>(); // in the order of the venue's assets

    Account(int id, String name, Credentials credentials, Fees fees, boolean isHouse) {
        this.id = id;
        this.name = name;
        this.credentials = credentials;
        this.fees = fees;
        this.isHouse = isHouse;
    }

    /// Given in the order of opening, from 1.
    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Fees fees() {
        return fees;
    }

    /// Whether it belongs to an agent of the simulator: it is not remembered, and no part of the truth that tests ask.
    public boolean isHouse() {
        return isHouse;
    }

    /// What it has of an asset.
    ///
    /// @throws IllegalArgumentException when the venue does not know the asset
    public Balance balance(Asset asset) {
        var balance = balances.get(asset);
        if (balance == null) {
            throw new IllegalArgumentException("account " + name + " holds no " + asset.code());
        }
        return balance;
    }

    /// All balances, in the order of the venue's assets.
    public Map<Asset, Balance> balances() {
        return Collections.unmodifiableMap(balances);
    }

    void fund(Asset asset, Amount amount) {
        balances.put(asset, new Balance(amount));
    }

    @Override
    public String toString() {
        return name;
    }
}
