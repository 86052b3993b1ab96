package io.tidegate.model.command;

/// The venue's complete look-up found nothing, twice (SPEC ORD-10). The core checks that both times count.
///
/// @param epoch         the lease under which it was asked
/// @param firstAskedNs  when the first question left, by the edge's clock
/// @param secondAskedNs when the second question left
/// @param lookUp        which look-ups were made, in words
public record ReportAbsent(long childId, long epoch, long firstAskedNs, long secondAskedNs, String lookUp)
        implements Command {}
