package io.tidegate.api.books;

import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;

/// A child order as it is now.
///
/// @param clientOrderId the id under which the venue knows it; "" while we hold it
/// @param filled        what has been booked for it, at the instrument's quantity scale
/// @param filledQuote   what that came to, in the quote asset
/// @param venueOrderId  the venue's id, "" while it is not known
/// @param readyNs       log time of its hand-out
/// @param endedNs       log time of its end, 0 while it lives
public record ChildSeen(
        long childId,
        ChildTerms terms,
        String clientOrderId,
        OrderStatus status,
        long filled,
        Amount filledQuote,
        String venueOrderId,
        long readyNs,
        long endedNs,
        Evidence evidence,
        String reason) {
    static ChildSeen of(ChildReady ready, long atNs) {
        var terms = new ChildTerms(
                ready.venueAccount(), ready.type(), ready.tif(), ready.quantity(), ready.price(), ready.postOnly());
        return new ChildSeen(
                ready.childId(),
                terms,
                ClientOrderId.of(ready.incarnation(), ready.childId()),
                OrderStatus.SUBMITTED,
                0,
                Amount.ZERO,
                "",
                atNs,
                0,
                Evidence.NONE,
                "");
    }

    static ChildSeen of(ChildStands stands) {
        var terms = new ChildTerms(
                stands.venueAccount(),
                stands.type(),
                stands.tif(),
                stands.quantity(),
                stands.price(),
                stands.postOnly());
        boolean held = stands.status() == OrderStatus.PENDING;
        return new ChildSeen(
                stands.childId(),
                terms,
                held ? "" : ClientOrderId.of(stands.incarnation(), stands.childId()),
                stands.status(),
                stands.filled(),
                stands.filledQuote(),
                stands.venueOrderId(),
                stands.readyNs(),
                stands.endedNs(),
                stands.evidence(),
                stands.reason());
    }

    /// A part that we hold; the venue knows nothing of it.
    static ChildSeen of(ChildHeld held, long atNs) {
        var terms = new ChildTerms(held.venueAccount(), held.type(), held.tif(), held.quantity(), held.price(), false);
        return new ChildSeen(
                held.childId(), terms, "", OrderStatus.PENDING, 0, Amount.ZERO, "", atNs, 0, Evidence.NONE, "");
    }

    ChildSeen amended(ChildAmended amended) {
        var changed = new ChildTerms(
                terms.venueAccount(), terms.type(), terms.tif(), amended.quantity(), amended.price(), terms.postOnly());
        return new ChildSeen(
                childId,
                changed,
                clientOrderId,
                status,
                filled,
                filledQuote,
                venueOrderId,
                readyNs,
                endedNs,
                evidence,
                reason);
    }

    ChildSeen moved(ChildMoved moved, long atNs) {
        return new ChildSeen(
                childId,
                terms,
                clientOrderId,
                moved.to(),
                moved.filled(),
                filledQuote,
                moved.venueOrderId().isEmpty() ? venueOrderId : moved.venueOrderId(),
                readyNs,
                moved.to().isTerminal() ? atNs : 0,
                moved.evidence(),
                moved.reason());
    }

    ChildSeen filled(FillBooked fill) {
        return filled(fill.quantity(), fill.quote());
    }

    ChildSeen corrected(FillCorrected fill) {
        return filled(fill.quantity() - fill.quantityBefore(), fill.quote().minus(fill.quoteBefore()));
    }

    private ChildSeen filled(long more, Amount moreQuote) {
        return new ChildSeen(
                childId,
                terms,
                clientOrderId,
                status,
                Math.addExact(filled, more),
                filledQuote.plus(moreQuote),
                venueOrderId,
                readyNs,
                endedNs,
                evidence,
                reason);
    }
}
