package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.binance.Operation.Access;
import io.tidegate.simulator.venue.binance.Operation.Handler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What the venue offers, by REST route and by WebSocket method, with its weight (fact sheet §3.1, §5).
final class Operations {
    private final Map<String, Operation> routes = new HashMap<>(); // looked up, never iterated
    private final Map<String, Operation> methods = new HashMap<>(); // looked up, never iterated

    /// Who does what is offered.
    record Desks(
            MarketCalls markets,
            TickerCalls tickers,
            OrderCalls orders,
            ReplaceCalls replaces,
            ListCalls lists,
            AccountCalls accounts) {}

    Operations(Desks desks) {
        offerMarket(desks.markets, desks.tickers);
        offerOrders(desks.orders, desks.replaces);
        offerLists(desks.lists);
        offerAccount(desks.accounts);
    }

    private void offerMarket(MarketCalls markets, TickerCalls tickers) {
        offer("GET /api/v3/ping", "ping", Access.PUBLIC, 1, markets::ping);
        offer("GET /api/v3/time", "time", Access.PUBLIC, 1, markets::time);
        offer("GET /api/v3/exchangeInfo", "exchangeInfo", Access.PUBLIC, 20, markets::exchangeInfo);
        offer("GET /api/v3/depth", "depth", Access.PUBLIC, Operations::depthWeight, markets::depth);
        offer("GET /api/v3/trades", "trades.recent", Access.PUBLIC, 25, markets::trades);
        offer("GET /api/v3/historicalTrades", "trades.historical", Access.PUBLIC, 25, markets::oldTrades);
        offer("GET /api/v3/aggTrades", "trades.aggregate", Access.PUBLIC, 4, markets::aggregateTrades);
        offer("GET /api/v3/ticker/bookTicker", "ticker.book", Access.PUBLIC, bySymbol(2, 4), tickers::bookTicker);
        offer("GET /api/v3/ticker/price", "ticker.price", Access.PUBLIC, bySymbol(2, 4), tickers::priceTicker);
        offer("GET /api/v3/ticker/24hr", "ticker.24hr", Access.PUBLIC, bySymbol(2, 80), tickers::dayTicker);
        offer("GET /api/v3/avgPrice", "avgPrice", Access.PUBLIC, 2, tickers::averagePrice);
        offer("GET /api/v3/klines", "klines", Access.PUBLIC, 2, tickers::klines);
        offer("GET /api/v3/uiKlines", "uiKlines", Access.PUBLIC, 2, tickers::klines);
    }

    private void offerOrders(OrderCalls orders, ReplaceCalls replaces) {
        offer("POST /api/v3/order", "order.place", Access.PLACE, 1, orders::place);
        offer("POST /api/v3/order/test", "order.test", Access.SIGNED, Operations::testWeight, orders::test);
        offer("DELETE /api/v3/order", "order.cancel", Access.TRADE, 1, orders::cancel);
        offer("DELETE /api/v3/openOrders", "openOrders.cancelAll", Access.TRADE, 1, orders::cancelAll);
        offer("POST /api/v3/order/cancelReplace", "order.cancelReplace", Access.PLACE, 1, replaces::cancelReplace);
        offer("PUT /api/v3/order/amend/keepPriority", "order.amend.keepPriority", Access.TRADE, 4, replaces::amend);
        offer("GET /api/v3/order/amendments", "order.amendments", Access.SIGNED, 4, replaces::amendments);
    }

    private void offerLists(ListCalls lists) {
        offer("POST /api/v3/orderList/oco", "orderList.place.oco", Access.PLACE, 1, lists::placeOco);
        offer("POST /api/v3/orderList/oto", "orderList.place.oto", Access.PLACE, 1, lists::placeOto);
        offer("POST /api/v3/orderList/otoco", "orderList.place.otoco", Access.PLACE, 1, lists::placeOtoco);
        offer("DELETE /api/v3/orderList", "orderList.cancel", Access.TRADE, 1, lists::cancel);
        offer("GET /api/v3/orderList", "orderList.status", Access.SIGNED, 4, lists::status);
        offer("GET /api/v3/allOrderList", "allOrderLists", Access.SIGNED, 20, lists::all);
        offer("GET /api/v3/openOrderList", "openOrderLists.status", Access.SIGNED, 6, lists::open);
    }

    private void offerAccount(AccountCalls accounts) {
        offer("GET /api/v3/order", "order.status", Access.SIGNED, 4, accounts::orderStatus);
        offer("GET /api/v3/openOrders", "openOrders.status", Access.SIGNED, bySymbol(6, 80), accounts::openOrders);
        offer("GET /api/v3/allOrders", "allOrders", Access.SIGNED, 20, accounts::allOrders);
        offer("GET /api/v3/myTrades", "myTrades", Access.SIGNED, Operations::tradesWeight, accounts::myTrades);
        offer("GET /api/v3/myPreventedMatches", "myPreventedMatches", Access.SIGNED, 20, accounts::preventedMatches);
        offer("GET /api/v3/account", "account.status", Access.SIGNED, 20, accounts::account);
        offer("GET /api/v3/account/commission", "account.commission", Access.SIGNED, 20, accounts::commission);
        offer("GET /api/v3/rateLimit/order", "account.rateLimits.orders", Access.SIGNED, 40, accounts::orderCounts);
    }

    /// @param route method and path, such as `GET /api/v3/order`
    Optional<Operation> byRoute(String route) {
        return Optional.ofNullable(routes.get(route));
    }

    /// @param method of the WebSocket API, such as `order.place`
    Optional<Operation> byMethod(String method) {
        return Optional.ofNullable(methods.get(method));
    }

    private void offer(String route, String method, Access access, int weight, Handler handler) {
        offer(route, method, access, _ -> weight, handler);
    }

    private void offer(String route, String method, Access access, ToIntFunction<Parameters> weight, Handler handler) {
        var operation = new Operation(access, weight, handler);
        routes.put(route, operation);
        methods.put(method, operation);
    }

    private static ToIntFunction<Parameters> bySymbol(int withSymbol, int without) {
        return parameters -> parameters.has("symbol") ? withSymbol : without;
    }

    private static int depthWeight(Parameters parameters) {
        String limit = parameters.peek("limit", "100");
        return switch (limit.length()) {
            case 1, 2 -> 5;
            case 3 -> limit.compareTo("100") <= 0 ? 5 : limit.compareTo("500") <= 0 ? 25 : 50;
            default -> limit.equals("1000") ? 50 : 250;
        };
    }

    private static int testWeight(Parameters parameters) {
        return parameters.has("computeCommissionRates") ? 20 : 1;
    }

    private static int tradesWeight(Parameters parameters) {
        return parameters.has("orderId") ? 5 : 20;
    }
}
