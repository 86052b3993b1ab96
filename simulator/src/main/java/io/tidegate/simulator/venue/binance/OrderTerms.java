package io.tidegate.simulator.venue.binance;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.venue.Conditions;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Prevention;
import io.tidegate.simulator.venue.Trigger;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the terms of one order: of a single one, or of one of a list, whose parameters bear a prefix (fact sheet
/// §3.2).
///
/// @param prefix       of the parameters' names: none, `above`, `working`, `pendingBelow`, …
/// @param sideName     the parameter that holds the side
/// @param quantityName the parameter that holds the quantity
/// @param clientIdName the parameter that holds the client id
record OrderTerms(String prefix, String sideName, String quantityName, String clientIdName) {
    static final OrderTerms SINGLE = new OrderTerms("", "side", "quantity", "newClientOrderId");

    /// Types by their parts: what triggers it, if anything, and what it is then.
    private enum Type {
        LIMIT(OrderKind.LIMIT, Optional.empty()),
        LIMIT_MAKER(OrderKind.POST_ONLY, Optional.empty()),
        MARKET(OrderKind.MARKET, Optional.empty()),
        STOP_LOSS(OrderKind.MARKET, Optional.of(Trigger.Kind.STOP_LOSS)),
        STOP_LOSS_LIMIT(OrderKind.LIMIT, Optional.of(Trigger.Kind.STOP_LOSS)),
        TAKE_PROFIT(OrderKind.MARKET, Optional.of(Trigger.Kind.TAKE_PROFIT)),
        TAKE_PROFIT_LIMIT(OrderKind.LIMIT, Optional.of(Trigger.Kind.TAKE_PROFIT));

        final OrderKind kind;
        final Optional<Trigger.Kind> trigger;

        Type(OrderKind kind, Optional<Trigger.Kind> trigger) {
            this.kind = kind;
            this.trigger = trigger;
        }

        boolean isPlainMarket() {
            return this == MARKET;
        }
    }

    private String named(String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /// Empty when something is wrong, which the parameters tell then.
    Optional<OrderRequest> read(Parameters parameters, Market market, Prevention prevention, ClientIds ids) {
        var side = side(parameters);
        var type = type(parameters);
        String clientId = parameters.text(clientIdName, ClientIds.FORM).orElseGet(ids::next);
        var strategyId = parameters.integer(named("strategyId"));
        var strategyType = parameters.integer(named("strategyType"));
        if (strategyType.isPresent() && strategyType.getAsLong() < 1_000_000) {
            parameters.complain(BinanceError.notValid(named("strategyType")));
        }
        if (side.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        var instrument = market.instrument();
        var price = parameters.decimal(named("price"), instrument.priceScale());
        var quantity = parameters.decimal(quantityName, instrument.quantityScale());
        var quote = prefix.isEmpty() ? parameters.decimal("quoteOrderQty", Json.DECIMALS) : OptionalLong.empty();
        var stop = parameters.decimal(named("stopPrice"), instrument.priceScale());
        var trailing = parameters.integer(named("trailingDelta"));
        var shown = parameters.decimal(named("icebergQty"), instrument.quantityScale());
        var timeInForce = timeInForce(parameters);
        checkPresence(parameters, type.get());
        if (shown.isPresent() && (timeInForce != TimeInForce.GTC || type.get().kind == OrderKind.MARKET)) {
            parameters.complain(BinanceError.badCombination());
        }
        if (quote.isPresent() && quote.getAsLong() == 0) {
            parameters.complain(BinanceError.filter("NOTIONAL"));
        }
        if (quantity.isPresent() && quantity.getAsLong() == 0) {
            parameters.complain(BinanceError.filter("LOT_SIZE"));
        }
        var trigger = type.get().trigger.flatMap(kind -> trigger(parameters, kind, stop, trailing));
        if (parameters.hasComplaint()) {
            return Optional.empty();
        }
        long display = shown.orElse(0) < quantity.orElse(0) ? shown.orElse(0) : 0;
        return Optional.of(new OrderRequest(
                clientId,
                side.get(),
                type.get().kind,
                type.get().kind == OrderKind.MARKET ? TimeInForce.IOC : timeInForce,
                price.orElse(0),
                quantity.orElse(0),
                Amount.ofScaled(quote.orElse(0), Json.DECIMALS),
                new Conditions(trigger, display, prevention, strategyId, strategyType)));
    }

    private Optional<Trigger> trigger(
            Parameters parameters, Trigger.Kind kind, OptionalLong stop, OptionalLong trailing) {
        if (stop.isEmpty() && trailing.isEmpty()) {
            parameters.complain(BinanceError.bothMissing(named("stopPrice"), named("trailingDelta")));
            return Optional.empty();
        }
        if (trailing.isPresent() && (trailing.getAsLong() < 1 || trailing.getAsLong() > 9_999)) {
            parameters.complain(BinanceError.filter("TRAILING_DELTA"));
            return Optional.empty();
        }
        if (stop.isPresent() && stop.getAsLong() == 0) {
            parameters.complain(BinanceError.filter("PRICE_FILTER"));
            return Optional.empty();
        }
        return Optional.of(new Trigger(kind, stop.orElse(0), (int) trailing.orElse(0)));
    }

    private void checkPresence(Parameters parameters, Type type) {
        boolean isLimit = type.kind == OrderKind.LIMIT;
        boolean hasPrice = type.kind != OrderKind.MARKET;
        demand(parameters, named("timeInForce"), isLimit);
        if (type.isPlainMarket() && prefix.isEmpty()) {
            if (!parameters.has("quantity") && !parameters.has("quoteOrderQty")) {
                parameters.complain(BinanceError.bothMissing("quantity", "quoteOrderQty"));
            }
            if (parameters.has("quantity")) {
                demand(parameters, "quoteOrderQty", false);
            }
        } else {
            demand(parameters, quantityName, true);
            demand(parameters, "quoteOrderQty", false);
        }
        demand(parameters, named("price"), hasPrice);
        if (type.trigger.isEmpty()) {
            demand(parameters, named("stopPrice"), false);
            demand(parameters, named("trailingDelta"), false);
        }
    }

    /// Complains where a parameter is missing, or is there and has no business to be.
    private static void demand(Parameters parameters, String name, boolean isDue) {
        if (parameters.has(name) != isDue) {
            parameters.complain(isDue ? BinanceError.missing(name) : BinanceError.notRequired(name));
        }
    }

    private Optional<Side> side(Parameters parameters) {
        return switch (parameters.mandatory(sideName)) {
            case "BUY" -> Optional.of(Side.BUY);
            case "SELL" -> Optional.of(Side.SELL);
            default -> {
                parameters.complain(BinanceError.badSide());
                yield Optional.empty();
            }
        };
    }

    private Optional<Type> type(Parameters parameters) {
        String name = parameters.mandatory(named("type"));
        for (Type type : Type.values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        parameters.complain(BinanceError.badType());
        return Optional.empty();
    }

    private TimeInForce timeInForce(Parameters parameters) {
        return switch (parameters.text(named("timeInForce")).orElse("GTC")) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> {
                parameters.complain(BinanceError.badTimeInForce());
                yield TimeInForce.GTC;
            }
        };
    }
}
