package io.tidegate.simulator.matching;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;

/// An order as it enters a book. Prices and quantities are at the instrument's scales and positive.
public sealed interface Placement {
    /// Unique among the orders that rest in the book.
    long orderId();

    Side side();

    Ownership ownership();

    /// Whose an order is.
    ///
    /// @param owner     0 for one that is nobody's and meets everybody
    /// @param selfTrade what happens where it arrives at an order of the same owner
    record Ownership(long owner, SelfTrade selfTrade) {
        public static final Ownership NONE = new Ownership(0, SelfTrade.ALLOWED);
    }

    /// Trades at its price or better.
    ///
    /// @param timeInForce GTC rests with what is left, IOC ends with it, FOK trades whole or not at all
    /// @param postOnly    ends as `WOULD_TAKE` instead of trading on arrival; GTC only
    /// @param display     how much of it is shown at a time, 0 for all; what follows queues behind the others;
    ///                    GTC only
    record Limit(
            long orderId,
            Side side,
            long price,
            long quantity,
            TimeInForce timeInForce,
            boolean postOnly,
            long display,
            Ownership ownership)
            implements Placement {
        public Limit {
            if (price <= 0 || quantity <= 0 || display < 0) {
                throw new IllegalArgumentException(
                        "order " + orderId + ": price " + price + ", quantity " + quantity + ", " + display + " shown");
            }
            switch (timeInForce) {
                case GTC -> {}
                case IOC, FOK -> {
                    if (postOnly || display > 0) {
                        throw new IllegalArgumentException(
                                "order " + orderId + ": post-only or iceberg with " + timeInForce);
                    }
                }
                case GTD, DAY -> throw new IllegalArgumentException("order " + orderId + ": " + timeInForce);
            }
        }

        /// An order that is shown whole and is nobody's.
        public Limit(long orderId, Side side, long price, long quantity, TimeInForce timeInForce, boolean postOnly) {
            this(orderId, side, price, quantity, timeInForce, postOnly, 0, Ownership.NONE);
        }
    }

    /// Trades at any price until its quantity or the book is used up.
    record Market(long orderId, Side side, long quantity, Ownership ownership) implements Placement {
        public Market {
            if (quantity <= 0) {
                throw new IllegalArgumentException("order " + orderId + ": quantity " + quantity);
            }
        }

        /// An order that is nobody's.
        public Market(long orderId, Side side, long quantity) {
            this(orderId, side, quantity, Ownership.NONE);
        }
    }

    /// Trades at any price until the next lot would exceed the quote amount to be spent (or received).
    ///
    /// @param quote at most this much of the quote asset
    /// @param lot   quantities are multiples of it
    record MarketByQuote(long orderId, Side side, Amount quote, long lot, Ownership ownership) implements Placement {
        public MarketByQuote {
            if (quote.signum() <= 0 || lot <= 0) {
                throw new IllegalArgumentException("order " + orderId + ": quote " + quote + ", lot " + lot);
            }
        }

        /// An order that is nobody's.
        public MarketByQuote(long orderId, Side side, Amount quote, long lot) {
            this(orderId, side, quote, lot, Ownership.NONE);
        }
    }
}
