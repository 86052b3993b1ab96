package io.tidegate.venues.api;

/// One of a venue's limits, as data (SPEC RLM-1).
///
/// @param name     how costs and the venue's counters refer to it
/// @param scope    what the venue counts by
/// @param capacity how much fits in a window
/// @param windowNs length of a window
/// @param aligned  whether windows begin at whole multiples of their length since 1970 UTC; else they slide
public record LimitRule(String name, Scope scope, long capacity, long windowNs, boolean aligned) {
    /// What a venue counts by.
    public enum Scope {
        IP,
        ACCOUNT,
        KEY,
        CONNECTION,
        INSTRUMENT
    }
}
