package io.tidegate.simulator.venue.binance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The parameters of one request, read one by one. What is wrong with them is remembered, first come first told, and
/// reading goes on: an operation reads all it takes, then asks for the [#problem], which includes what nobody read.
final class Parameters {
    private static final Pattern DECIMAL = Pattern.compile("^([0-9]{1,20})(\\.[0-9]{1,20})?$");
    private static final Pattern INTEGER = Pattern.compile("^[0-9]{1,18}$");

    private final Map<String, String> sent;
    private final Set<String> bareNumbers;
    private final Set<String> read = new LinkedHashSet<>();
    private Optional<BinanceError> problem = Optional.empty();

    /// @param bareNumbers names of those that came as JSON numbers instead of strings
    Parameters(Map<String, String> sent, Set<String> bareNumbers) {
        this.sent = new LinkedHashMap<>(sent);
        this.bareNumbers = bareNumbers;
    }

    /// What was wrong first; unread parameters are wrong as well.
    Optional<BinanceError> problem() {
        if (problem.isEmpty() && !read.containsAll(sent.keySet())) {
            long known = sent.keySet().stream().filter(read::contains).count();
            return Optional.of(BinanceError.unread((int) known, sent.size()));
        }
        return problem;
    }

    void complain(BinanceError error) {
        if (problem.isEmpty()) {
            problem = Optional.of(error);
        }
    }

    /// Whether something was wrong so far; unread parameters are not counted.
    boolean hasComplaint() {
        return problem.isPresent();
    }

    /// Looks without reading.
    boolean has(String name) {
        return sent.containsKey(name);
    }

    /// Looks without reading.
    String peek(String name, String otherwise) {
        return sent.getOrDefault(name, otherwise);
    }

    Optional<String> text(String name) {
        read.add(name);
        var value = Optional.ofNullable(sent.get(name));
        if (value.isPresent() && value.get().isEmpty()) {
            complain(BinanceError.empty(name));
            return Optional.empty();
        }
        return value;
    }

    /// Complains when it is missing; empty then.
    String mandatory(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            complain(BinanceError.missing(name));
        }
        return value.orElse("");
    }

    /// A text of that form.
    Optional<String> text(String name, Pattern form) {
        var value = text(name);
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            complain(BinanceError.illegalCharacters(name, form.pattern()));
            return Optional.empty();
        }
        return value;
    }

    OptionalLong integer(String name) {
        var value = text(name, INTEGER);
        return value.isPresent() ? OptionalLong.of(Long.parseLong(value.get())) : OptionalLong.empty();
    }

    /// A count from 1 to `max`, or `otherwise`; larger ones count as `max`, as at the venue.
    int limit(int otherwise, int max) {
        long limit = integer("limit").orElse(otherwise);
        if (limit < 1) {
            complain(BinanceError.notValid("limit"));
        }
        return Math.clamp(limit, 1, max);
    }

    /// A time in nanoseconds since 1970 UTC; sent in ms or µs.
    OptionalLong time(String name) {
        var value = integer(name);
        return value.isPresent() ? OptionalLong.of(nanos(value.getAsLong())) : value;
    }

    /// Times of today have 13 digits in ms and 16 in µs.
    static long nanos(long msOrMicros) {
        return msOrMicros >= 100_000_000_000_000L
                ? Math.multiplyExact(Math.min(msOrMicros, Long.MAX_VALUE / 1_000), 1_000L)
                : msOrMicros * 1_000_000L;
    }

    /// A decimal at that scale, sent as text: bare numbers and exponents are illegal, more than 8 decimals too precise
    /// even if they are zeros (fact sheet §9, quirk 6).
    OptionalLong decimal(String name, int scale) {
        if (bareNumbers.contains(name)) {
            complain(BinanceError.illegalCharacters(name, DECIMAL.pattern()));
        }
        var value = text(name, DECIMAL);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = value.get();
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        if (decimals > Math.min(Json.DECIMALS, scale)) {
            complain(BinanceError.tooPrecise(name));
            return OptionalLong.empty();
        }
        String whole = point < 0 ? digits : digits.substring(0, point);
        if (whole.length() + scale > 18) {
            complain(BinanceError.notValid(name));
            return OptionalLong.empty();
        }
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        return OptionalLong.of(Long.parseLong(whole + fraction + "0".repeat(scale - decimals)));
    }

    boolean flag(String name, boolean otherwise) {
        var value = text(name);
        return switch (value.orElse(otherwise ? "true" : "false")) {
            case "true", "TRUE" -> true;
            case "false", "FALSE" -> false;
            default -> {
                complain(BinanceError.notValid(name));
                yield otherwise;
            }
        };
    }

    /// What a WebSocket request signs: all but the signature, sorted by name, raw (fact sheet §2).
    String sortedPayload() {
        var payload = new StringBuilder();
        new TreeMap<>(sent).forEach((name, value) -> {
            if (!name.equals("signature")) {
                payload.append(payload.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return payload.toString();
    }
}
