package io.tidegate.venues.binance;

import io.tidegate.model.number.Decimals;
import io.tidegate.venues.api.Listing;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads a symbol of `exchangeInfo` with every filter that it has (binance.md section 8). Pure.
///
/// The grid is that of limit orders; MARKET_LOT_SIZE and the other filters stay readable by name, and are
/// checked by the venue before anything happens.
final class SymbolRules {
    /// Fields of filters that are decimals, which the venue always sends as text; counts are numbers.
    private static final Set<String> DECIMALS =
            Set.of("tickSize", "minPrice", "maxPrice", "stepSize", "minQty", "maxQty", "minNotional", "maxNotional");

    private SymbolRules() {}

    /// @throws Drift when a field is missing or a rule is no decimal
    static Listing listing(Fields symbol) {
        var rules = new TreeMap<String, String>();
        for (Fields filter : symbol.objects("filters")) {
            String name = filter.text("filterType");
            for (Map.Entry<String, JsonNode> field : filter.fields()) {
                if (DECIMALS.contains(field.getKey())) {
                    filter.decimal(field.getKey()); // what is none is drift
                }
                if (!field.getKey().equals("filterType")) {
                    rules.put(name + "." + field.getKey(), plain(field.getValue()));
                }
            }
        }
        String status = symbol.text("status");
        boolean isSpot = !symbol.has("isSpotTradingAllowed") || symbol.flag("isSpotTradingAllowed");
        String notional = rules.containsKey("NOTIONAL.minNotional") ? "NOTIONAL" : "MIN_NOTIONAL";
        return new Listing(
                symbol.text("symbol"),
                symbol.text("baseAsset"),
                symbol.text("quoteAsset"),
                status,
                isSpot ? phase(status) : Listing.Phase.HALTED,
                rule(symbol, rules, "PRICE_FILTER.tickSize"),
                rule(symbol, rules, "LOT_SIZE.stepSize"),
                rule(symbol, rules, "LOT_SIZE.minQty"),
                rule(symbol, rules, "LOT_SIZE.maxQty"),
                rule(symbol, rules, notional + ".minNotional"),
                words(symbol),
                rules);
    }

    /// A status that nobody has seen lets nothing be done.
    private static Listing.Phase phase(String status) {
        return switch (status) {
            case "TRADING" -> Listing.Phase.OPEN;
            case "CANCEL_ONLY" -> Listing.Phase.CANCEL_ONLY;
            default -> Listing.Phase.HALTED;
        };
    }

    private static BigDecimal rule(Fields symbol, Map<String, String> rules, String name) {
        String stated = rules.getOrDefault(name, "0");
        try {
            BigDecimal rule = Decimals.parse(stated);
            if (rule.signum() >= 0) {
                return rule;
            }
        } catch (NumberFormatException notDecimal) {
            // told below, as a negative rule is
        }
        throw symbol.expected("filters", "a decimal of 0 or more as " + name + ", not " + stated);
    }

    /// Its order types, and each ability that it has.
    private static SortedSet<String> words(Fields symbol) {
        var words = new TreeSet<String>();
        symbol.texts("orderTypes").forEach(words::add);
        for (Map.Entry<String, JsonNode> field : symbol.fields()) {
            if (field.getValue().isBoolean() && field.getValue().booleanValue()) {
                words.add(field.getKey());
            }
        }
        symbol.texts("allowedSelfTradePreventionModes").forEach(mode -> words.add("selfTradePrevention:" + mode));
        return words;
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
