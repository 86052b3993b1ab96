package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import java.util.Optional;

/// One request that has passed limits and signature.
///
/// @param signer whose it is; present for every signed operation
record Call(Parameters parameters, Optional<Account> signer, long nowNs) {
    /// @throws java.util.NoSuchElementException when the operation is not a signed one
    Account account() {
        return signer.orElseThrow();
    }
}
