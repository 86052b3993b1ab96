package io.tidegate.api.http;

import io.tidegate.api.access.Caller;
import io.tidegate.transport.HttpRequest;

/// A request whose sender is known.
///
/// @param receivedNs when it was here whole, nanoseconds since 1970 UTC
record Asked(HttpRequest request, Caller caller, long receivedNs) {}
