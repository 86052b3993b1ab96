package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.MarketPhase;
import io.tidegate.simulator.venue.OrderList;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Placing, testing and cancelling single orders (fact sheet §3).
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
            case Outcome.Is<OrderForm> is -> place(call.account(), is.value(), call.nowNs());
        };
    }

    /// Places an order that has passed the filters.
    Answer place(Account account, OrderForm form, long nowNs) {
        var overLimit = limits.orders(account).refusal(nowNs);
        if (overLimit.isPresent()) {
            return Answer.refused(overLimit.get());
        }
        return switch (venue.place(account, form.market(), form.request(), nowNs)) {
            case Placed.Accepted accepted ->
                Answer.done(out -> OrderJson.placed(out, accepted.order(), form.responseType()));
            case Placed.Refused refused -> Answer.refused(BinanceError.rejected(Words.refusal(refused.reason())));
            case Placed.AcceptedList list -> throw new IllegalStateException("nobody asked for " + list);
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

    /// Reads the order that a request describes, and has the filters judge it. Everything else must have been read.
    Outcome<OrderForm> checked(Call call) {
        var form = OrderForm.read(call.parameters(), symbols, ids);
        if (form.isEmpty() || call.parameters().problem().isPresent()) {
            return new Outcome.Refused<>(call.parameters().problem().orElseThrow());
        }
        var broken =
                filters.judge(call.account(), form.get().market(), form.get().request());
        return broken.isPresent() ? new Outcome.Refused<>(broken.get()) : new Outcome.Is<>(form.get());
    }

    Answer cancel(Call call) {
        var parameters = call.parameters();
        var finder = OrderFinder.read(parameters, symbols);
        String cancelId = parameters.text("newClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        String restriction = restriction(parameters);
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        return cancel(call.account(), finder, cancelId, restriction, call.nowNs());
    }

    static String restriction(Parameters parameters) {
        String restriction = parameters.text("cancelRestrictions").orElse("");
        if (!List.of("", "ONLY_NEW", "ONLY_PARTIALLY_FILLED").contains(restriction)) {
            parameters.complain(BinanceError.badCancelRestrictions());
        }
        return restriction;
    }

    /// Cancels the order that was found, and the list that it belongs to.
    Answer cancel(Account account, OrderFinder finder, String cancelId, String restriction, long nowNs) {
        return switch (finder.find(venue, account, BinanceError.unknownOrder())) {
            case Outcome.Refused<VenueOrder> refused -> Answer.refused(refused.error());
            case Outcome.Is<VenueOrder> is -> cancel(is.value(), cancelId, restriction, nowNs);
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
            return Answer.refused(BinanceError.cancelRejected(Words.refusal(Placed.Reason.MARKET_CLOSED)));
        }
        venue.cancel(order, cancelId, nowNs);
        return Answer.done(out -> write(out, order.list(), order, cancelId));
    }

    private static void write(Json out, Optional<OrderList> list, VenueOrder order, String cancelId) {
        list.ifPresentOrElse(
                whole -> ListJson.cancelled(out, whole, cancelId), () -> OrderJson.cancelled(out, order, cancelId));
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
            return Answer.refused(BinanceError.cancelRejected(Words.refusal(Placed.Reason.MARKET_CLOSED)));
        }
        String cancelId = ids.next();
        orders.forEach(order -> venue.cancel(order, cancelId, call.nowNs()));
        return Answer.done(out -> {
            var listsWritten = new LinkedHashSet<OrderList>();
            out.beginArray();
            for (VenueOrder order : orders) {
                if (order.list().map(listsWritten::add).orElse(true)) {
                    write(out, order.list(), order, cancelId);
                }
            }
            out.endArray();
        });
    }

    private List<VenueOrder> open(Account account, Market market) {
        return venue.openOrders(account).stream()
                .filter(order -> order.market() == market)
                .toList();
    }
}
