package io.tidegate.simulator.matching;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;

/// An order as it enters a book. Prices and quantities are at the instrument's scales and positive.
public sealed interface Placement {
    /// Unique among the orders that rest in the book.
    long orderId();

    Side side();

    /// Trades at its price or better.
    ///
    /// @param timeInForce GTC rests with what is left, IOC ends with it, FOK trades whole or not at all
    /// @param postOnly    ends as `WOULD_TAKE` instead of trading on arrival; GTC only
    record Limit(long orderId, Side side, long price, long quantity, TimeInForce timeInForce, boolean postOnly)
            implements Placement {
        public Limit {
            if (price <= 0 || quantity <= 0) {
                throw new IllegalArgumentException("order " + orderId + ": price " + price + ", quantity " + quantity);
            }
            switch (timeInForce) {
                case GTC -> {}
                case IOC, FOK -> {
                    if (postOnly) {
                        throw new IllegalArgumentException("order " + orderId + ": post-only with " + timeInForce);
                    }
                }
                case GTD, DAY -> throw new IllegalArgumentException("order " + orderId + ": " + timeInForce);
            }
        }
    }

    /// Trades at any price until its quantity or the book is used up.
    record Market(long orderId, Side side, long quantity) implements Placement {
        public Market {
            if (quantity <= 0) {
                throw new IllegalArgumentException("order " + orderId + ": quantity " + quantity);
            }
        }
    }

    /// Trades at any price until the next lot would exceed the quote amount to be spent (or received).
    ///
    /// @param quote at most this much of the quote asset
    /// @param lot   quantities are multiples of it
    record MarketByQuote(long orderId, Side side, Amount quote, long lot) implements Placement {
        public MarketByQuote {
            if (quote.signum() <= 0 || lot <= 0) {
                throw new IllegalArgumentException("order " + orderId + ": quote " + quote + ", lot " + lot);
            }
        }
    }
}
