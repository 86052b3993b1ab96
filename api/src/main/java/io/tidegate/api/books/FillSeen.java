package io.tidegate.api.books;

import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;

/// A booked execution as it now holds, when it was booked, and how often the venue has restated it since.
///
/// @param bookedNs log time, nanoseconds since 1970 UTC
public record FillSeen(FillBooked fill, long bookedNs, int corrections) {
    /// Whether the correction is of this execution.
    boolean isMeant(FillCorrected corrected) {
        return fill.venueAccount() == corrected.venueAccount()
                && fill.instrument() == corrected.instrument()
                && fill.venueOrderId().equals(corrected.venueOrderId())
                && fill.tradeId().equals(corrected.tradeId());
    }

    FillSeen corrected(FillCorrected by) {
        var holds = new FillBooked(
                fill.childId(),
                fill.orderId(),
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                fill.tradeId(),
                fill.side(),
                by.quantity(),
                by.price(),
                by.quote(),
                by.rounding(),
                by.fee(),
                by.feeAsset(),
                fill.liquidity(),
                fill.venueTimeNs(),
                by.evidence());
        return new FillSeen(holds, bookedNs, corrections + 1);
    }
}
