package io.tidegate.execution.route;

import java.util.List;

/// What an operator sets of routing.
///
/// @param preferred          names of venue accounts, the most wanted first; those not named come after, by id
/// @param slippageDefaultBps largest slippage of a MARKET order that states none, 1 to 10,000
/// @param attempts           how often an order is routed anew after the core refused it for a venue's sake, 0 to 16
public record RoutingRules(List<String> preferred, int slippageDefaultBps, int attempts) {
    /// No preference, 50 bps (SPEC CFG-1), 3 attempts.
    public static final RoutingRules DEFAULT = new RoutingRules(List.of(), 50, 3);

    public RoutingRules {
        preferred = List.copyOf(preferred);
        if (slippageDefaultBps < 1 || slippageDefaultBps > 10_000 || attempts < 0 || attempts > 16) {
            throw new IllegalArgumentException("routing rules: slippage " + slippageDefaultBps
                    + " bps (1 to 10000), attempts " + attempts + " (0 to 16)");
        }
    }

    int rank(String venueAccount) {
        int index = preferred.indexOf(venueAccount);
        return index < 0 ? preferred.size() : index;
    }
}
