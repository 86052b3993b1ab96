package io.tidegate.world;

import io.tidegate.core.Engine;
import io.tidegate.core.StateMachine;
import io.tidegate.venues.api.VenueSession;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What kind of world: how lively, how stormy, and, to see whether the net catches fish, with which bug planted.
///
/// @param faultsPerMinute how many faults are injected per simulated minute, on average, 0 to 600
/// @param actEveryNs      mean time between two actions of the client
/// @param machine         makes the core's state machine, once for each of its lives
/// @param session         wraps each venue session; identity unless a bug is planted there
/// @param healWithin      how long after the last fault everything may take to agree
public record WorldSettings(
        int faultsPerMinute,
        long actEveryNs,
        Supplier<StateMachine> machine,
        UnaryOperator<VenueSession> session,
        Duration healWithin) {
    public WorldSettings {
        if (faultsPerMinute < 0 || faultsPerMinute > 600 || actEveryNs <= 0) {
            throw new IllegalArgumentException("world of " + faultsPerMinute + " faults a minute, an action every "
                    + actEveryNs + " ns: expected 0 to 600, and a positive time");
        }
    }

    /// Fifteen faults a minute, ten actions a second, ten minutes to heal.
    public static WorldSettings stormy() {
        return new WorldSettings(15, 100_000_000L, Engine::new, UnaryOperator.identity(), Duration.ofMinutes(10));
    }

    /// The same without faults.
    public WorldSettings calm() {
        return new WorldSettings(0, actEveryNs, machine, session, healWithin);
    }

    /// The same with a bug in the core.
    public WorldSettings withMachine(Supplier<StateMachine> planted) {
        return new WorldSettings(faultsPerMinute, actEveryNs, planted, session, healWithin);
    }

    /// The same with a bug between gateway and venue.
    public WorldSettings withSession(UnaryOperator<VenueSession> planted) {
        return new WorldSettings(faultsPerMinute, actEveryNs, machine, planted, healWithin);
    }
}
