package io.tidegate.venues.binance;

/// An API key and what proves that we hold its secret (binance.md section 2).
///
/// The venue takes HMAC-SHA256, RSA and Ed25519; all sign the same payloads, so that a further kind is one more class
/// here. Ed25519 could besides log a connection on once instead of signing each frame; no caller depends on it. One
/// thread.
public interface Signer {
    /// The public half, sent with every signed request.
    String apiKey();

    /// The signature as it stands in a JSON frame; in a query it is percent-encoded on top.
    ///
    /// @param payload signed as UTF-8
    String sign(String payload);

    /// A key of the HMAC-SHA256 kind, whose signatures are 64 hexadecimal digits.
    ///
    /// @throws IllegalArgumentException when either is empty
    static Signer hmac(String apiKey, String secret) {
        return new HmacSigner(apiKey, secret);
    }
}
