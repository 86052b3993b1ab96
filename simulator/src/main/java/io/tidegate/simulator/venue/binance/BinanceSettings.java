package io.tidegate.simulator.venue.binance;

/// The limits of the simulated Binance. Windows are fixed and aligned to the clock (fact sheet §6).
///
/// @param weightPerMinute     request weight per client address, shared by REST and WebSocket API
/// @param rawPer5Minutes      requests per client address
/// @param connectsPer5Minutes WebSocket connections per client address
/// @param ordersPer10Seconds  unfilled orders per account
/// @param ordersPerDay        unfilled orders per account and UTC day
/// @param openOrdersMax       open orders per account and symbol (filter MAX_NUM_ORDERS)
/// @param refusalsBeforeBan   429 answers to one address within a minute until it is banned with 418
/// @param firstBanSeconds     length of the first ban; each further one is twice as long, up to three days
public record BinanceSettings(
        int weightPerMinute,
        int rawPer5Minutes,
        int connectsPer5Minutes,
        int ordersPer10Seconds,
        int ordersPerDay,
        int openOrdersMax,
        int refusalsBeforeBan,
        int firstBanSeconds) {
    public BinanceSettings {
        if (weightPerMinute < 1
                || rawPer5Minutes < 1
                || connectsPer5Minutes < 1
                || ordersPer10Seconds < 1
                || ordersPerDay < 1
                || openOrdersMax < 1
                || refusalsBeforeBan < 1
                || firstBanSeconds < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /// Orders per account and symbol that wait for their stop (filter MAX_NUM_ALGO_ORDERS): a fortieth of all, as at
    /// the venue, where it is 5 of 200.
    int algoOrdersMax() {
        return Math.max(1, openOrdersMax / 40);
    }

    /// As the venue has them.
    public static BinanceSettings usual() {
        return new BinanceSettings(6_000, 300_000, 300, 100, 200_000, 200, 10, 120);
    }

    /// As the venue has them, but for what would slow a demonstration down: orders, weight and open orders.
    public static BinanceSettings generous() {
        return new BinanceSettings(100_000_000, 100_000_000, 100_000, 1_000_000, 1_000_000_000, 1_000_000, 10, 120);
    }

    public BinanceSettings withOrders(int per10Seconds, int perDay) {
        return new BinanceSettings(
                weightPerMinute,
                rawPer5Minutes,
                connectsPer5Minutes,
                per10Seconds,
                perDay,
                openOrdersMax,
                refusalsBeforeBan,
                firstBanSeconds);
    }

    public BinanceSettings withWeight(int perMinute) {
        return new BinanceSettings(
                perMinute,
                rawPer5Minutes,
                connectsPer5Minutes,
                ordersPer10Seconds,
                ordersPerDay,
                openOrdersMax,
                refusalsBeforeBan,
                firstBanSeconds);
    }
}
