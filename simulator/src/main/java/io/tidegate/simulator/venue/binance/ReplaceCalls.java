package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.List;
import java.util.Optional;

/// Changing an order: another one in its place, or a smaller one that keeps its place (fact sheet §3.1, §3.2).
final class ReplaceCalls {
    private final SimulatedVenue venue;
    private final Symbols symbols;
    private final OrderCalls orders;
    private final Limits limits;
    private final ClientIds ids;

    ReplaceCalls(SimulatedVenue venue, Symbols symbols, OrderCalls orders, Limits limits, ClientIds ids) {
        this.venue = venue;
        this.symbols = symbols;
        this.orders = orders;
        this.limits = limits;
        this.ids = ids;
    }

    /// Cancels an order and places another one. Filters are asked before anything is done.
    Answer cancelReplace(Call call) {
        var parameters = call.parameters();
        var finder = new OrderFinder(
                symbols.mandatory(parameters),
                parameters.integer("cancelOrderId"),
                parameters.text("cancelOrigClientOrderId"));
        if (finder.orderId().isEmpty() && finder.clientId().isEmpty()) {
            parameters.complain(BinanceError.bothMissing("cancelOrigClientOrderId", "cancelOrderId"));
        }
        String cancelId =
                parameters.text("cancelNewClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        boolean stops = oneOf(parameters, "cancelReplaceMode", "STOP_ON_FAILURE", "ALLOW_FAILURE", "");
        boolean leaves = oneOf(parameters, "orderRateLimitExceededMode", "DO_NOTHING", "CANCEL_ONLY", "DO_NOTHING");
        String restriction = OrderCalls.restriction(parameters);
        switch (orders.checked(call)) {
            case Outcome.Refused<OrderForm> refused -> {
                return Answer.refused(refused.error());
            }
            case Outcome.Is<OrderForm> is -> {
                var budget = limits.orders(call.account());
                var overLimit = budget.refusal(call.nowNs());
                if (overLimit.isPresent() && leaves) {
                    return Answer.refused(overLimit.get());
                }
                Answer cancelled = orders.cancel(call.account(), finder, cancelId, restriction, call.nowNs());
                if (cancelled instanceof Answer.Refused && stops) {
                    budget.placed(call.nowNs()); // counts although it was not attempted
                    return outcome(cancelled, Optional.empty());
                }
                return outcome(cancelled, Optional.of(orders.place(call.account(), is.value(), call.nowNs())));
            }
        }
    }

    /// Whether a parameter says the first of two words; complains where it says neither.
    ///
    /// @param usual what it says when it is not sent; empty for one that must be
    private static boolean oneOf(Parameters parameters, String name, String first, String second, String usual) {
        String word = usual.isEmpty()
                ? parameters.mandatory(name)
                : parameters.text(name).orElse(usual);
        if (!List.of(first, second).contains(word)) {
            parameters.complain(BinanceError.notValid(name));
        }
        return word.equals(first);
    }

    /// @param placed empty when it was not attempted
    private static Answer outcome(Answer cancelled, Optional<Answer> placed) {
        boolean hasCancelled = cancelled instanceof Answer.Done;
        boolean hasPlaced = placed.isPresent() && placed.get() instanceof Answer.Done;
        Answer.Body body = out -> {
            out.beginObject();
            out.text("cancelResult", hasCancelled ? "SUCCESS" : "FAILURE");
            out.text("newOrderResult", placed.isEmpty() ? "NOT_ATTEMPTED" : hasPlaced ? "SUCCESS" : "FAILURE");
            out.name("cancelResponse");
            write(out, cancelled);
            if (placed.isPresent()) {
                out.name("newOrderResponse");
                write(out, placed.get());
            } else {
                out.none("newOrderResponse");
            }
            out.endObject();
        };
        if (hasCancelled && hasPlaced) {
            return Answer.done(body);
        }
        boolean isOverLimit = placed.isPresent()
                && placed.get() instanceof Answer.Refused refused
                && refused.error().status() == 429;
        var error = hasCancelled || hasPlaced
                ? BinanceError.replacedInPart(isOverLimit ? 429 : 409)
                : BinanceError.notReplaced();
        return new Answer.Refused(error, Optional.of(body));
    }

    private static void write(Json out, Answer answer) {
        switch (answer) {
            case Answer.Done done -> done.body().write(out);
            case Answer.Refused refused -> {
                out.beginObject();
                out.number("code", refused.error().code());
                out.text("msg", refused.error().message());
                out.endObject();
            }
        }
    }

    /// Makes an order smaller; it keeps its place and gets another client id.
    Answer amend(Call call) {
        var parameters = call.parameters();
        var finder = OrderFinder.read(parameters, symbols);
        String newClientId = parameters.text("newClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        int scale = finder.market()
                .map(market -> market.instrument().quantityScale())
                .orElse(Json.DECIMALS);
        var newQuantity = parameters.decimal("newQty", scale);
        if (newQuantity.isEmpty()) {
            parameters.complain(BinanceError.missing("newQty"));
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        return switch (finder.find(venue, call.account(), BinanceError.noSuchOrder())) {
            case Outcome.Refused<VenueOrder> refused -> Answer.refused(refused.error());
            case Outcome.Is<VenueOrder> is -> amend(call, is.value(), newClientId, newQuantity.getAsLong());
        };
    }

    private Answer amend(Call call, VenueOrder order, String newClientId, long newQuantity) {
        if (!order.state().isOpen()) {
            return Answer.refused(BinanceError.noSuchOrder());
        }
        if (!Filters.takesQuantity(order.market(), newQuantity)) {
            return Answer.refused(BinanceError.filter("LOT_SIZE"));
        }
        if (newQuantity == order.quantity()) {
            return Answer.refused(BinanceError.amendRejected("The requested action would change no state; rejecting."));
        }
        if (newQuantity > order.quantity()) {
            return Answer.refused(BinanceError.amendRejected("Order amend (quantity increase) is not supported."));
        }
        if (order.amendments().size() >= Filters.AMENDS_MAX) {
            return Answer.refused(BinanceError.filter("MAX_NUM_ORDER_AMENDS"));
        }
        boolean isTaken = venue.openOrders(call.account()).stream()
                .anyMatch(other -> other != order && other.clientId().equals(newClientId));
        if (isTaken) {
            return Answer.refused(BinanceError.rejected("Duplicate order sent."));
        }
        String oldClientId = order.clientId();
        venue.amend(order, newClientId, newQuantity, call.nowNs());
        long executionId =
                order.amendments().isEmpty() ? 0 : order.amendments().getLast().executionId();
        return Answer.done(out -> {
            out.beginObject();
            out.time("transactTime", call.nowNs());
            out.number("executionId", executionId);
            out.name("amendedOrder");
            OrderJson.amended(out, order, oldClientId);
            order.list().filter(_ -> order.state() != OrderState.EXPIRED).ifPresent(list -> {
                out.name("listStatus");
                ListJson.brief(out, list);
            });
            out.endObject();
        });
    }

    Answer amendments(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        var orderId = parameters.integer("orderId");
        long fromId = parameters.integer("fromExecutionId").orElse(0);
        int limit = parameters.limit(500, 1_000);
        if (orderId.isEmpty()) {
            parameters.complain(BinanceError.missing("orderId"));
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        return venue.order(call.account(), market.orElseThrow(), orderId.getAsLong())
                .map(order -> Answer.done(out -> {
                    out.beginArray();
                    order.amendments().stream()
                            .filter(amendment -> amendment.executionId() >= fromId)
                            .limit(limit)
                            .forEach(amendment -> OrderJson.amendment(out, order, amendment));
                    out.endArray();
                }))
                .orElseGet(() -> Answer.refused(BinanceError.noSuchOrder()));
    }
}
