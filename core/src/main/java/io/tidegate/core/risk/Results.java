package io.tidegate.core.risk;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Charges;
import io.tidegate.core.ledger.Positions;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an account has won or lost, in one asset, at the last marks however old (SPEC POS-1).
///
/// Computed anew each time, from positions and charges: in the number of positions of all accounts. Rounded towards
/// zero to the unit of amounts where one asset is turned into another.
final class Results {
    private final Catalog catalog;
    private final Positions positions;
    private final Charges charges;
    /// The instrument by whose mark one asset is turned into another, by the pair.
    private final Map<Long, Integer> between = new LinkedHashMap<>();

    Results(Catalog catalog, Positions positions, Charges charges) {
        this.catalog = catalog;
        this.positions = positions;
        this.charges = charges;
    }

    /// Realised and unrealised less charges; empty when a part of it has no mark, or is beyond 127 bits.
    Optional<Amount> of(String account, int asset) {
        BigInteger sum = BigInteger.ZERO;
        for (PositionChanged position : positions.all()) {
            if (isOf(account, position.venueAccount())) {
                Optional<BigInteger> part =
                        result(position).flatMap(result -> value(result, quote(position.instrument()), asset));
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(part.get());
            }
        }
        for (ChargeStands charge : charges.all()) {
            if (isOf(account, charge.venueAccount())) {
                Optional<BigInteger> part = value(charge.sum().units(), charge.asset(), asset);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.subtract(part.get());
            }
        }
        return sum.bitLength() > 126 ? Optional.empty() : Optional.of(Amount.of(sum));
    }

    private boolean isOf(String account, int venueAccount) {
        return catalog.venue(venueAccount)
                .filter(venue -> venue.account().account().equals(account))
                .isPresent();
    }

    private int quote(int instrument) {
        return catalog.instrument(instrument).orElseThrow().quote();
    }

    private Optional<BigInteger> result(PositionChanged position) {
        BigInteger closed = position.realised().minus(position.cost()).units();
        if (position.quantity() == 0) {
            return Optional.of(closed);
        }
        Instrument instrument = catalog.instrument(position.instrument()).orElseThrow();
        return catalog.mark(instrument.id())
                .flatMap(mark -> instrument.midValue(mark.bid(), mark.ask(), position.quantity()))
                .map(open -> closed.add(open.units()));
    }

    private Optional<BigInteger> value(BigInteger units, int from, int to) {
        if (from == to || units.signum() == 0) {
            return Optional.of(units);
        }
        Optional<Instrument> instrument = between(from, to);
        Optional<MarkSet> mark = instrument.flatMap(known -> catalog.mark(known.id()));
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        BigInteger twice = BigInteger.valueOf(mark.get().bid())
                .add(BigInteger.valueOf(mark.get().ask()));
        BigInteger scale = BigInteger.TEN.pow(instrument.get().priceScale()).shiftLeft(1);
        return Optional.of(
                instrument.get().base() == from
                        ? units.multiply(twice).divide(scale)
                        : units.multiply(scale).divide(twice));
    }

    /// The first instrument of the two that was defined, either way round.
    private Optional<Instrument> between(int from, int to) {
        long pair = ((long) Math.min(from, to) << 32) | Math.max(from, to);
        Integer known = between.get(pair);
        if (known != null) {
            return catalog.instrument(known);
        }
        for (int id = 1; catalog.instrument(id).isPresent(); id++) {
            Instrument one = catalog.instrument(id).orElseThrow();
            boolean fits = (one.base() == from && one.quote() == to) || (one.base() == to && one.quote() == from);
            if (fits) {
                between.put(pair, id);
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
