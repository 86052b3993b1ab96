package io.tidegate.venues.binance.market;

/// A message that is not what the venue's documents describe: what, where, what was expected. Thrown and caught within
/// this package, on the slow path only; outside it is a kind of message with a text.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String where, String expected, String found) {
        super(
                where + ": expected " + expected + ", found "
                        + (found.length() <= 60 ? found : found.substring(0, 60) + "…"),
                null,
                false,
                false);
    }
}
