package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import java.util.HashMap;
import java.util.Map;

/// All rate limits: weight by client address, unfilled orders by account. As many addresses as ever called.
final class Limits {
    private final BinanceSettings settings;
    private final Map<String, AddressBudget> addresses = new HashMap<>(); // looked up, never iterated
    private final Map<Account, OrderBudget> accounts = new HashMap<>(); // looked up, never iterated

    Limits(BinanceSettings settings) {
        this.settings = settings;
    }

    AddressBudget address(String client) {
        return addresses.computeIfAbsent(client, _ -> new AddressBudget(settings));
    }

    OrderBudget orders(Account account) {
        return accounts.computeIfAbsent(account, _ -> new OrderBudget(settings));
    }

    /// The limits as `exchangeInfo` lists them.
    void writeRules(Json out) {
        entry(out, "REQUEST_WEIGHT", "MINUTE", 1, settings.weightPerMinute());
        out.endObject();
        entry(out, "ORDERS", "SECOND", 10, settings.ordersPer10Seconds());
        out.endObject();
        entry(out, "ORDERS", "DAY", 1, settings.ordersPerDay());
        out.endObject();
        entry(out, "RAW_REQUESTS", "MINUTE", 5, settings.rawPer5Minutes());
        out.endObject();
    }

    void writeWeight(Json out, String client, long nowNs) {
        entry(out, "REQUEST_WEIGHT", "MINUTE", 1, settings.weightPerMinute());
        out.number("count", address(client).weightUsed(nowNs));
        out.endObject();
    }

    void writeOrders(Json out, Account account, long nowNs) {
        entry(out, "ORDERS", "SECOND", 10, settings.ordersPer10Seconds());
        out.number("count", orders(account).inTenSeconds(nowNs));
        out.endObject();
        entry(out, "ORDERS", "DAY", 1, settings.ordersPerDay());
        out.number("count", orders(account).inDay(nowNs));
        out.endObject();
    }

    private static void entry(Json out, String type, String interval, int intervalCount, int limit) {
        out.beginObject();
        out.text("rateLimitType", type);
        out.text("interval", interval);
        out.number("intervalNum", intervalCount);
        out.number("limit", limit);
    }
}
