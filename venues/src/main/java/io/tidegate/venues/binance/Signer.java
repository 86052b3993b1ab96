package io.tidegate.venues.binance;

/// An API key and what proves that we hold its secret (binance.md section 2).
///
/// The venue takes HMAC-SHA256, RSA and Ed25519; all sign the same payloads. Only with Ed25519 can a connection be
/// logged on once, after which its frames need no signature of their own. One thread.
public interface Signer {
    /// The public half, sent with every signed request.
    String apiKey();

    /// The signature as it stands in a JSON frame; in a query it is percent-encoded on top.
    ///
    /// @param payload signed as UTF-8
    String sign(String payload);

    /// Whether a connection can be logged on with it (`session.logon`).
    boolean logsOn();

    /// A key of whichever kind the secret is: a private key in PEM or as the base64 text within it (PKCS#8,
    /// Ed25519 or RSA) signs as such; any other text is an HMAC secret.
    ///
    /// @throws IllegalArgumentException when either is empty, or the secret is a private key that cannot be
    ///                                  read; the message names what was expected and never the secret
    static Signer of(String apiKey, String secret) {
        return KeyPairSigner.isPrivateKey(secret) ? new KeyPairSigner(apiKey, secret) : new HmacSigner(apiKey, secret);
    }

    /// A key of the HMAC-SHA256 kind, whose signatures are 64 hexadecimal digits.
    ///
    /// @throws IllegalArgumentException when either is empty
    static Signer hmac(String apiKey, String secret) {
        return new HmacSigner(apiKey, secret);
    }
}
