package io.tidegate.model.command;

import io.tidegate.model.order.Evidence;

/// The venue did not cancel: the order goes back to what its fills say.
public record ReportCancelRefused(long childId, String reason, Evidence evidence) implements Command {}
