package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.venues.api.FeeRates;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.Listing;
import io.tidegate.venues.api.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads what the venue says about itself and the account's terms (binance.md sections 6 and 8). Pure.
final class Surveys {
    private static final List<String> COMMISSIONS = List.of("standardCommission", "specialCommission", "taxCommission");

    private Surveys() {}

    /// Standard, special and tax added up; the discount for a fee paid in BNB is left out.
    static Outcome fees(Instrument instrument, Fields commission) {
        if (!commission.text("symbol").equals(Symbols.name(instrument))) {
            throw commission.expected("symbol", Symbols.name(instrument));
        }
        return new Outcome.FeesSeen(new FeeRates(
                instrument,
                amount(commission, "maker"),
                amount(commission, "taker"),
                amount(commission, "buyer"),
                amount(commission, "seller"),
                discountAsset(commission)));
    }

    /// Standard, special and tax of one kind.
    static BigDecimal rate(Fields commission, String name) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String kind : COMMISSIONS) {
            sum = sum.add(commission.has(kind) ? commission.object(kind).decimal(name) : BigDecimal.ZERO);
        }
        return sum;
    }

    private static Amount amount(Fields commission, String name) {
        return Fields.amount(rate(commission, name))
                .orElseThrow(() -> commission.object(COMMISSIONS.getFirst()).expected(name, "a rate of 18 decimals"));
    }

    /// In which a fee is cheaper, "" where it is not.
    static String discountAsset(Fields commission) {
        if (!commission.has("discount")) {
            return "";
        }
        Fields discount = commission.object("discount");
        boolean isOn = discount.flag("enabledForAccount")
                && (!discount.has("enabledForSymbol") || discount.flag("enabledForSymbol"));
        return isOn ? discount.textOrNone("discountAsset") : "";
    }

    /// What is listed, and the limits that the venue states; a limit that we do not know is left out.
    static Outcome listings(Fields exchangeInfo) {
        List<Listing> listings = new ArrayList<>();
        for (Fields symbol : exchangeInfo.objects("symbols")) {
            listings.add(SymbolRules.listing(symbol));
        }
        List<LimitRule> limits = new ArrayList<>();
        if (exchangeInfo.node("rateLimits").isArray()) {
            exchangeInfo
                    .node("rateLimits")
                    .forEach(limit -> Counters.rule(limit).ifPresent(limits::add));
        }
        return new Outcome.ListingsSeen(List.copyOf(listings), List.copyOf(limits));
    }
}
