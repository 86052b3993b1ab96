package io.tidegate.simulator.venue.binance;

import io.tidegate.model.number.Amount;
import io.tidegate.simulator.venue.Bar;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.Print;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// What was traded in the last 24 hours, by whole minutes; the last price throughout where nothing was.
record DayStatistics(
        Market market, long sinceNs, long open, long high, long low, long quantity, Amount quote, long count) {
    private static final long DAY_NS = 24 * 60 * Klines.MINUTE_NS;

    static DayStatistics of(Market market, long nowNs) {
        long sinceNs = nowNs - DAY_NS;
        List<Bar> bars = market.bars().stream()
                .filter(bar -> bar.openNs() + Klines.MINUTE_NS > sinceNs)
                .toList();
        long last = market.lastPrice();
        return new DayStatistics(
                market,
                sinceNs,
                bars.isEmpty() ? last : bars.getFirst().open(),
                bars.stream().mapToLong(Bar::high).max().orElse(last),
                bars.stream().mapToLong(Bar::low).min().orElse(last),
                bars.stream().mapToLong(Bar::quantity).sum(),
                bars.stream().map(Bar::quote).reduce(Amount.ZERO, Amount::plus),
                bars.stream().mapToLong(Bar::tradeCount).sum());
    }

    long last() {
        return market.lastPrice();
    }

    long lastQuantity() {
        return market.prints().isEmpty() ? 0 : market.prints().getLast().quantity();
    }

    /// -1 where nothing was traded.
    long lastTradeId() {
        return count == 0 ? -1 : market.prints().getLast().tradeId();
    }

    /// -1 where nothing was traded.
    long firstTradeId() {
        return count == 0 ? -1 : lastTradeId() - count + 1;
    }

    /// Change of the price in percent, to three decimals.
    String changePercent() {
        return BigDecimal.valueOf(last() - open)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(open), 3, RoundingMode.HALF_UP)
                .toPlainString();
    }

    String averagePrice() {
        return average(market, quantity, quote);
    }

    /// The average price of the last five minutes.
    static String averageOfMinutes(Market market, long nowNs, int minutes) {
        long sinceNs = nowNs - minutes * Klines.MINUTE_NS;
        List<Print> prints = market.prints().stream()
                .filter(print -> print.timeNs() >= sinceNs)
                .toList();
        return average(
                market,
                prints.stream().mapToLong(Print::quantity).sum(),
                prints.stream().map(Print::quote).reduce(Amount.ZERO, Amount::plus));
    }

    /// Quote by base; the last price where nothing was traded.
    private static String average(Market market, long quantity, Amount quote) {
        if (quantity == 0) {
            return Json.fixed(market.lastPrice(), market.instrument().priceScale());
        }
        return quote.decimal()
                .divide(BigDecimal.valueOf(quantity, market.instrument().quantityScale()), MathContext.DECIMAL64)
                .setScale(Json.DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }
}
