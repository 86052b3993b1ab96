package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.MarketPhase;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.List;

/// Placing, testing and cancelling orders (fact sheet §3).
final class OrderCalls {
    private final SimulatedVenue venue;
    private final Symbols symbols;
    private final Filters filters;
    private final Limits limits;
    private final ClientIds ids;

    OrderCalls(SimulatedVenue venue, Symbols symbols, Filters filters, Limits limits, ClientIds ids) {
        this.venue = venue;
        this.symbols = symbols;
        this.filters = filters;
        this.limits = limits;
        this.ids = ids;
    }

    Answer place(Call call) {
        return switch (checked(call)) {
            case Outcome.Refused<OrderForm> refused -> Answer.refused(refused.error());
            case Outcome.Is<OrderForm> is -> place(call, is.value());
        };
    }

    private Answer place(Call call, OrderForm form) {
        var overLimit = limits.orders(call.account()).refusal(call.nowNs());
        if (overLimit.isPresent()) {
            return Answer.refused(overLimit.get());
        }
        return switch (venue.place(call.account(), form.market(), form.request(), call.nowNs())) {
            case Placed.Accepted accepted ->
                Answer.done(out -> OrderJson.placed(out, accepted.order(), form.responseType()));
            case Placed.Refused refused -> Answer.refused(BinanceError.rejected(words(refused.reason())));
        };
    }

    /// Checks form and filters, and neither sends the order nor looks at balances.
    Answer test(Call call) {
        boolean showsRates = call.parameters().flag("computeCommissionRates", false);
        return switch (checked(call)) {
            case Outcome.Refused<OrderForm> refused -> Answer.refused(refused.error());
            case Outcome.Is<OrderForm> _ ->
                Answer.done(out -> {
                    out.beginObject();
                    if (showsRates) {
                        AccountCalls.writeCommission(out, call.account(), "ForOrder");
                    }
                    out.endObject();
                });
        };
    }

    private Outcome<OrderForm> checked(Call call) {
        var form = OrderForm.read(call.parameters(), symbols, ids);
        if (form.isEmpty()) {
            return new Outcome.Refused<>(call.parameters().problem().orElseThrow());
        }
        Market market = form.get().market();
        int openCount = venue.openCount(call.account(), market);
        var broken = filters.judge(market, form.get().request(), openCount);
        return broken.isPresent() ? new Outcome.Refused<>(broken.get()) : new Outcome.Is<>(form.get());
    }

    Answer cancel(Call call) {
        var parameters = call.parameters();
        var finder = OrderFinder.read(parameters, symbols);
        String cancelId = parameters.text("newClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        String restriction = parameters.text("cancelRestrictions").orElse("");
        if (!List.of("", "ONLY_NEW", "ONLY_PARTIALLY_FILLED").contains(restriction)) {
            parameters.complain(BinanceError.badCancelRestrictions());
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        return switch (finder.find(venue, call.account(), BinanceError.unknownOrder())) {
            case Outcome.Refused<VenueOrder> refused -> Answer.refused(refused.error());
            case Outcome.Is<VenueOrder> is -> cancel(is.value(), cancelId, restriction, call.nowNs());
        };
    }

    private Answer cancel(VenueOrder order, String cancelId, String restriction, long nowNs) {
        boolean isRestricted = (restriction.equals("ONLY_NEW") && order.state() != OrderState.OPEN)
                || (restriction.equals("ONLY_PARTIALLY_FILLED") && order.state() != OrderState.PARTIALLY_FILLED);
        if (!order.state().isOpen()) {
            return Answer.refused(BinanceError.unknownOrder());
        }
        if (isRestricted) {
            return Answer.refused(BinanceError.cancelRestricted());
        }
        if (order.market().phase() == MarketPhase.HALT) {
            return Answer.refused(BinanceError.cancelRejected(words(Placed.Reason.MARKET_CLOSED)));
        }
        venue.cancel(order, cancelId, nowNs);
        return Answer.done(out -> OrderJson.cancelled(out, order, cancelId));
    }

    Answer cancelAll(Call call) {
        var market = symbols.mandatory(call.parameters());
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        var orders = open(call.account(), market.orElseThrow());
        if (orders.isEmpty()) {
            return Answer.refused(BinanceError.unknownOrder());
        }
        if (market.get().phase() == MarketPhase.HALT) {
            return Answer.refused(BinanceError.cancelRejected(words(Placed.Reason.MARKET_CLOSED)));
        }
        String cancelId = ids.next();
        orders.forEach(order -> venue.cancel(order, cancelId, call.nowNs()));
        return Answer.done(out -> {
            out.beginArray();
            orders.forEach(order -> OrderJson.cancelled(out, order, cancelId));
            out.endArray();
        });
    }

    private List<VenueOrder> open(Account account, Market market) {
        return venue.openOrders(account).stream()
                .filter(order -> order.market() == market)
                .toList();
    }

    private static String words(Placed.Reason reason) {
        return switch (reason) {
            case MARKET_CLOSED -> "Market is closed.";
            case DUPLICATE_CLIENT_ID -> "Duplicate order sent.";
            case INSUFFICIENT_FUNDS -> "Account has insufficient balance for requested action.";
            case WOULD_TAKE -> "Order would immediately match and take.";
            case NO_LIQUIDITY -> "Order book liquidity is less than LOT_SIZE filter minimum quantity.";
        };
    }
}
