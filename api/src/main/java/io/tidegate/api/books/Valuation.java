package io.tidegate.api.books;

import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What things are worth at the marks (SPEC POS-1). A mark that is too old keeps its value and is called stale; without
/// any mark there is no value, never a guessed one.
public final class Valuation {
    private final Listings listings;

    public Valuation(Listings listings) {
        this.listings = listings;
    }

    /// The middle of the mark's quotes, exact.
    public static BigDecimal mid(Instrument instrument, MarkSet mark) {
        return BigDecimal.valueOf(mark.bid())
                .add(BigDecimal.valueOf(mark.ask()))
                .scaleByPowerOfTen(-instrument.priceScale())
                .divide(BigDecimal.TWO);
    }

    /// Worth at the mark less cost, in the quote asset; zero when nothing is open, empty without a mark.
    public Optional<Amount> unrealised(PositionChanged position) {
        return unrealised(position.instrument(), position.quantity(), position.cost());
    }

    /// Likewise for a sum of positions of one instrument.
    public Optional<Amount> unrealised(int instrument, long quantity, Amount cost) {
        if (quantity == 0) {
            return Optional.of(cost.negated());
        }
        Optional<Instrument> known = listings.instrument(instrument);
        return known.flatMap(one -> listings.mark(instrument)
                .flatMap(mark -> one.midValue(mark.bid(), mark.ask(), quantity))
                .map(value -> value.minus(cost)));
    }

    /// An amount of one asset in another by the marks of an instrument of the two, either way round; empty where there
    /// is
    /// none. For display: rounded half even to the unit of amounts.
    public Optional<BigDecimal> value(Amount amount, int asset, int in) {
        if (asset == in || amount.isZero()) {
            return Optional.of(amount.decimal());
        }
        for (Instrument instrument : listings.instruments()) {
            boolean straight = instrument.base() == asset && instrument.quote() == in;
            boolean reverse = instrument.base() == in && instrument.quote() == asset;
            Optional<MarkSet> mark = straight || reverse ? listings.mark(instrument.id()) : Optional.empty();
            if (mark.isPresent()) {
                BigDecimal price = mid(instrument, mark.get());
                BigDecimal value = straight
                        ? amount.decimal().multiply(price).setScale(Amount.SCALE, RoundingMode.HALF_EVEN)
                        : amount.decimal().divide(price, Amount.SCALE, RoundingMode.HALF_EVEN);
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
