package io.tidegate.core.order;

import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import java.math.BigInteger;
import java.util.Optional;

/// The prices of stops that we hold (SPEC ORD-1, ORD-13): buy above, sell below. Pure; exact integers throughout.
final class Stops {
    private static final int TEN_THOUSAND = 10_000;

    private Stops() {}

    /// The price that a stop is compared with: a buy by what it would pay, a sell by what it would get.
    ///
    /// `LAST` is the last trade, or the quote where none is known; `MARK` is the mid, rounded so that it sets off
    /// nothing that the exact mid would not.
    static long reference(OrderTerms terms, MarkSet mark) {
        boolean buy = terms.side() == Side.BUY;
        long quote = buy ? mark.ask() : mark.bid();
        return switch (terms.trigger()) {
            case LAST -> mark.last() > 0 ? mark.last() : quote;
            case BID_ASK -> quote;
            case MARK -> {
                long down = mark.bid() + (mark.ask() - mark.bid()) / 2;
                yield buy || (mark.ask() - mark.bid()) % 2 == 0 ? down : down + 1;
            }
        };
    }

    /// The better of two reference prices for a trailing stop: the higher one of a sell, the lower one of a buy.
    static long better(Side side, long extreme, long reference) {
        if (extreme == 0) {
            return reference;
        }
        return side == Side.BUY ? Math.min(extreme, reference) : Math.max(extreme, reference);
    }

    /// Where the stop of an order stands; of a trailing one it follows from the best price seen, and never goes back.
    ///
    /// @return 0 while a trailing stop has seen no price
    static long stopPrice(Order order) {
        OrderTerms terms = order.terms;
        if (terms.type() != OrderType.TRAILING_STOP) {
            return order.now.stopPrice();
        }
        return order.extreme == 0 ? 0 : trailing(terms, order.extreme);
    }

    /// The stop of a trailing order that has seen that price at best; at least 1.
    static long trailing(OrderTerms terms, long extreme) {
        boolean buy = terms.side() == Side.BUY;
        if (terms.trailingPrice() > 0) {
            return buy ? saturated(extreme, terms.trailingPrice()) : Math.max(1, extreme - terms.trailingPrice());
        }
        int share = buy ? TEN_THOUSAND + terms.trailingBps() : TEN_THOUSAND - terms.trailingBps();
        return Math.max(1, scaled(extreme, share, buy));
    }

    /// Whether a reference price sets off a stop.
    static boolean isHit(Side side, long reference, long stopPrice) {
        return stopPrice > 0 && (side == Side.BUY ? reference >= stopPrice : reference <= stopPrice);
    }

    /// The worst price at which an order without a limit may trade when the market stands at `price`: on the grid and
    /// within `bps`; empty where there is none.
    static Optional<Long> worst(Side side, long price, int bps, Grid grid) {
        boolean buy = side == Side.BUY;
        long bound = scaled(price, buy ? TEN_THOUSAND + bps : TEN_THOUSAND - bps, !buy);
        long steps = buy ? bound / grid.tick() : Math.ceilDiv(bound, grid.tick());
        if (steps < 1 || steps > Long.MAX_VALUE / grid.tick()) {
            return Optional.empty();
        }
        return Optional.of(steps * grid.tick());
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long scaled(long price, int tenThousandths, boolean up) {
        BigInteger product = BigInteger.valueOf(price).multiply(BigInteger.valueOf(tenThousandths));
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(TEN_THOUSAND));
        BigInteger rounded = up && parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        return rounded.bitLength() > 62 ? Long.MAX_VALUE : rounded.longValueExact();
    }
}
