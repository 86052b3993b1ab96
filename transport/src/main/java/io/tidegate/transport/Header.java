package io.tidegate.transport;

/// One header line of a request or an answer; names compare without regard to case.
public record Header(String name, String value) {}
