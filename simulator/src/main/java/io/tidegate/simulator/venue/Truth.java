package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Balance;
import java.util.List;
import java.util.Map;

/// What really happened to an account, whatever its owner was told.
///
/// @param placedTotal how many orders were ever taken on
/// @param fillTotal   how many fills it ever had
/// @param placed      how often each client id was taken on, in order of first use; bounded as the venue's memory is
/// @param open        its open orders, oldest first
/// @param fills       oldest first; bounded as the venue's memory is
public record Truth(
        Account account,
        long placedTotal,
        long fillTotal,
        Map<String, Integer> placed,
        List<VenueOrder> open,
        List<Fill> fills,
        Map<Asset, Balance> balances) {
    /// Client ids that were taken on more than once; none for a client that sends nothing twice.
    public List<String> placedTwice() {
        return placed.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
