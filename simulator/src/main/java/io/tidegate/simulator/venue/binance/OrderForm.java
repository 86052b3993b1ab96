package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Prevention;
import java.util.Optional;

/// The parameters of `order.place`, `order.test` and the new order of `order.cancelReplace` (fact sheet §3.2).
///
/// @param responseType how much the answer is to tell
record OrderForm(Market market, OrderRequest request, OrderJson.ResponseType responseType) {
    /// Reads all that concerns the order; others may read on. Empty when something is wrong, which the parameters tell.
    static Optional<OrderForm> read(Parameters parameters, Symbols symbols, ClientIds ids) {
        var market = symbols.mandatory(parameters);
        var prevention = prevention(parameters);
        var asked = parameters.text("newOrderRespType");
        if (market.isEmpty()) {
            return Optional.empty();
        }
        var request = OrderTerms.SINGLE.read(parameters, market.get(), prevention, ids);
        var responseType = responseType(parameters, asked, request);
        return request.isEmpty() || parameters.hasComplaint()
                ? Optional.empty()
                : Optional.of(new OrderForm(market.get(), request.get(), responseType));
    }

    static Prevention prevention(Parameters parameters) {
        String asked = parameters.text("selfTradePreventionMode").orElse("NONE");
        for (Prevention mode : Prevention.values()) {
            if (mode.name().equals(asked)) {
                return mode;
            }
        }
        parameters.complain(BinanceError.notValid("selfTradePreventionMode"));
        return Prevention.NONE;
    }

    private static OrderJson.ResponseType responseType(
            Parameters parameters, Optional<String> asked, Optional<OrderRequest> request) {
        // Market and limit orders tell all, others acknowledge only (fact sheet §3.2).
        boolean tellsAll = request.isPresent()
                && request.get().kind() != OrderKind.POST_ONLY
                && request.get().conditions().trigger().isEmpty();
        return responseType(parameters, asked, tellsAll ? OrderJson.ResponseType.FULL : OrderJson.ResponseType.ACK);
    }

    static OrderJson.ResponseType responseType(
            Parameters parameters, Optional<String> asked, OrderJson.ResponseType usual) {
        if (asked.isEmpty()) {
            return usual;
        }
        return switch (asked.get()) {
            case "ACK" -> OrderJson.ResponseType.ACK;
            case "RESULT" -> OrderJson.ResponseType.RESULT;
            case "FULL" -> OrderJson.ResponseType.FULL;
            default -> {
                parameters.complain(BinanceError.notValid("newOrderRespType"));
                yield usual;
            }
        };
    }
}
