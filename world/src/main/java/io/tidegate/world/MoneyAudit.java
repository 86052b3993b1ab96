package io.tidegate.world;

import static io.tidegate.world.Violation.must;
import static io.tidegate.world.Violation.present;

import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/// Money as the events tell it, and the two laws that it obeys after each command, to the last unit (SPEC POS-1,
/// POS-2).
///
/// ```text
///   per asset    balance = what was there + bought − sold + realised − cost − fees + cash flows + unexplained
///   at marks     equity change = realised + unrealised − fees + funding, interest and gas
/// ```
///
/// The first holds for every asset of every venue account and needs no price. The second values the first; it is
/// checked in twice the unit of amounts times 10¹⁸, so that a middle of two prices is exact too.
final class MoneyAudit {
    private record Place(int venueAccount, int of) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return venueAccount != other.venueAccount
                    ? Integer.compare(venueAccount, other.venueAccount)
                    : Integer.compare(of, other.of);
        }
    }

    private static final PositionChanged NONE =
            new PositionChanged(0, 0, 0, Amount.ZERO, Amount.ZERO, PositionCause.STANDS);

    private final Map<Integer, Instrument> instruments = new TreeMap<>();
    private final Map<Integer, MarkSet> marks = new TreeMap<>();
    private final Map<Place, Amount> totals = new TreeMap<>();
    private final Map<Place, PositionChanged> positions = new TreeMap<>();
    /// What moved a balance and is no result of trading: openings, transfers, differences that nobody explained.
    private final Map<Place, Amount> outside = new TreeMap<>();
    private final Map<Place, Amount> charges = new TreeMap<>();
    private boolean touched;

    /// Takes the next event.
    ///
    /// @param index its place among the events of its command; 0 says that the command before is complete
    void onEvent(int index, Event event) {
        if (index == 0) {
            check();
        }
        switch (event) {
            case InstrumentDefined defined ->
                instruments.put(defined.instrument().id(), defined.instrument());
            case MarkSet mark -> marks.put(mark.instrument(), mark);
            case BalanceChanged balance -> take(balance);
            case PositionChanged position ->
                positions.put(new Place(position.venueAccount(), position.instrument()), position);
            case FillBooked fill -> {
                Instrument traded = instrument(fill.instrument());
                BigInteger exact = fill.price().units().multiply(BigInteger.valueOf(fill.quantity()));
                BigInteger value = exact.divide(BigInteger.TEN.pow(traded.quantityScale()));
                must(
                        fill.quote().minus(fill.rounding()).units().equals(value),
                        "what the venue rounded is told apart",
                        fill);
                charge(fill.venueAccount(), fill.feeAsset(), fill.fee());
            }
            case FillCorrected fill -> {
                charge(
                        fill.venueAccount(),
                        fill.feeAssetBefore(),
                        fill.feeBefore().negated());
                charge(fill.venueAccount(), fill.feeAsset(), fill.fee());
            }
            case CashFlowBooked flow -> {
                Place place = new Place(flow.venueAccount(), flow.asset());
                switch (flow.kind()) {
                    case TRANSFER -> outside.merge(place, flow.amount(), Amount::plus);
                    case FUNDING, INTEREST, GAS ->
                        charge(flow.venueAccount(), flow.asset(), flow.amount().negated());
                }
            }
            case PositionAdjusted adjusted -> {
                Instrument traded = instrument(adjusted.instrument());
                Amount base = traded.baseAmount(adjusted.quantity());
                boolean buy = adjusted.side() == Side.BUY;
                Amount quote = adjusted.cost();
                outside.merge(
                        new Place(adjusted.venueAccount(), traded.base()), buy ? base.negated() : base, Amount::plus);
                outside.merge(
                        new Place(adjusted.venueAccount(), traded.quote()),
                        buy ? quote : quote.negated(),
                        Amount::plus);
            }
            default -> {}
        }
    }

    private void take(BalanceChanged balance) {
        Place place = new Place(balance.venueAccount(), balance.asset());
        Amount before = totals.getOrDefault(place, Amount.ZERO);
        totals.put(place, balance.total());
        if (balance.cause() == BalanceCause.OPENING || balance.cause() == BalanceCause.ADJUSTMENT) {
            outside.merge(place, balance.total().minus(before), Amount::plus);
        }
        touched = true;
    }

    private void charge(int venueAccount, int asset, Amount paid) {
        if (asset != 0) {
            charges.merge(new Place(venueAccount, asset), paid, Amount::plus);
        }
    }

    /// Checks both laws; only when every event of a command has been taken.
    void check() {
        if (!touched) {
            return;
        }
        touched = false;
        var traded = new TreeMap<Place, Amount>();
        positions.forEach((place, position) -> {
            Instrument instrument = instrument(place.of);
            Amount base = instrument.baseAmount(position.quantity());
            traded.merge(new Place(place.venueAccount, instrument.base()), base, Amount::plus);
            traded.merge(
                    new Place(place.venueAccount, instrument.quote()),
                    position.realised().minus(position.cost()),
                    Amount::plus);
        });
        totals.forEach((place, total) -> {
            Amount expected = outside.getOrDefault(place, Amount.ZERO)
                    .plus(traded.getOrDefault(place, Amount.ZERO))
                    .minus(charges.getOrDefault(place, Amount.ZERO));
            must(
                    total.equals(expected),
                    "balances are what trading, fees and flows made them",
                    place + ": " + total + ", expected " + expected);
        });
        totals.keySet().stream().map(Place::venueAccount).distinct().forEach(this::checkAtMarks);
    }

    /// At the marks: what equity has gained is what positions have earned, realised and not, less what they cost.
    private void checkAtMarks(int venueAccount) {
        var gained = new TreeMap<Integer, BigInteger>();
        var earned = new TreeMap<Integer, BigInteger>();
        for (Instrument instrument : instruments.values()) {
            MarkSet mark = marks.get(instrument.id());
            if (mark == null) {
                return; // not all of it can be valued yet
            }
            Place base = new Place(venueAccount, instrument.base());
            int quote = instrument.quote();
            gained.merge(quote, worth(gain(base), instrument, mark), BigInteger::add);
            PositionChanged position = positions.getOrDefault(new Place(venueAccount, instrument.id()), NONE);
            Amount unrealised = present(
                            instrument
                                    .midValue(mark.bid(), mark.ask(), position.quantity())
                                    .orElse(null),
                            "a position can be valued",
                            position)
                    .minus(position.cost());
            BigInteger fees = worth(charges.getOrDefault(base, Amount.ZERO), instrument, mark);
            earned.merge(quote, whole(position.realised().plus(unrealised)).subtract(fees), BigInteger::add);
        }
        for (int quote : gained.keySet()) {
            Place place = new Place(venueAccount, quote);
            BigInteger gain = gained.getOrDefault(quote, BigInteger.ZERO).add(whole(gain(place)));
            BigInteger result = earned.getOrDefault(quote, BigInteger.ZERO)
                    .subtract(whole(charges.getOrDefault(place, Amount.ZERO)));
            must(gain.equals(result), "equity gains what positions earn less fees", gain + " against " + result);
        }
    }

    private Amount gain(Place place) {
        return totals.getOrDefault(place, Amount.ZERO).minus(outside.getOrDefault(place, Amount.ZERO));
    }

    /// An amount of the base asset at the middle of the mark.
    private static BigInteger worth(Amount base, Instrument instrument, MarkSet mark) {
        return base.units()
                .multiply(BigInteger.valueOf(mark.bid()).add(BigInteger.valueOf(mark.ask())))
                .multiply(BigInteger.TEN.pow(Amount.SCALE - instrument.priceScale()));
    }

    private static BigInteger whole(Amount quote) {
        return quote.units().shiftLeft(1).multiply(BigInteger.TEN.pow(Amount.SCALE));
    }

    private Instrument instrument(int id) {
        return present(instruments.get(id), "what is traded was defined", id);
    }
}
