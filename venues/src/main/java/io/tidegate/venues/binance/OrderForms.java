package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.venues.api.VenueOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/// Our orders in the venue's words, as far as it has words for them (binance.md section 3.3). Pure.
final class OrderForms {
    static final Pattern CLIENT_ORDER_ID = Pattern.compile("[a-zA-Z0-9_-]{1,36}");

    /// 20 %, the widest that any symbol's TRAILING_DELTA filter allows; the symbol's own is the venue's to check.
    private static final int TRAILING_BPS_MAX = 2_000;

    private OrderForms() {}

    /// Why the venue has no words for an order; empty when it has.
    static Optional<String> problem(VenueOrder order) {
        OrderType type = order.type();
        boolean hasPrice = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean isTaken = hasPrice
                || type == OrderType.MARKET
                || type == OrderType.STOP_MARKET
                || type == OrderType.TRAILING_STOP;
        boolean hasTif =
                order.tif() == TimeInForce.GTC || order.tif() == TimeInForce.IOC || order.tif() == TimeInForce.FOK;
        return refuseIf(
                        !CLIENT_ORDER_ID.matcher(order.clientOrderId()).matches(),
                        "client order id '" + order.clientOrderId() + "': expected 1 to 36 of a-z A-Z 0-9 _ -")
                .or(() -> refuseIf(
                        !isTaken,
                        "order type " + type + ": expected LIMIT, MARKET, STOP_LIMIT, STOP_MARKET or TRAILING_STOP"))
                .or(() -> refuseIf(hasPrice && !hasTif, "time in force " + order.tif() + ": expected GTC, IOC or FOK"))
                .or(() -> refuseIf(
                        order.postOnly() && (type != OrderType.LIMIT || order.tif() != TimeInForce.GTC),
                        "post-only " + type + " " + order.tif() + ": expected LIMIT GTC"))
                .or(() -> refuseIf(order.quantity() <= 0, "quantity " + order.quantity() + ": expected above 0"))
                .or(() -> refuseIf(hasPrice && order.price() <= 0, "price " + order.price() + ": expected above 0"))
                .or(() -> problem(order, order.instructions()));
    }

    private static Optional<String> problem(VenueOrder order, Instructions more) {
        OrderType type = order.type();
        boolean hasStop = type == OrderType.STOP_LIMIT || type == OrderType.STOP_MARKET;
        boolean isTrailing = type == OrderType.TRAILING_STOP;
        boolean isStated = more.displayQuantity() > 0;
        return refuseIf(
                        hasStop && more.stopPrice() <= 0,
                        "stop price " + more.stopPrice() + " of a " + type + ": expected above 0")
                .or(() -> refuseIf(
                        hasStop && more.trigger() != Trigger.LAST,
                        "trigger " + more.trigger() + ": expected LAST, the venue knows no other"))
                .or(() -> refuseIf(
                        isTrailing && (more.trailingBps() < 1 || more.trailingBps() > TRAILING_BPS_MAX),
                        "trailing offset of " + more.trailingBps() + " bps: expected 1 to " + TRAILING_BPS_MAX))
                .or(() -> refuseIf(more.trailingPrice() != 0, "trailing offset as a price: expected bps"))
                .or(() -> refuseIf(more.reduceOnly(), "reduce-only: a spot account has no positions"))
                .or(() -> refuseIf(more.expiresAtNs() != 0, "an order that expires: the venue has no GTD"))
                .or(() -> refuseIf(
                        isStated && (order.tif() != TimeInForce.GTC || more.displayQuantity() > order.quantity()),
                        "display quantity " + more.displayQuantity() + " of " + order.quantity() + " " + order.tif()
                                + ": expected a GTC order of at least as much"))
                .or(() -> refuseIf(
                        isStated && type != OrderType.LIMIT && type != OrderType.STOP_LIMIT,
                        "display quantity of a " + type + ": expected an order with a limit price"))
                .or(() -> refuseIf(
                        !more.parameters().isEmpty(),
                        "parameters '" + more.parameters() + "': this venue declares none"));
    }

    private static Optional<String> refuseIf(boolean isBad, String why) {
        return isBad ? Optional.of(why) : Optional.empty();
    }

    /// The venue's form of an order that has no [#problem].
    static OrderForm of(VenueOrder order) {
        Instrument instrument = order.instrument();
        Instructions more = order.instructions();
        OrderForm.Type type = type(order);
        return new OrderForm(
                order.clientOrderId(),
                order.side().name(),
                type,
                type.hasTimeInForce ? order.tif().name() : "",
                instrument.quantityText(order.quantity()),
                "",
                type.hasPrice ? instrument.priceText(order.price()) : "",
                type.hasTrigger && more.stopPrice() > 0 ? instrument.priceText(more.stopPrice()) : "",
                more.trailingBps(),
                more.displayQuantity() > 0 ? instrument.quantityText(more.displayQuantity()) : "",
                selfTradeMode(more.selfTrade()));
    }

    private static OrderForm.Type type(VenueOrder order) {
        return switch (order.type()) {
            case MARKET -> OrderForm.Type.MARKET;
            case LIMIT -> order.postOnly() ? OrderForm.Type.LIMIT_MAKER : OrderForm.Type.LIMIT;
            // Our stops are always of the stop kind: buy above, sell below.
            case STOP_LIMIT -> OrderForm.Type.STOP_LOSS_LIMIT;
            case STOP_MARKET, TRAILING_STOP -> OrderForm.Type.STOP_LOSS;
            case FLASH_LOAN_ARBITRAGE, ATOMIC_SWAP ->
                throw new IllegalArgumentException(order.type() + " at an exchange");
        };
    }

    /// The newer order is refused by our own core before it leaves, so that nothing needs to be said of it.
    private static String selfTradeMode(SelfTrade selfTrade) {
        return switch (selfTrade) {
            case REFUSE_NEWER -> "";
            case CANCEL_OLDER -> "EXPIRE_MAKER";
            case CANCEL_BOTH -> "EXPIRE_BOTH";
        };
    }
}
