package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Request.Parameter.number;
import static io.tidegate.venues.binance.Request.Parameter.text;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Our calls in the venue's words (binance.md sections 3.2 and 3.3). Pure.
final class Requests {
    /// How long a request may be taken after its timestamp; the venue's default, stated so that it cannot change.
    static final long RECV_WINDOW_MS = 5_000;

    /// Most rows of a page of trades.
    static final int PAGE_ROWS = 1_000;

    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[a-zA-Z0-9_-]{1,36}");
    private static final Pattern VENUE_ORDER_ID = Pattern.compile("[0-9]{1,18}");
    private static final Request.Parameter WINDOW = number("recvWindow", RECV_WINDOW_MS);

    private final Symbols symbols;

    Requests(Symbols symbols) {
        this.symbols = symbols;
    }

    /// Why a call cannot be said in the venue's words; empty when it can. What is refused here never leaves.
    Optional<String> problem(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit(VenueOrder order) ->
                instrument(order.instrument()).or(() -> problem(order));
            case VenueCall.Cancel(OrderKey order) ->
                instrument(order.instrument()).or(() -> problem(order));
            case VenueCall.LookUp(OrderKey order) ->
                instrument(order.instrument()).or(() -> problem(order));
            case VenueCall.Amend _ -> Optional.of("an order is not amended in place here");
            case VenueCall.CancelAll all -> instrument(all.instrument());
            case VenueCall.Fills fills ->
                instrument(fills.instrument())
                        .or(() -> refuseIf(fills.sinceNs() < 0, "fills since " + fills.sinceNs() + " ns: negative"));
            case VenueCall.Quote quote -> instrument(quote.instrument());
            case VenueCall.OpenOrders _, VenueCall.Balances _ -> Optional.empty();
        };
    }

    private Optional<String> instrument(Instrument instrument) {
        return refuseIf(!symbols.knows(instrument), "instrument " + instrument.symbol() + " is not in the settings");
    }

    private static Optional<String> problem(OrderKey order) {
        boolean isNamed = order.venueOrderId().isEmpty()
                ? CLIENT_ORDER_ID.matcher(order.clientOrderId()).matches()
                : VENUE_ORDER_ID.matcher(order.venueOrderId()).matches();
        return refuseIf(
                !isNamed,
                "order key '" + order.clientOrderId() + "' / '" + order.venueOrderId()
                        + "': expected a numeric venue order id, or a client order id of 1 to 36 of a-z A-Z 0-9 _ -");
    }

    private static Optional<String> problem(VenueOrder order) {
        boolean isKnownType = order.type() == OrderType.LIMIT || order.type() == OrderType.MARKET;
        boolean isKnownTif =
                order.tif() == TimeInForce.GTC || order.tif() == TimeInForce.IOC || order.tif() == TimeInForce.FOK;
        return refuseIf(
                        !CLIENT_ORDER_ID.matcher(order.clientOrderId()).matches(),
                        "client order id '" + order.clientOrderId() + "': expected 1 to 36 of a-z A-Z 0-9 _ -")
                .or(() -> refuseIf(!isKnownType, "order type " + order.type() + ": expected LIMIT or MARKET"))
                .or(() -> refuseIf(
                        order.type() == OrderType.LIMIT && !isKnownTif,
                        "time in force " + order.tif() + ": expected GTC, IOC or FOK"))
                .or(() -> refuseIf(
                        order.postOnly() && (order.type() != OrderType.LIMIT || order.tif() != TimeInForce.GTC),
                        "post-only " + order.type() + " " + order.tif() + ": expected LIMIT GTC"))
                .or(() -> refuseIf(order.quantity() <= 0, "quantity " + order.quantity() + ": expected above 0"))
                .or(() -> refuseIf(
                        order.type() == OrderType.LIMIT && order.price() <= 0,
                        "price " + order.price() + ": expected above 0"));
    }

    private static Optional<String> refuseIf(boolean isBad, String why) {
        return isBad ? Optional.of("binance: " + why) : Optional.empty();
    }

    /// The answer is asked for in full, so that fills of the first moment come with it.
    Request submit(VenueOrder order) {
        List<Request.Parameter> parameters = new ArrayList<>();
        parameters.add(text("symbol", Symbols.name(order.instrument())));
        parameters.add(text("side", order.side().name()));
        if (order.type() == OrderType.MARKET) {
            parameters.add(text("type", "MARKET")); // a time in force or a price would be refused, -1106
        } else {
            parameters.add(text("type", order.postOnly() ? "LIMIT_MAKER" : "LIMIT"));
            if (!order.postOnly()) {
                parameters.add(text("timeInForce", order.tif().name()));
            }
            parameters.add(text("price", order.instrument().priceText(order.price())));
        }
        parameters.add(text("quantity", order.instrument().quantityText(order.quantity())));
        parameters.add(text("newClientOrderId", order.clientOrderId()));
        parameters.add(text("newOrderRespType", "FULL"));
        parameters.add(WINDOW);
        return new Request(Operation.PLACE, parameters);
    }

    Request cancel(OrderKey order) {
        return Request.of(Operation.CANCEL, symbol(order.instrument()), name(order), WINDOW);
    }

    Request lookUp(OrderKey order) {
        return Request.of(Operation.STATUS, symbol(order.instrument()), name(order), WINDOW);
    }

    Request cancelAll(Instrument instrument) {
        return Request.of(Operation.CANCEL_ALL, symbol(instrument), WINDOW);
    }

    Request openOrders() {
        return Request.of(Operation.OPEN_ORDERS, WINDOW);
    }

    /// Without `omitZeroBalances`: an asset that went to zero is told, not left out.
    Request balances() {
        return Request.of(Operation.ACCOUNT, WINDOW);
    }

    Request quote(Instrument instrument) {
        return Request.of(Operation.BOOK_TICKER, symbol(instrument));
    }

    /// Trades of a time window, both ends inclusive, at most 24 h long.
    Request trades(Instrument instrument, long fromMs, long toMs) {
        return Request.of(
                Operation.TRADES,
                symbol(instrument),
                number("startTime", fromMs),
                number("endTime", toMs),
                number("limit", PAGE_ROWS),
                WINDOW);
    }

    /// Trades from an id on; the venue takes no times beside it.
    Request tradesFrom(Instrument instrument, long fromId) {
        return Request.of(
                Operation.TRADES, symbol(instrument), number("fromId", fromId), number("limit", PAGE_ROWS), WINDOW);
    }

    Request time() {
        return Request.of(Operation.TIME);
    }

    Request ping() {
        return Request.of(Operation.PING);
    }

    Request subscribe() {
        return Request.of(Operation.SUBSCRIBE);
    }

    private static Request.Parameter symbol(Instrument instrument) {
        return text("symbol", Symbols.name(instrument));
    }

    /// The venue's id where it is known, which is fastest there; never both, so that they cannot contradict (-2039).
    private static Request.Parameter name(OrderKey order) {
        return order.venueOrderId().isEmpty()
                ? text("origClientOrderId", order.clientOrderId())
                : number("orderId", Long.parseLong(order.venueOrderId()));
    }
}
