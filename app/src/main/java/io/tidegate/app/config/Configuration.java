package io.tidegate.app.config;

import io.tidegate.api.access.AccessKey;
import io.tidegate.execution.route.RoutingRules;
import io.tidegate.model.command.SetLimits;
import java.util.List;

/// Everything that `serve` needs to know.
///
/// @param limits of accounts that have their own
public record Configuration(
        NodeSettings node,
        HttpSettings http,
        List<AccessKey> keys,
        RoutingRules routing,
        List<SetLimits> limits,
        List<InstrumentSettings> instruments,
        List<VenueSettings> venues) {
    public Configuration {
        keys = List.copyOf(keys);
        limits = List.copyOf(limits);
        instruments = List.copyOf(instruments);
        venues = List.copyOf(venues);
    }
}
