package io.tidegate.simulator.venue.binance;

import java.util.Optional;

/// How many unfilled orders one account has placed: each accepted order counts, its first fill takes it back in all
/// windows, so that orders that trade are free (fact sheet §6).
final class OrderBudget {
    private final BinanceSettings settings;
    private final Window tenSeconds = new Window(10);
    private final Window day = new Window(86_400);

    OrderBudget(BinanceSettings settings) {
        this.settings = settings;
    }

    /// Why one more order is refused.
    Optional<BinanceError> refusal(long nowNs) {
        if (tenSeconds.count(nowNs) >= settings.ordersPer10Seconds()) {
            return Optional.of(
                    BinanceError.tooManyOrders(settings.ordersPer10Seconds(), "10 SECOND", tenSeconds.endNs(nowNs)));
        }
        if (day.count(nowNs) >= settings.ordersPerDay()) {
            return Optional.of(BinanceError.tooManyOrders(settings.ordersPerDay(), "1 DAY", day.endNs(nowNs)));
        }
        return Optional.empty();
    }

    void placed(long nowNs) {
        tenSeconds.add(1, nowNs);
        day.add(1, nowNs);
    }

    void firstFill(long nowNs) {
        tenSeconds.add(-1, nowNs);
        day.add(-1, nowNs);
    }

    int inTenSeconds(long nowNs) {
        return tenSeconds.count(nowNs);
    }

    int inDay(long nowNs) {
        return day.count(nowNs);
    }
}
