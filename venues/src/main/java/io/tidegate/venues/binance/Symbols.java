package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The venue's names of the instruments that we know: `BTC/USDT` is `BTCUSDT` there (binance.md section 0).
///
/// The way back is a look-up among the known ones, because `BTCUSDT` alone does not say where the base asset ends.
final class Symbols {
    private final Map<String, Instrument> bySymbol;

    private Symbols(Map<String, Instrument> bySymbol) {
        this.bySymbol = bySymbol;
    }

    /// @throws IllegalArgumentException when two instruments have one symbol at the venue
    static Symbols of(List<Instrument> instruments) {
        Map<String, Instrument> bySymbol = new HashMap<>(); // asked by name only, never walked through
        for (Instrument instrument : instruments) {
            Instrument other = bySymbol.put(name(instrument), instrument);
            if (other != null) {
                throw new IllegalArgumentException("binance: " + other.symbol() + " and " + instrument.symbol()
                        + " are both " + name(instrument) + " there");
            }
        }
        return new Symbols(bySymbol);
    }

    /// The venue's name of an instrument, known or not.
    static String name(Instrument instrument) {
        return instrument.symbol().replace("/", "");
    }

    /// Whether exactly this instrument is among the known ones.
    boolean knows(Instrument instrument) {
        return find(name(instrument)).filter(instrument::equals).isPresent();
    }

    Optional<Instrument> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }
}
