package io.tidegate.simulator.account;

import java.util.random.RandomGenerator;

/// How an account proves itself.
///
/// @param apiKey sent along with each request
/// @param secret what its signatures are checked against: the shared secret of an HMAC key, the raw public key in
///               base64 of an Ed25519 key
public record Credentials(String apiKey, String secret, Kind kind) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 64;

    /// Kinds of keys.
    public enum Kind {
        HMAC_SHA256,
        ED25519
    }

    /// An HMAC key.
    public Credentials(String apiKey, String secret) {
        this(apiKey, secret, Kind.HMAC_SHA256);
    }

    /// An HMAC key of 64 letters and digits, and a secret of as many.
    public static Credentials draw(RandomGenerator random) {
        return new Credentials(letters(random), letters(random));
    }

    private static String letters(RandomGenerator random) {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /// The key only: the secret stays out of logs, even a simulated one.
    @Override
    public String toString() {
        return apiKey;
    }
}
