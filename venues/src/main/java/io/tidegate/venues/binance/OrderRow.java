package io.tidegate.venues.binance;

import io.tidegate.model.order.OrderStatus;
import java.math.BigDecimal;
import java.util.Optional;

/// An order as a message of the venue states it: its words, its decimals, our status. What it does not say is empty.
///
/// @param symbol    the venue's name
/// @param side      BUY or SELL
/// @param type      the venue's type
/// @param status    the venue's word; an acknowledgement has none
/// @param standing  the same in ours; an acknowledgement is of an order that the venue has
/// @param quantity  what it is for, fills included
/// @param filled    what is filled in all
/// @param quote     what was paid or earned for that, before fees
/// @param price     its limit; empty where it has none
/// @param stopPrice where it is set off; empty where it is not
/// @param reason    why it ended, "" where nothing is said
/// @param timeNs    the venue's time of this state, nanoseconds since 1970 UTC
record OrderRow(
        String symbol,
        String clientOrderId,
        String venueOrderId,
        String side,
        String type,
        String timeInForce,
        String status,
        OrderStatus standing,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> filled,
        Optional<BigDecimal> quote,
        Optional<BigDecimal> price,
        Optional<BigDecimal> stopPrice,
        String reason,
        long timeNs) {
    /// An order as every answer states it: `order.place` in all three sizes, `order.cancel`,
    /// `order.status`, an item of `openOrders.status`.
    ///
    /// @throws Drift when it is not as documented
    static OrderRow answered(Fields order) {
        boolean isAcknowledgement = !order.has("status") && !order.has("executedQty");
        String status = isAcknowledgement ? "" : order.text("status");
        String expiryReason = order.textOrNone("expiryReason");
        // An answer to a cancel names the order by origClientOrderId, and itself by clientOrderId.
        String original = order.textOrNone("origClientOrderId");
        return new OrderRow(
                order.text("symbol"),
                original.isEmpty() ? order.text("clientOrderId") : original,
                Long.toString(order.id("orderId")),
                order.textOrNone("side"),
                order.textOrNone("type"),
                order.textOrNone("timeInForce"),
                status,
                isAcknowledgement ? OrderStatus.OPEN : StatusTable.status(status, expiryReason),
                order.decimalOrNone("origQty").filter(quantity -> quantity.signum() > 0),
                isAcknowledgement ? Optional.empty() : Optional.of(filled(order, "executedQty")),
                order.decimalOrNone("cummulativeQuoteQty").filter(quote -> quote.signum() >= 0), // quirk 14
                order.decimalOrNone("price").filter(price -> price.signum() > 0),
                order.decimalOrNone("stopPrice").filter(price -> price.signum() > 0),
                isAcknowledgement ? "" : StatusTable.reason(status, expiryReason, ""),
                order.timeNs(order.has("transactTime") ? "transactTime" : "updateTime"));
    }

    /// An order whose quantity was lowered, with the id that it has from then on.
    ///
    /// @param answer the answer to `order.amend.keepPriority`
    static OrderRow amended(Fields answer) {
        Fields order = answer.object("amendedOrder");
        String status = order.text("status");
        String expiryReason = order.textOrNone("expiryReason");
        return new OrderRow(
                order.text("symbol"),
                order.text("clientOrderId"),
                Long.toString(order.id("orderId")),
                order.text("side"),
                order.text("type"),
                order.textOrNone("timeInForce"),
                status,
                StatusTable.status(status, expiryReason),
                Optional.of(order.decimal("qty")).filter(quantity -> quantity.signum() > 0),
                Optional.of(filled(order, "executedQty")),
                order.decimalOrNone("cumulativeQuoteQty").filter(quote -> quote.signum() >= 0),
                order.decimalOrNone("price").filter(price -> price.signum() > 0),
                order.decimalOrNone("stopPrice").filter(price -> price.signum() > 0),
                StatusTable.reason(status, expiryReason, ""),
                answer.timeNs("transactTime"));
    }

    /// An order as an execution report of the stream states it (section 4).
    static OrderRow executed(Fields event) {
        String kind = event.text("x");
        switch (kind) {
            case "NEW", "CANCELED", "REPLACED", "REJECTED", "TRADE", "EXPIRED", "TRADE_PREVENTION" -> {}
            default -> throw event.expected("x", "a kind of execution");
        }
        // On a cancel `c` names the cancel request and `C` the order; else `c` names the order (section 9, quirk 1).
        String original = event.textOrNone("C");
        String status = event.text("X");
        String expiryReason = event.textOrNone("eR");
        return new OrderRow(
                event.text("s"),
                kind.equals("CANCELED") && !original.isEmpty() ? original : event.text("c"),
                Long.toString(event.id("i")),
                event.textOrNone("S"),
                event.textOrNone("o"),
                event.textOrNone("f"),
                status,
                StatusTable.status(status, expiryReason),
                event.decimalOrNone("q").filter(quantity -> quantity.signum() > 0),
                Optional.of(filled(event, "z")),
                event.decimalOrNone("Z").filter(quote -> quote.signum() >= 0),
                event.decimalOrNone("p").filter(price -> price.signum() > 0),
                event.decimalOrNone("P").filter(price -> price.signum() > 0),
                StatusTable.reason(status, expiryReason, event.textOrNone("r")),
                event.timeNs("T"));
    }

    private static BigDecimal filled(Fields order, String name) {
        BigDecimal filled = order.decimal(name);
        if (filled.signum() < 0) {
            throw order.expected(name, "0 or more");
        }
        return filled;
    }
}
