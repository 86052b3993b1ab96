package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Golden files of `src/test/resources/binance`.
final class Golden {
    private Golden() {}

    /// A file's text without its last line feed.
    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(
                Golden.class.getResourceAsStream("/binance/" + file), () -> "no golden file " + file)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
