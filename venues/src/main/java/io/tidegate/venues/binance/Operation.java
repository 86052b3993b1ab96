package io.tidegate.venues.binance;

/// What can be asked of the venue, in both ways of asking (binance.md sections 3.1, 4, 5 and 8).
enum Operation {
    PLACE("order.place", "POST", "/api/v3/order", true),
    TEST("order.test", "POST", "/api/v3/order/test", true),
    CANCEL("order.cancel", "DELETE", "/api/v3/order", true),
    CANCEL_ALL("openOrders.cancelAll", "DELETE", "/api/v3/openOrders", true),
    REPLACE("order.cancelReplace", "POST", "/api/v3/order/cancelReplace", true),
    AMEND("order.amend.keepPriority", "PUT", "/api/v3/order/amend/keepPriority", true),
    PLACE_OCO("orderList.place.oco", "POST", "/api/v3/orderList/oco", true),
    PLACE_OTO("orderList.place.oto", "POST", "/api/v3/orderList/oto", true),
    PLACE_OTOCO("orderList.place.otoco", "POST", "/api/v3/orderList/otoco", true),
    CANCEL_LIST("orderList.cancel", "DELETE", "/api/v3/orderList", true),
    STATUS("order.status", "GET", "/api/v3/order", true),
    OPEN_ORDERS("openOrders.status", "GET", "/api/v3/openOrders", true),
    ALL_ORDERS("allOrders", "GET", "/api/v3/allOrders", true),
    TRADES("myTrades", "GET", "/api/v3/myTrades", true),
    AMENDMENTS("order.amendments", "GET", "/api/v3/order/amendments", true),
    ORDER_COUNTS("account.rateLimits.orders", "GET", "/api/v3/rateLimit/order", true),
    ACCOUNT("account.status", "GET", "/api/v3/account", true),
    COMMISSION("account.commission", "GET", "/api/v3/account/commission", true),
    EXCHANGE_INFO("exchangeInfo", "GET", "/api/v3/exchangeInfo", false),
    BOOK_TICKER("ticker.book", "GET", "/api/v3/ticker/bookTicker", false),
    DAY_TICKER("ticker.24hr", "GET", "/api/v3/ticker/24hr", false),
    DEPTH("depth", "GET", "/api/v3/depth", false),
    AGGREGATE_TRADES("trades.aggregate", "GET", "/api/v3/aggTrades", false),
    TIME("time", "GET", "/api/v3/time", false),
    PING("ping", "GET", "/api/v3/ping", false),
    /// By socket only: the frames that follow need no signature. Only with an Ed25519 key.
    LOGON("session.logon", "", "", true),
    /// By socket only: the account's events follow on the connection that asked. With any key.
    SUBSCRIBE("userDataStream.subscribe.signature", "", "", true),
    /// The same on a connection that is logged on.
    SUBSCRIBE_LOGGED_ON("userDataStream.subscribe", "", "", false);

    final String frameMethod;
    final String httpMethod;
    final String path;
    final boolean isSigned;

    Operation(String frameMethod, String httpMethod, String path, boolean isSigned) {
        this.frameMethod = frameMethod;
        this.httpMethod = httpMethod;
        this.path = path;
        this.isSigned = isSigned;
    }

    /// Whether it brings an order to the venue, so that it must leave at most once.
    boolean isSubmission() {
        return switch (this) {
            case PLACE, REPLACE, PLACE_OCO, PLACE_OTO, PLACE_OTOCO -> true;
            default -> false;
        };
    }

    /// Whether it changes what stands at the venue.
    boolean changes() {
        return isSubmission()
                || switch (this) {
                    case CANCEL, CANCEL_ALL, CANCEL_LIST, AMEND -> true;
                    default -> false;
                };
    }
}
