package io.tidegate.simulator.venue.binance;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The parameters of `order.place` and `order.test`, read and checked for form (fact sheet §3.2).
///
/// @param responseType how much the answer is to tell
record OrderForm(Market market, OrderRequest request, OrderJson.ResponseType responseType) {
    /// Types that the venue knows and the simulator does not trade, as its `exchangeInfo` says.
    private static final List<String> UNSUPPORTED =
            List.of("STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT");

    /// Empty when something is wrong, which the parameters tell then.
    static Optional<OrderForm> read(Parameters parameters, Symbols symbols, ClientIds ids) {
        var market = symbols.mandatory(parameters);
        var side = side(parameters);
        var kind = kind(parameters);
        String clientId = parameters.text("newClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        var responseType = responseType(parameters, kind.orElse(OrderKind.LIMIT));
        optional(parameters);
        if (market.isEmpty() || side.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        var request = request(parameters, market.get(), clientId, side.get(), kind.get());
        return parameters.problem().isPresent()
                ? Optional.empty()
                : Optional.of(new OrderForm(market.get(), request, responseType));
    }

    private static OrderRequest request(
            Parameters parameters, Market market, String clientId, Side side, OrderKind kind) {
        var instrument = market.instrument();
        var price = parameters.decimal("price", instrument.priceScale());
        var quantity = parameters.decimal("quantity", instrument.quantityScale());
        var quote = parameters.decimal("quoteOrderQty", Json.DECIMALS);
        var timeInForce = timeInForce(parameters);
        switch (kind) {
            case LIMIT -> {
                require(parameters, "timeInForce");
                require(parameters, "quantity");
                require(parameters, "price");
                forbid(parameters, "quoteOrderQty");
            }
            case POST_ONLY -> {
                require(parameters, "quantity");
                require(parameters, "price");
                forbid(parameters, "timeInForce");
                forbid(parameters, "quoteOrderQty");
            }
            case MARKET -> {
                forbid(parameters, "timeInForce");
                forbid(parameters, "price");
                if (!parameters.has("quantity") && !parameters.has("quoteOrderQty")) {
                    parameters.complain(BinanceError.bothMissing("quantity", "quoteOrderQty"));
                }
                if (parameters.has("quantity")) {
                    forbid(parameters, "quoteOrderQty");
                }
            }
        }
        Amount spent = Amount.ofScaled(quote.orElse(0), Json.DECIMALS);
        if (quote.isPresent() && quote.getAsLong() == 0) {
            parameters.complain(BinanceError.filter("NOTIONAL"));
        }
        return switch (kind) {
            case LIMIT ->
                OrderRequest.limit(clientId, side, timeInForce, price.orElse(0), positive(parameters, quantity));
            case POST_ONLY -> OrderRequest.postOnly(clientId, side, price.orElse(0), positive(parameters, quantity));
            case MARKET ->
                quote.isPresent()
                        ? OrderRequest.marketByQuote(clientId, side, spent)
                        : OrderRequest.market(clientId, side, positive(parameters, quantity));
        };
    }

    private static long positive(Parameters parameters, OptionalLong quantity) {
        if (quantity.isPresent() && quantity.getAsLong() == 0) {
            parameters.complain(BinanceError.filter("LOT_SIZE"));
        }
        return quantity.orElse(0);
    }

    private static void require(Parameters parameters, String name) {
        if (!parameters.has(name)) {
            parameters.complain(BinanceError.missing(name));
        }
    }

    private static void forbid(Parameters parameters, String name) {
        if (parameters.has(name)) {
            parameters.complain(BinanceError.notRequired(name));
        }
    }

    private static Optional<Side> side(Parameters parameters) {
        return switch (parameters.mandatory("side")) {
            case "BUY" -> Optional.of(Side.BUY);
            case "SELL" -> Optional.of(Side.SELL);
            default -> {
                parameters.complain(BinanceError.badSide());
                yield Optional.empty();
            }
        };
    }

    private static Optional<OrderKind> kind(Parameters parameters) {
        String type = parameters.mandatory("type");
        if (UNSUPPORTED.contains(type)) {
            String words =
                    type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
            parameters.complain(BinanceError.rejectedByRules(words + " orders are not supported for this symbol."));
            return Optional.empty();
        }
        return switch (type) {
            case "LIMIT" -> Optional.of(OrderKind.LIMIT);
            case "LIMIT_MAKER" -> Optional.of(OrderKind.POST_ONLY);
            case "MARKET" -> Optional.of(OrderKind.MARKET);
            default -> {
                parameters.complain(BinanceError.badType());
                yield Optional.empty();
            }
        };
    }

    private static TimeInForce timeInForce(Parameters parameters) {
        return switch (parameters.text("timeInForce").orElse("GTC")) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> {
                parameters.complain(BinanceError.badTimeInForce());
                yield TimeInForce.GTC;
            }
        };
    }

    private static OrderJson.ResponseType responseType(Parameters parameters, OrderKind kind) {
        var type = parameters.text("newOrderRespType");
        if (type.isEmpty()) {
            return OrderJson.ResponseType.usual(kind);
        }
        return switch (type.get()) {
            case "ACK" -> OrderJson.ResponseType.ACK;
            case "RESULT" -> OrderJson.ResponseType.RESULT;
            case "FULL" -> OrderJson.ResponseType.FULL;
            default -> {
                parameters.complain(BinanceError.notValid("newOrderRespType"));
                yield OrderJson.ResponseType.FULL;
            }
        };
    }

    /// What may be sent and has no effect here, or is not offered on these symbols.
    private static void optional(Parameters parameters) {
        parameters.integer("strategyId");
        var strategyType = parameters.integer("strategyType");
        if (strategyType.isPresent() && strategyType.getAsLong() < 1_000_000) {
            parameters.complain(BinanceError.notValid("strategyType"));
        }
        if (!parameters.text("selfTradePreventionMode").orElse("NONE").equals("NONE")) {
            parameters.complain(BinanceError.notValid("selfTradePreventionMode"));
        }
        if (parameters.text("icebergQty").isPresent()) {
            parameters.complain(BinanceError.rejectedByRules("Iceberg orders are not supported for this symbol."));
        }
        for (String name : List.of("stopPrice", "trailingDelta")) {
            if (parameters.text(name).isPresent()) {
                parameters.complain(BinanceError.notRequired(name));
            }
        }
    }
}
