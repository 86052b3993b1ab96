package io.tidegate.app.command;

import io.tidegate.venues.binance.BinanceWords;
import io.tidegate.venues.words.VenueWords;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every venue whose language we speak, one line each.
final class Venues {
    static final SortedMap<String, VenueWords> ALL =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("binance", new BinanceWords())));

    private Venues() {}
}
