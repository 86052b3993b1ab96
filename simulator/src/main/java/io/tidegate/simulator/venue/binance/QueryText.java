package io.tidegate.simulator.venue.binance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads the parameters of a REST request out of query string and form body, and what of them is signed.
final class QueryText {
    private QueryText() {}

    /// Where both carry a parameter, the query string wins; twice in one of them is refused (fact sheet §1).
    static Outcome<Parameters> parse(String query, String body) {
        var fromQuery = pairs(query);
        var fromBody = pairs(body);
        return switch (fromQuery) {
            case Outcome.Refused<Map<String, String>> refused -> new Outcome.Refused<>(refused.error());
            case Outcome.Is<Map<String, String>> inQuery ->
                switch (fromBody) {
                    case Outcome.Refused<Map<String, String>> refused -> new Outcome.Refused<>(refused.error());
                    case Outcome.Is<Map<String, String>> inBody -> {
                        var all = new LinkedHashMap<>(inBody.value());
                        all.putAll(inQuery.value());
                        yield new Outcome.Is<>(new Parameters(all, Set.of()));
                    }
                };
        };
    }

    /// What a REST request signs: query and body as sent, without separator, without the signature (fact sheet §2).
    static String payload(String query, String body) {
        return withoutSignature(query) + withoutSignature(body);
    }

    private static String withoutSignature(String text) {
        if (!text.contains("signature=")) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        for (String pair : text.split("&", -1)) {
            if (!pair.startsWith("signature=")) {
                kept.append(kept.isEmpty() ? "" : "&").append(pair);
            }
        }
        return kept.toString();
    }

    private static Outcome<Map<String, String>> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        if (text.isEmpty()) {
            return new Outcome.Is<>(pairs);
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            try {
                String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
                String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (!name.isEmpty() && pairs.put(name, value) != null) {
                    return new Outcome.Refused<>(BinanceError.duplicateParameter());
                }
            } catch (IllegalArgumentException notPercentEncoded) {
                return new Outcome.Refused<>(BinanceError.illegalCharacters());
            }
        }
        return new Outcome.Is<>(pairs);
    }
}
