package io.tidegate.venues.binance;

import io.tidegate.model.order.OrderStatus;

/// The venue's words for where an order stands, in ours (binance.md section 3.4; SPEC ORD-4).
final class StatusTable {
    private StatusTable() {}

    /// Our status.
    ///
    /// @param word         `status` or `X`
    /// @param expiryReason `expiryReason` or `eR`, "" where there is none
    /// @throws Drift when the word is none of the venue's
    static OrderStatus status(String word, String expiryReason) {
        return switch (word) {
            // The venue has it, whatever it waits for.
            case "NEW", "PENDING_NEW", "PENDING_CANCEL" -> OrderStatus.OPEN;
            case "PARTIALLY_FILLED" -> OrderStatus.PARTIALLY_FILLED;
            case "FILLED" -> OrderStatus.FILLED;
            // Self-trade prevention is the venue's doing, not the order's time in force.
            case "CANCELED", "EXPIRED_IN_MATCH" -> OrderStatus.CANCELLED;
            case "REJECTED" -> OrderStatus.REJECTED;
            // The rest of an IOC, a FOK or a market order, unless the venue says that it cancelled it.
            case "EXPIRED" -> expiryReason.equals("EXCHANGE_CANCELED") ? OrderStatus.CANCELLED : OrderStatus.EXPIRED;
            default -> throw new Drift("status: unknown value '" + word + "'");
        };
    }

    /// Why an order ended, in the venue's words; "" while it lives and where it gives none.
    ///
    /// @param rejectReason `r`, "" where there is none
    static String reason(String word, String expiryReason, String rejectReason) {
        return switch (word) {
            case "REJECTED" -> said(rejectReason).isEmpty() ? said(expiryReason) : rejectReason;
            case "EXPIRED", "CANCELED" -> said(expiryReason);
            case "EXPIRED_IN_MATCH" -> "EXPIRED_IN_MATCH";
            default -> "";
        };
    }

    private static String said(String reason) {
        return reason.equals("NONE") ? "" : reason;
    }
}
