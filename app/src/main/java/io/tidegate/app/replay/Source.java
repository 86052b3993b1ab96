package io.tidegate.app.replay;

import io.tidegate.market.capture.CaptureReader;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.binance.market.MarketSymbols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file is about: our recordings say it in their first line, others show it in their messages.
///
/// @param rule    how its differences are numbered; those of futures name the one before
/// @param symbols its instruments
record Source(DepthRule rule, MarketSymbols symbols) {
    /// As fine as the venue writes them; where prices and quantities are large the caller says less.
    static final int SCALE_USUAL = 8;

    private static final int LINES_MAX = 5_000;
    private static final Pattern SYMBOL = Pattern.compile("\"s\":\"([^\"\\\\]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("\"e\":\"depthUpdate\".*\"pu\":");

    /// Looks into the first 5,000 lines of a file.
    ///
    /// @throws IOException when it cannot be read, or names no symbol
    static Source of(Path file, int priceScale, int quantityScale) throws IOException {
        var names = new TreeMap<String, Boolean>();
        try (var reader = CaptureReader.open(file)) {
            var line = reader.next();
            for (int count = 0; line.isPresent() && count < LINES_MAX; count++) {
                String text = new String(line.get().message(), StandardCharsets.UTF_8);
                Matcher symbol = SYMBOL.matcher(text);
                if (symbol.find()) {
                    names.merge(symbol.group(1), PREVIOUS.matcher(text).find(), Boolean::logicalOr);
                }
                line = reader.next();
            }
            if (names.isEmpty()) {
                throw new IOException(file + ": no message of its first " + LINES_MAX + " lines names a symbol");
            }
        }
        var rule = names.containsValue(true) ? DepthRule.FUTURES : DepthRule.SPOT;
        List<Instrument> instruments = new ArrayList<>();
        for (String name : names.keySet()) {
            instruments.add(
                    new Instrument(instruments.size() + 1, name, AssetClass.SPOT, 1, 2, priceScale, quantityScale));
        }
        return new Source(rule, MarketSymbols.of(instruments));
    }
}
