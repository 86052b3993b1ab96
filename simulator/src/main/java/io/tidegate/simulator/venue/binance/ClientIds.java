package io.tidegate.simulator.venue.binance;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// Client order ids: their form, and those that the venue makes up where none was sent.
final class ClientIds {
    /// As documented (fact sheet §3.2).
    static final Pattern FORM = Pattern.compile("^[a-zA-Z0-9-_]{1,36}$");

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 22;

    private final SplittableRandom random;

    ClientIds(SplittableRandom random) {
        this.random = random;
    }

    String next() {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
