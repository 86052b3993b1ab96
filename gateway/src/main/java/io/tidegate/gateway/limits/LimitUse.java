package io.tidegate.gateway.limits;

import io.tidegate.venues.api.LimitRule;

/// How much of one limit is used (SPEC RLM-1, Property 35).
///
/// @param used    by our count or the venue's, whichever is higher
/// @param resetNs when at the latest some of it is free again; the time asked at when nothing is used
public record LimitUse(LimitRule rule, long used, long resetNs) {
    /// What is left of it; 0 when the venue counts more than its own capacity.
    public long remaining() {
        return Math.max(0, rule.capacity() - used);
    }
}
