package io.tidegate.gateway;

import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.known.Catalogue;
import io.tidegate.gateway.known.KillSwitches;
import io.tidegate.gateway.known.LogClock;
import io.tidegate.gateway.limits.Window;
import io.tidegate.gateway.marks.MarkSource;
import io.tidegate.gateway.marks.MarkTimes;
import io.tidegate.gateway.session.BanBook;
import io.tidegate.gateway.session.Sessions;
import io.tidegate.gateway.session.Wires;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.venues.api.LimitRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/// What the desks of one gateway have in common.
///
/// @param sentAfterNs is told with each order how long after its receipt it left
/// @param windows     what is used of each limit: by venue where it counts by address, else by venue account; kept
///                    here because it outlives a session
record Shared(
        GatewaySettings settings,
        Sessions sessions,
        Wires wires,
        Outbox outbox,
        Catalogue catalogue,
        KillSwitches killSwitches,
        LogClock clock,
        BanBook bans,
        MarkTimes markTimes,
        MarkSource markSource,
        LongConsumer sentAfterNs,
        Map<String, Window> windows) {
    Shared(
            GatewaySettings settings,
            Sessions sessions,
            Wires wires,
            Outbox outbox,
            BanBook bans,
            MarkSource markSource,
            LongConsumer sentAfterNs) {
        this(
                settings,
                sessions,
                wires,
                outbox,
                new Catalogue(),
                new KillSwitches(),
                new LogClock(),
                bans,
                new MarkTimes(),
                markSource,
                sentAfterNs,
                new HashMap<>());
    }

    Window window(VenueAccount account, LimitRule rule) {
        String owner = rule.scope() == LimitRule.Scope.IP ? account.venue() : String.valueOf(account.id());
        return windows.computeIfAbsent(owner + " " + rule.name(), _ -> Window.of(rule));
    }
}
