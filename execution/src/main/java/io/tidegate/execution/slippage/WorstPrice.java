package io.tidegate.execution.slippage;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.order.Side;
import java.math.BigInteger;
import java.util.OptionalLong;

/// The worst price at which an order without a limit of its own may trade (SPEC SLP-4).
public final class WorstPrice {
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private WorstPrice() {}

    /// `ask × (1 + bps)` for a buy, `bid × (1 − bps)` for a sell, on the grid and never past either.
    ///
    /// @param bid positive, at the instrument's price scale
    /// @param ask not below the bid
    /// @param bps 0 to 10,000
    /// @return empty when no positive price on the grid lies within
    public static OptionalLong of(Side side, long bid, long ask, int bps, Grid grid) {
        if (bid <= 0 || ask < bid || bps < 0 || bps > 10_000) {
            throw new IllegalArgumentException("bid " + bid + ", ask " + ask + ", " + bps + " bps");
        }
        BigInteger tick = BigInteger.valueOf(grid.tick());
        BigInteger price = side == Side.BUY
                ? scaled(ask, 10_000 + bps).divide(TEN_THOUSAND.multiply(tick)).multiply(tick)
                : ceil(scaled(bid, 10_000 - bps), TEN_THOUSAND.multiply(tick))
                        .max(BigInteger.ONE)
                        .multiply(tick);
        if (side == Side.BUY && price.compareTo(LONG_MAX) > 0) {
            return OptionalLong.of(grid.priceDown(Long.MAX_VALUE));
        }
        return price.signum() > 0 && price.compareTo(LONG_MAX) <= 0
                ? OptionalLong.of(price.longValueExact())
                : OptionalLong.empty();
    }

    private static BigInteger scaled(long price, int tenThousandths) {
        return BigInteger.valueOf(price).multiply(BigInteger.valueOf(tenThousandths));
    }

    private static BigInteger ceil(BigInteger value, BigInteger unit) {
        return value.add(unit).subtract(BigInteger.ONE).divide(unit);
    }
}
