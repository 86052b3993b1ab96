package io.tidegate.venues.binance;

/// A message that is not what the venue's documents promise: a missing field, an unknown value, no JSON at all (SPEC
/// VEN-20). Thrown while reading and caught where reading began; it never leaves the package.
final class Drift extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message which field, what was found, what was expected
    Drift(String message) {
        super(message.length() <= 300 ? message : message.substring(0, 300), null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
