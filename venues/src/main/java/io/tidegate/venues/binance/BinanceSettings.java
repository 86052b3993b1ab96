package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import java.util.List;

/// What a session is told once.
///
/// @param site         where the venue is
/// @param signer       the account's key; belongs to this session alone
/// @param instruments  what may be traded or seen; a symbol that is not among them is never guessed
/// @param ordersPer10s orders that may stand unfilled, counted per account in windows of 10 s; 50 or 100, see
///                     `rateLimits` of exchangeInfo
/// @param ordersPerDay the same per UTC day; 160,000 or 200,000
/// @param ordersBy     which way orders and cancels take; events come by the socket in any case
public record BinanceSettings(
        BinanceSite site,
        Signer signer,
        List<Instrument> instruments,
        int ordersPer10s,
        int ordersPerDay,
        OrdersBy ordersBy) {
    /// Ways for orders to take.
    public enum OrdersBy {
        /// The WebSocket API, on the connection that the account's events come by.
        SOCKET,
        /// REST, one request for each.
        REST
    }

    /// @throws IllegalArgumentException when a limit is not positive, or two instruments have one symbol at
    /// the venue
    public BinanceSettings {
        instruments = List.copyOf(instruments);
        if (ordersPer10s <= 0 || ordersPerDay <= 0) {
            throw new IllegalArgumentException("binance order limits " + ordersPer10s + " per 10 s and " + ordersPerDay
                    + " per day: expected positive numbers");
        }
        Symbols.of(instruments);
    }

    /// With orders by the socket.
    public BinanceSettings(
            BinanceSite site, Signer signer, List<Instrument> instruments, int ordersPer10s, int ordersPerDay) {
        this(site, signer, instruments, ordersPer10s, ordersPerDay, OrdersBy.SOCKET);
    }

    /// With the lower of the documented order limits, 50 per 10 s and 160,000 per day.
    public static BinanceSettings of(BinanceSite site, Signer signer, List<Instrument> instruments) {
        return new BinanceSettings(site, signer, instruments, 50, 160_000);
    }
}
