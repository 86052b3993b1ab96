package io.tidegate.world;

import java.util.Map;

/// What happened in a world that held.
///
/// @param events         events of the core, and messages and timers of the network
/// @param orders         accepted
/// @param faultsInjected by kind, in the order of their names
/// @param crashes        of the core and of the gateway, together
/// @param traceHash      over everything that was recorded and everything that the network carried
public record WorldReport(
        long seed,
        long events,
        long orders,
        long fills,
        long refusals,
        Map<String, Long> faultsInjected,
        long crashes,
        long traceHash) {}
