package io.tidegate.venues.api;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// An instrument as the venue lists it, before our scales (SPEC INS-1, INS-3).
///
/// @param symbol        the venue's name
/// @param status        the venue's word for its state
/// @param phase         what that lets us do
/// @param tick          prices are multiples of it; 0 where there is no such rule
/// @param lot           quantities are multiples of it; 0 where there is no such rule
/// @param quantityMin   least quantity of an order; 0 for none
/// @param quantityMax   largest; 0 for none
/// @param notionalMin   least price × quantity; 0 for none
/// @param words         order types and abilities in the venue's words, sorted
/// @param rules         every rule of the venue as it states them, `FILTER.field` to value, sorted; those above too
public record Listing(
        String symbol,
        String base,
        String quote,
        String status,
        Phase phase,
        BigDecimal tick,
        BigDecimal lot,
        BigDecimal quantityMin,
        BigDecimal quantityMax,
        BigDecimal notionalMin,
        SortedSet<String> words,
        SortedMap<String, String> rules) {
    /// What may be done with it now.
    public enum Phase {
        OPEN,
        CANCEL_ONLY,
        HALTED
    }

    private static final long UNLIMITED = Long.MAX_VALUE;

    public Listing {
        words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /// Its grid at an instrument's scales; where the venue has no such rule, the finest that the scales can say.
    ///
    /// @return empty when the rules cannot be said at these scales, or are none: then nothing can be traded
    public Optional<Grid> grid(Instrument instrument) {
        try {
            long tick = scaled(this.tick, instrument.priceScale(), 1);
            long lot = scaled(this.lot, instrument.quantityScale(), 1);
            long min = Math.max(scaled(quantityMin, instrument.quantityScale(), lot), lot);
            long max = quantityMax.signum() == 0 ? UNLIMITED : atMost(quantityMax, instrument.quantityScale());
            return Optional.of(new Grid(tick, lot, min, max, Amount.of(notionalMin)));
        } catch (ArithmeticException | IllegalArgumentException inexpressible) {
            return Optional.empty();
        }
    }

    /// Rounded down, and no more than 63 bits: what is allowed within is allowed by the venue too.
    private static long atMost(BigDecimal rule, int scale) {
        return rule.scaleByPowerOfTen(scale)
                .setScale(0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(UNLIMITED))
                .longValueExact();
    }

    private static long scaled(BigDecimal rule, int scale, long withoutRule) {
        return rule.signum() == 0 ? withoutRule : rule.scaleByPowerOfTen(scale).longValueExact();
    }
}
