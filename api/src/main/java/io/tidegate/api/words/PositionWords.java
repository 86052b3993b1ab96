package io.tidegate.api.words;

import io.tidegate.api.books.Charge;
import io.tidegate.api.books.Listings;
import io.tidegate.api.books.Money;
import io.tidegate.api.books.PositionStep;
import io.tidegate.api.books.Valuation;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.number.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Positions, profit and loss in JSON, at three levels: per venue account and instrument, per instrument, per asset
/// (SPEC POS-1). Amounts are exact decimals as strings; averages, percents and values of fees are for display.
public final class PositionWords {
    private static final int PERCENT_SCALE = 4;

    private final Listings listings;
    private final Money money;
    private final Valuation valuation;

    public PositionWords(Listings listings, Money money) {
        this.listings = listings;
        this.money = money;
        this.valuation = new Valuation(listings);
    }

    /// Quantity, cost and result of one instrument, at one venue account or at several together.
    private record Sum(long quantity, Amount cost, Amount realised, boolean oneSided) {
        static final Sum NONE = new Sum(0, Amount.ZERO, Amount.ZERO, true);

        Sum plus(PositionChanged position) {
            boolean same = quantity == 0
                    || position.quantity() == 0
                    || Long.signum(quantity) == Long.signum(position.quantity());
            return new Sum(
                    Math.addExact(quantity, position.quantity()),
                    cost.plus(position.cost()),
                    realised.plus(position.realised()),
                    oneSided && same);
        }
    }

    /// Every position at these venue accounts.
    ///
    /// @param nowNs nanoseconds since 1970 UTC, for the age of marks
    public void byVenue(Set<Integer> venueAccounts, long nowNs, ArrayNode to) {
        for (PositionChanged position : money.positions()) {
            if (venueAccounts.contains(position.venueAccount())) {
                ObjectNode one = to.addObject();
                one.put("venueAccount", venue(position.venueAccount()));
                Set<Integer> here = Set.of(position.venueAccount());
                write(position.instrument(), Sum.NONE.plus(position), here, nowNs, one);
            }
        }
    }

    /// The same, added up over these venue accounts for each instrument.
    public void byInstrument(Set<Integer> venueAccounts, long nowNs, ArrayNode to) {
        var sums = new TreeMap<Integer, Sum>();
        for (PositionChanged position : money.positions()) {
            if (venueAccounts.contains(position.venueAccount())) {
                sums.put(
                        position.instrument(),
                        sums.getOrDefault(position.instrument(), Sum.NONE).plus(position));
            }
        }
        sums.forEach((instrument, sum) -> write(instrument, sum, venueAccounts, nowNs, to.addObject()));
    }

    /// What is held of each asset that is bought and sold, over these venue accounts and all instruments of it.
    public void byAsset(Set<Integer> venueAccounts, ArrayNode to) {
        var sums = new TreeMap<Integer, Amount>();
        for (PositionChanged position : money.positions()) {
            if (venueAccounts.contains(position.venueAccount())) {
                Instrument instrument = instrument(position.instrument());
                sums.merge(instrument.base(), instrument.baseAmount(position.quantity()), Amount::plus);
            }
        }
        sums.forEach((asset, quantity) -> {
            ObjectNode one = to.addObject();
            one.put("asset", asset(asset));
            one.put("quantity", quantity.toString());
        });
    }

    /// Changes of positions at these venue accounts, the newest first.
    ///
    /// @param instrument only of that one; empty for all
    public void history(Set<Integer> venueAccounts, Optional<Instrument> instrument, long countMax, ArrayNode to) {
        money.steps().stream()
                .filter(step -> venueAccounts.contains(step.venueAccount()))
                .filter(step -> instrument.isEmpty() || instrument.get().id() == step.instrument())
                .limit(countMax)
                .forEach(step -> to.add(step(step)));
    }

    private ObjectNode step(PositionStep step) {
        Instrument instrument = instrument(step.instrument());
        ObjectNode to = Body.MAPPER.createObjectNode();
        OrderWords.time(to, "at", step.atNs());
        to.put("venueAccount", venue(step.venueAccount()));
        to.put("instrument", instrument.symbol());
        to.put("cause", step.cause().name());
        to.put("before", instrument.quantityText(step.before()));
        to.put("after", instrument.quantityText(step.after()));
        to.put("cost", step.cost().toString());
        to.put("realised", step.realised().toString());
        to.put("trigger", step.trigger());
        return to;
    }

    private void write(int id, Sum sum, Set<Integer> venueAccounts, long nowNs, ObjectNode to) {
        Instrument instrument = instrument(id);
        to.put("instrument", instrument.symbol());
        to.put("quote", asset(instrument.quote()));
        to.put("quantity", instrument.quantityText(sum.quantity));
        to.put("cost", sum.cost.toString());
        if (sum.quantity != 0 && sum.oneSided) {
            to.put("averagePrice", BookWords.average(sum.cost, instrument, sum.quantity));
        }
        to.put("realised", sum.realised.toString());
        mark(instrument, venueAccounts, nowNs, to);
        Optional<Amount> unrealised = valuation.unrealised(id, sum.quantity, sum.cost);
        unrealised.ifPresent(amount -> to.put("unrealised", amount.toString()));
        if (unrealised.isPresent() && !sum.cost.isZero()) {
            BigDecimal percent = unrealised
                    .get()
                    .decimal()
                    .movePointRight(2)
                    .divide(sum.cost.abs().decimal(), PERCENT_SCALE, RoundingMode.HALF_EVEN);
            to.put("unrealisedPercent", Decimals.format(percent));
        }
        charges(instrument, sum, venueAccounts, to);
    }

    /// The mark and its age; one older than the account's limit, or none at all, is called stale.
    private void mark(Instrument instrument, Set<Integer> venueAccounts, long nowNs, ObjectNode to) {
        Optional<MarkSet> mark = listings.mark(instrument.id());
        long ageMaxNs = venueAccounts.stream()
                .flatMap(id -> listings.venue(id).stream())
                .mapToLong(
                        venue -> listings.limits(venue.venueAccount().account()).referenceAgeMaxNs())
                .min()
                .orElse(0);
        mark.ifPresent(known -> {
            to.put("mark", Decimals.format(Valuation.mid(instrument, known)));
            OrderWords.time(to, "markedAt", known.atNs());
            to.put("markAgeMs", Math.max(0, nowNs - known.atNs()) / 1_000_000);
        });
        to.put("markStale", mark.isEmpty() || nowNs - mark.get().atNs() > ageMaxNs);
    }

    /// Each charge in its own asset, and together in the quote asset where all of them can be valued.
    private void charges(Instrument instrument, Sum sum, Set<Integer> venueAccounts, ObjectNode to) {
        ArrayNode list = to.putArray("charges");
        var unvalued = new ArrayList<String>();
        BigDecimal together = BigDecimal.ZERO;
        for (Map.Entry<Charge, Amount> charge :
                chargesOf(instrument, venueAccounts).entrySet()) {
            String asset = asset(charge.getKey().asset());
            ObjectNode one = list.addObject();
            one.put("kind", charge.getKey().kind().name());
            one.put("asset", asset);
            one.put("paid", charge.getValue().toString());
            Optional<BigDecimal> value =
                    valuation.value(charge.getValue(), charge.getKey().asset(), instrument.quote());
            together = together.add(value.orElse(BigDecimal.ZERO));
            if (value.isEmpty()) {
                unvalued.add(asset);
            }
        }
        if (unvalued.isEmpty()) {
            to.put("chargesValue", Decimals.format(together));
            to.put("net", Decimals.format(sum.realised.decimal().subtract(together)));
        } else {
            unvalued.forEach(to.putArray("chargesUnvalued")::add);
        }
    }

    private Map<Charge, Amount> chargesOf(Instrument instrument, Set<Integer> venueAccounts) {
        var sums = new LinkedHashMap<Charge, Amount>();
        List<Charge> all = money.charges();
        for (Charge charge : all) {
            if (charge.instrument() == instrument.id() && venueAccounts.contains(charge.venueAccount())) {
                var kind = new Charge(0, instrument.id(), charge.asset(), charge.kind(), Amount.ZERO);
                sums.merge(kind, charge.paid(), Amount::plus);
            }
        }
        return sums;
    }

    private Instrument instrument(int id) {
        return listings.instrument(id).orElseThrow();
    }

    private String asset(int id) {
        return listings.asset(id).map(Asset::code).orElse("#" + id);
    }

    private String venue(int venueAccount) {
        return listings.venue(venueAccount)
                .map(venue -> venue.venueAccount().name())
                .orElse("#" + venueAccount);
    }
}
