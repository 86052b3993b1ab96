package io.tidegate.core.ledger;

import io.tidegate.model.number.Amount;

/// One asset at one venue account: all of it, and what is set aside. Mutable, owned by the [Ledger].
final class Balance {
    final int venueAccount;
    final int asset;
    Amount total = Amount.ZERO;
    Amount reserved = Amount.ZERO;
    long revision;
    boolean touched;

    Balance(int venueAccount, int asset) {
        this.venueAccount = venueAccount;
        this.asset = asset;
    }
}
