package io.tidegate.api.desk;

import io.tidegate.execution.route.Routing;
import io.tidegate.model.refusal.Refusal;
import java.util.List;

/// What became of something asked of the desk.
public sealed interface Reply {
    /// The order stands: read back from the recorded stream.
    ///
    /// @param repeated whether an earlier request of the same key and content had brought it about
    /// @param reasons  why it went where it went; empty when repeated
    record Placed(long orderId, boolean repeated, List<String> reasons) implements Reply {}

    /// Any other command was applied.
    record Applied() implements Reply {}

    /// Nothing was changed.
    ///
    /// @param orderId the order that stands in the way, or 0
    /// @param venues  each venue account with its reason, where that is the reason
    record Refused(Refusal refusal, long orderId, List<Routing.VenueReason> venues) implements Reply {}
}
