package io.tidegate.simulator.matching;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.math.BigInteger;

/// How much more an arriving order takes, and down to which price.
sealed interface Appetite {
    /// The most that it takes at that price now; 0 when it is full or the price too bad.
    long at(long price);

    /// It has traded.
    void took(long price, long quantity);

    /// The quantity it still wants at any price; 0 for one that counts in quote.
    long left();

    /// Whether more of the book, at the price last asked for, would change nothing.
    boolean isFull();

    static Appetite of(Placement placement, int scales) {
        return switch (placement) {
            case Placement.Limit limit -> new ByQuantity(limit.side(), limit.price(), limit.quantity());
            case Placement.Market market ->
                new ByQuantity(
                        market.side(), market.side() == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE, market.quantity());
            case Placement.MarketByQuote market -> new ByQuote(market.quote(), market.lot(), scales);
        };
    }

    final class ByQuantity implements Appetite {
        private final Side side;
        private final long limit;
        private long left;

        ByQuantity(Side side, long limit, long left) {
            this.side = side;
            this.limit = limit;
            this.left = left;
        }

        @Override
        public long at(long price) {
            boolean crosses = side == Side.BUY ? price <= limit : price >= limit;
            return crosses ? left : 0;
        }

        @Override
        public void took(long price, long quantity) {
            left -= quantity;
        }

        @Override
        public long left() {
            return left;
        }

        @Override
        public boolean isFull() {
            return left == 0;
        }
    }

    final class ByQuote implements Appetite {
        private final long lot;
        private final int scales;
        private Amount budget;
        private long askedPrice; // 0 until a price was asked for

        ByQuote(Amount budget, long lot, int scales) {
            this.budget = budget;
            this.lot = lot;
            this.scales = scales;
        }

        @Override
        public long at(long price) {
            askedPrice = price;
            BigInteger perUnit = Amount.product(price, 1, scales).units();
            BigInteger affordable = budget.units().divide(perUnit);
            long quantity = affordable.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
            return quantity - quantity % lot;
        }

        @Override
        public void took(long price, long quantity) {
            budget = budget.minus(Amount.product(price, quantity, scales));
        }

        @Override
        public long left() {
            return 0;
        }

        @Override
        public boolean isFull() {
            return askedPrice != 0 && at(askedPrice) == 0;
        }
    }
}
