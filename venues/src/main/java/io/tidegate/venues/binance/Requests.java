package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Request.Parameter.number;
import static io.tidegate.venues.binance.Request.Parameter.text;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.VenueOrder;
import java.util.ArrayList;
import java.util.List;

/// What we ask, in the venue's words (binance.md sections 3 to 5 and 8); `CallCheck` has made sure that it
/// can be said. Pure.
final class Requests {
    /// How long a request may be taken after its timestamp; the venue's default, stated so that it cannot change.
    static final long RECV_WINDOW_MS = 5_000;

    /// Most rows of a page of trades or orders.
    static final int PAGE_ROWS = 1_000;

    private static final Request.Parameter WINDOW = number("recvWindow", RECV_WINDOW_MS);
    private static final Request.Parameter IN_FULL = text("newOrderRespType", "FULL");

    private Requests() {}

    /// The answer is asked for in full, so that fills of the first moment come with it.
    static Request submit(String symbol, OrderForm order) {
        return signed(Operation.PLACE, symbol, order.parameters(), List.of(IN_FULL));
    }

    static Request submit(VenueOrder order) {
        return submit(Symbols.name(order.instrument()), OrderForms.of(order));
    }

    static Request test(String symbol, OrderForm order) {
        return signed(Operation.TEST, symbol, order.parameters());
    }

    static Request test(VenueOrder order) {
        return test(Symbols.name(order.instrument()), OrderForms.of(order));
    }

    static Request cancel(OrderKey order) {
        return signed(Operation.CANCEL, Symbols.name(order.instrument()), List.of(name(order)));
    }

    static Request cancelAll(Instrument instrument) {
        return signed(Operation.CANCEL_ALL, Symbols.name(instrument));
    }

    /// @param evenIfItLives whether the new order goes on when the cancel has failed
    static Request replace(OrderKey old, OrderForm wanted, boolean evenIfItLives) {
        Request.Parameter cancelled = old.venueOrderId().isEmpty()
                ? text("cancelOrigClientOrderId", old.clientOrderId())
                : number("cancelOrderId", Long.parseLong(old.venueOrderId()));
        String mode = evenIfItLives ? "ALLOW_FAILURE" : "STOP_ON_FAILURE";
        return signed(
                Operation.REPLACE,
                Symbols.name(old.instrument()),
                wanted.parameters(),
                List.of(IN_FULL, text("cancelReplaceMode", mode), cancelled));
    }

    static Request replace(OrderKey old, VenueOrder wanted, boolean evenIfItLives) {
        return replace(old, OrderForms.of(wanted), evenIfItLives);
    }

    /// Less quantity for an order that keeps its place, and its id where it has one.
    ///
    /// @param newQuantity what it is for in all, fills included, as text
    static Request amend(OrderKey order, String newQuantity) {
        List<Request.Parameter> parameters = new ArrayList<>();
        parameters.add(name(order));
        parameters.add(text("newQty", newQuantity));
        if (!order.clientOrderId().isEmpty()) {
            parameters.add(text("newClientOrderId", order.clientOrderId())); // else the venue would make a new one
        }
        return signed(Operation.AMEND, Symbols.name(order.instrument()), parameters);
    }

    static Request lookUp(OrderKey order) {
        return signed(Operation.STATUS, Symbols.name(order.instrument()), List.of(name(order)));
    }

    static Request amendments(OrderKey order) {
        return signed(Operation.AMENDMENTS, Symbols.name(order.instrument()), List.of(name(order)));
    }

    static Request cancelList(Instrument instrument, String clientListId) {
        return signed(
                Operation.CANCEL_LIST, Symbols.name(instrument), List.of(text("listClientOrderId", clientListId)));
    }

    static Request openOrders() {
        return Request.of(Operation.OPEN_ORDERS, WINDOW);
    }

    static Request openOrders(Instrument instrument) {
        return signed(Operation.OPEN_ORDERS, Symbols.name(instrument));
    }

    /// Orders of a time window, both ends inclusive, at most 24 h long.
    static Request orders(Instrument instrument, long fromMs, long toMs) {
        return signed(Operation.ALL_ORDERS, Symbols.name(instrument), window(fromMs, toMs));
    }

    /// Orders from an id on.
    static Request ordersFrom(Instrument instrument, long fromId) {
        return signed(
                Operation.ALL_ORDERS,
                Symbols.name(instrument),
                List.of(number("orderId", fromId), number("limit", PAGE_ROWS)));
    }

    /// Trades of a time window, both ends inclusive, at most 24 h long.
    static Request trades(Instrument instrument, long fromMs, long toMs) {
        return signed(Operation.TRADES, Symbols.name(instrument), window(fromMs, toMs));
    }

    private static List<Request.Parameter> window(long fromMs, long toMs) {
        return List.of(number("startTime", fromMs), number("endTime", toMs), number("limit", PAGE_ROWS));
    }

    /// Trades from an id on; the venue takes no times beside it.
    static Request tradesFrom(Instrument instrument, long fromId) {
        return signed(
                Operation.TRADES,
                Symbols.name(instrument),
                List.of(number("fromId", fromId), number("limit", PAGE_ROWS)));
    }

    /// Without `omitZeroBalances`: an asset that went to zero is told, not left out.
    static Request balances() {
        return Request.of(Operation.ACCOUNT, WINDOW);
    }

    static Request fees(Instrument instrument) {
        return signed(Operation.COMMISSION, Symbols.name(instrument));
    }

    static Request orderCounts() {
        return Request.of(Operation.ORDER_COUNTS, WINDOW);
    }

    /// Everything that the venue lists, or the named symbols.
    static Request listings(List<String> symbols) {
        return switch (symbols.size()) {
            case 0 -> Request.of(Operation.EXCHANGE_INFO);
            case 1 -> Request.of(Operation.EXCHANGE_INFO, text("symbol", symbols.getFirst()));
            default -> Request.of(Operation.EXCHANGE_INFO, Request.Parameter.list("symbols", symbols));
        };
    }

    static Request quote(Instrument instrument) {
        return Request.of(Operation.BOOK_TICKER, text("symbol", Symbols.name(instrument)));
    }

    static Request time() {
        return Request.of(Operation.TIME);
    }

    static Request ping() {
        return Request.of(Operation.PING);
    }

    static Request logOn() {
        return Request.of(Operation.LOGON, WINDOW);
    }

    /// @param isLoggedOn whether the connection has been logged on
    static Request subscribe(boolean isLoggedOn) {
        return Request.of(isLoggedOn ? Operation.SUBSCRIBE_LOGGED_ON : Operation.SUBSCRIBE);
    }

    /// The symbol first, the window last, as the venue's own samples have it.
    @SafeVarargs
    private static Request signed(Operation operation, String symbol, List<Request.Parameter>... more) {
        List<Request.Parameter> parameters = new ArrayList<>();
        parameters.add(text("symbol", symbol));
        for (List<Request.Parameter> some : more) {
            parameters.addAll(some);
        }
        parameters.add(WINDOW);
        return new Request(operation, parameters);
    }

    static Request list(Operation operation, Instrument instrument, List<Request.Parameter> parameters) {
        return signed(operation, Symbols.name(instrument), parameters, List.of(IN_FULL));
    }

    /// The venue's id where it is known, which is fastest there; never both, so that they cannot contradict (-2039).
    private static Request.Parameter name(OrderKey order) {
        return order.venueOrderId().isEmpty()
                ? text("origClientOrderId", order.clientOrderId())
                : number("orderId", Long.parseLong(order.venueOrderId()));
    }
}
