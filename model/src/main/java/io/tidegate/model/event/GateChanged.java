package io.tidegate.model.event;

/// A venue account takes new orders, or does not, and why.
public record GateChanged(int venueAccount, boolean open, String reason) implements Event {}
