package io.tidegate.model.command;

import io.tidegate.model.order.Evidence;

/// The venue did not change the order: it stands with the terms that it had.
public record ReportAmendRefused(long childId, String reason, Evidence evidence) implements Command {}
