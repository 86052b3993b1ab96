package io.tidegate.simulator.account;

/// How an account proves itself.
///
/// @param apiKey sent along with each request
/// @param secret what its signatures are checked against: the shared secret of an HMAC key, the raw public key in
///               base64 of an Ed25519 key
public record Credentials(String apiKey, String secret, Kind kind) {
    /// Kinds of keys.
    public enum Kind {
        HMAC_SHA256,
        ED25519
    }

    /// An HMAC key.
    public Credentials(String apiKey, String secret) {
        this(apiKey, secret, Kind.HMAC_SHA256);
    }

    /// The key only: the secret stays out of logs, even a simulated one.
    @Override
    public String toString() {
        return apiKey;
    }
}
