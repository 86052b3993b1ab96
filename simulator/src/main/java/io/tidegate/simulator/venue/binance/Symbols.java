package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The markets by Binance's names: base and quote in one word, such as `BTCUSDT`.
final class Symbols {
    private final Map<String, Market> byName = new LinkedHashMap<>();

    Symbols(SimulatedVenue venue) {
        for (Market market : venue.markets()) {
            var instrument = market.instrument();
            if (instrument.priceScale() > Json.DECIMALS || instrument.quantityScale() > Json.DECIMALS) {
                throw new IllegalArgumentException(market + ": Binance has 8 decimals");
            }
            byName.put(name(market), market);
        }
    }

    static String name(Market market) {
        return market.base().code() + market.quote().code();
    }

    Collection<Market> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /// The market of a stream's name, such as `btcusdt`.
    Optional<Market> inLowerCase(String name) {
        boolean isLower = name.equals(name.toLowerCase(Locale.ROOT));
        return isLower ? Optional.ofNullable(byName.get(name.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /// The market of parameter `symbol`, which is mandatory.
    Optional<Market> mandatory(Parameters parameters) {
        String name = parameters.mandatory("symbol");
        var market = Optional.ofNullable(byName.get(name));
        if (market.isEmpty() && !name.isEmpty()) {
            parameters.complain(BinanceError.badSymbol());
        }
        return market;
    }

    /// The markets of `symbol`, or of `symbols` (a JSON array of names), or all.
    List<Market> chosen(Parameters parameters) {
        if (parameters.has("symbol") && parameters.has("symbols")) {
            parameters.text("symbol");
            parameters.text("symbols");
            parameters.complain(BinanceError.badCombination());
            return List.of();
        }
        if (parameters.has("symbol")) {
            return mandatory(parameters).stream().toList();
        }
        var list = parameters.text("symbols");
        if (list.isEmpty()) {
            return List.copyOf(byName.values());
        }
        var markets = new ArrayList<Market>();
        for (String name : names(list.get())) {
            var market = Optional.ofNullable(byName.get(name));
            if (market.isEmpty()) {
                parameters.complain(BinanceError.badSymbol());
            }
            market.ifPresent(markets::add);
        }
        return markets;
    }

    private static List<String> names(String array) {
        String inside = array.startsWith("[") && array.endsWith("]") ? array.substring(1, array.length() - 1) : array;
        var names = new ArrayList<String>();
        for (String quoted : inside.split(",", -1)) {
            String trimmed = quoted.strip();
            boolean isQuoted = trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
            names.add(isQuoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed);
        }
        return names;
    }
}
