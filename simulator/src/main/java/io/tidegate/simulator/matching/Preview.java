package io.tidegate.simulator.matching;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What an order would trade if it arrived now.
///
/// @param quantity the sum over all makers
/// @param quote    the sum of price × quantity, exact
public record Preview(long quantity, Amount quote) {

    /// A preview of an order by quote amount.
    ///
    /// @param isSpent whether more of the book, at the price last asked for, would change nothing
    record ByQuote(Preview preview, boolean isSpent) {}

    /// Goes through a book as an arriving order does, and changes nothing.
    static final class Maker {
        private final int scales;
        private boolean isStopped; // by a self-trade, in the walk under way

        /// @param scales of price and quantity together
        Maker(int scales) {
            this.scales = scales;
        }

        Preview byQuantity(BookSide facing, Placement taker, long limit, long wanted) {
            isStopped = false;
            long left = wanted;
            long quantity = 0;
            Amount quote = Amount.ZERO;
            for (int rank = 0; rank < facing.count() && left > 0 && !isStopped; rank++) {
                Level level = facing.byRank(rank);
                if (taker.side() == Side.BUY ? level.price > limit : level.price < limit) {
                    break;
                }
                var walked = walk(level, taker, left);
                left -= walked.traded + walked.prevented;
                quantity += walked.traded;
                quote = quote.plus(Amount.product(level.price, walked.traded, scales));
            }
            return new Preview(quantity, quote);
        }

        ByQuote byQuote(BookSide facing, Placement.MarketByQuote taker) {
            isStopped = false;
            Amount budget = taker.quote();
            long quantity = 0;
            long affordable = 1;
            for (int rank = 0; rank < facing.count() && !isStopped; rank++) {
                Level level = facing.byRank(rank);
                affordable = affordable(budget, level.price, taker.lot());
                if (affordable == 0) {
                    break;
                }
                long traded = walk(level, taker, affordable).traded;
                budget = budget.minus(Amount.product(level.price, traded, scales));
                quantity += traded;
                affordable = affordable(budget, level.price, taker.lot());
            }
            return new ByQuote(new Preview(quantity, taker.quote().minus(budget)), affordable == 0);
        }

        private long affordable(Amount budget, long price, long lot) {
            BigInteger perUnit = Amount.product(price, 1, scales).units();
            long quantity = budget.units()
                    .divide(perUnit)
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValueExact();
            return quantity - quantity % lot;
        }

        private record Walked(long traded, long prevented) {}

        /// Takes from one level in the order of its queue: first what is shown, then round by round what icebergs show
        /// next.
        private Walked walk(Level level, Placement taker, long wanted) {
            long owner = taker.ownership().owner();
            SelfTrade mode = owner == 0 ? SelfTrade.ALLOWED : taker.ownership().selfTrade();
            long traded = 0;
            long prevented = 0;
            boolean isExhausted = false;
            for (int round = 0; !isExhausted && !isStopped; round++) {
                isExhausted = true;
                for (@Nullable RestingOrder maker = level.oldest; maker != null; maker = maker.younger) {
                    long part = Math.min(part(maker, round), wanted - traded - prevented);
                    if (part == 0) {
                        continue;
                    }
                    isExhausted = false;
                    boolean isOwn = mode != SelfTrade.ALLOWED && maker.owner == owner;
                    if (!isOwn) {
                        traded += part;
                    } else if (mode == SelfTrade.DECREMENT) {
                        prevented += part;
                    } else if (mode != SelfTrade.EXPIRE_MAKER) {
                        isStopped = true;
                        return new Walked(traded, prevented);
                    }
                }
            }
            return new Walked(traded, prevented);
        }

        private static long part(RestingOrder order, int round) {
            if (round == 0) {
                return order.left;
            }
            return order.display == 0 ? 0 : Math.clamp(order.hidden - (round - 1) * order.display, 0, order.display);
        }
    }
}
