package io.tidegate.venues.binance;

/// What can be asked of the venue, in both ways of asking (binance.md section 3.1).
enum Operation {
    PLACE("order.place", "POST", "/api/v3/order", true),
    CANCEL("order.cancel", "DELETE", "/api/v3/order", true),
    CANCEL_ALL("openOrders.cancelAll", "DELETE", "/api/v3/openOrders", true),
    STATUS("order.status", "GET", "/api/v3/order", true),
    OPEN_ORDERS("openOrders.status", "GET", "/api/v3/openOrders", true),
    TRADES("myTrades", "GET", "/api/v3/myTrades", true),
    ACCOUNT("account.status", "GET", "/api/v3/account", true),
    BOOK_TICKER("ticker.book", "GET", "/api/v3/ticker/bookTicker", false),
    TIME("time", "GET", "/api/v3/time", false),
    PING("ping", "GET", "/api/v3/ping", false),
    /// By socket only: the account's events follow on the connection that asked.
    SUBSCRIBE("userDataStream.subscribe.signature", "", "", true);

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
}
