package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Signs with a private key of our own, of whose public half the venue was told: Ed25519, or RSA with
/// PKCS#1 v1.5 and SHA-256. Signatures are base64. A class and not a record, so that nothing prints the
/// key. One thread.
final class KeyPairSigner implements Signer {
    /// What base64 makes of the beginning of an Ed25519 or RSA key in PKCS#8; no HMAC secret begins so.
    private static final Pattern BARE =
            Pattern.compile("(MC4CAQAwBQYDK2Vw|MFECAQEwBQYDK2Vw|MII[A-Za-z0-9+/]{3}IBADAN)[A-Za-z0-9+/\\s]+={0,2}");

    private static final Pattern MARKS = Pattern.compile("-----(BEGIN|END) [A-Z0-9 ]+-----");

    private final String apiKey;
    private final boolean isEd25519;
    private final Signature signature;

    KeyPairSigner(String apiKey, String secret) {
        if (apiKey.isEmpty()) {
            throw new IllegalArgumentException("binance: an API key must not be empty");
        }
        this.apiKey = apiKey;
        PrivateKey key = read(secret);
        isEd25519 = key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519");
        try {
            signature = Signature.getInstance(isEd25519 ? "Ed25519" : "SHA256withRSA");
            signature.initSign(key);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("binance: the private key cannot sign: " + unusable.getMessage());
        }
    }

    /// Whether a secret is a private key, well-formed or not.
    static boolean isPrivateKey(String secret) {
        return secret.contains("-----BEGIN ") || BARE.matcher(secret.strip()).matches();
    }

    private static PrivateKey read(String secret) {
        if (secret.contains("ENCRYPTED PRIVATE KEY") || secret.contains("BEGIN RSA PRIVATE KEY")) {
            throw new IllegalArgumentException(
                    "binance: a private key must be PKCS#8 without a passphrase (BEGIN PRIVATE KEY)");
        }
        // A file of one line per value writes the line breaks of a PEM as \n.
        String base64 =
                MARKS.matcher(secret.replace("\\n", "\n")).replaceAll("").replaceAll("\\s", "");
        byte[] der;
        try {
            der = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("binance: the private key is not base64");
        }
        for (String algorithm : List.of("Ed25519", "RSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException ofAnotherKind) {
                // the next one is tried, and when none fits that is told below
            }
        }
        throw new IllegalArgumentException("binance: the private key is neither Ed25519 nor RSA in PKCS#8");
    }

    @Override
    public String apiKey() {
        return apiKey;
    }

    @Override
    public String sign(String payload) {
        try {
            signature.update(payload.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that signed before does not sign", impossible);
        }
    }

    @Override
    public boolean logsOn() {
        return isEd25519;
    }

    @Override
    public String toString() {
        return (isEd25519 ? "Ed25519" : "RSA") + " key " + apiKey.substring(0, Math.min(4, apiKey.length())) + "…";
    }
}
