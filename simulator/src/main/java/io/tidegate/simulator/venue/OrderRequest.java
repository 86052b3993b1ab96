package io.tidegate.simulator.venue;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;

/// An order as a customer asks for it; on the grid already, which is the face's to check.
///
/// @param clientId    the customer's name for it, unique among the account's open orders
/// @param timeInForce GTC, IOC or FOK; IOC for a market order
/// @param price       at the instrument's scale; 0 for a market order
/// @param quantity    at the instrument's scale; 0 for a market order by quote amount
/// @param quote       what a market order spends or brings in; zero for every other order
public record OrderRequest(
        String clientId,
        Side side,
        OrderKind kind,
        TimeInForce timeInForce,
        long price,
        long quantity,
        Amount quote,
        Conditions conditions) {
    public static OrderRequest limit(String clientId, Side side, TimeInForce timeInForce, long price, long quantity) {
        return new OrderRequest(
                clientId, side, OrderKind.LIMIT, timeInForce, price, quantity, Amount.ZERO, Conditions.NONE);
    }

    public static OrderRequest postOnly(String clientId, Side side, long price, long quantity) {
        return new OrderRequest(
                clientId, side, OrderKind.POST_ONLY, TimeInForce.GTC, price, quantity, Amount.ZERO, Conditions.NONE);
    }

    public static OrderRequest market(String clientId, Side side, long quantity) {
        return new OrderRequest(
                clientId, side, OrderKind.MARKET, TimeInForce.IOC, 0, quantity, Amount.ZERO, Conditions.NONE);
    }

    public static OrderRequest marketByQuote(String clientId, Side side, Amount quote) {
        return new OrderRequest(clientId, side, OrderKind.MARKET, TimeInForce.IOC, 0, 0, quote, Conditions.NONE);
    }

    public OrderRequest with(Conditions conditions) {
        return new OrderRequest(clientId, side, kind, timeInForce, price, quantity, quote, conditions);
    }

    boolean isByQuote() {
        return quote.signum() > 0;
    }
}
