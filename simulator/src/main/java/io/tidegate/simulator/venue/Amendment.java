package io.tidegate.simulator.venue;

/// An order was made smaller in its place.
///
/// @param executionId the face's number of it
public record Amendment(
        long executionId, String oldClientId, String newClientId, long oldQuantity, long newQuantity, long timeNs) {}
