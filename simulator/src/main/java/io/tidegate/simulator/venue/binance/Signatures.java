package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks signatures: HMAC-SHA256 in hex without regard to case, Ed25519 in base64 (fact sheet §2).
final class Signatures {
    /// What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410).
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<Credentials, Mac> macs = new HashMap<>(); // made once per account; looked up, never iterated
    private final Map<Credentials, PublicKey> keys = new HashMap<>();

    boolean isValid(Credentials credentials, String payload, String signature) {
        byte[] signed = payload.getBytes(StandardCharsets.UTF_8);
        return switch (credentials.kind()) {
            case HMAC_SHA256 -> {
                byte[] expected =
                        macs.computeIfAbsent(credentials, Signatures::mac).doFinal(signed);
                byte[] hex = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII);
                yield MessageDigest.isEqual(
                        hex, signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            }
            case ED25519 -> verifies(keys.computeIfAbsent(credentials, Signatures::publicKey), signed, signature);
        };
    }

    private static Mac mac(Credentials credentials) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credentials.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static PublicKey publicKey(Credentials credentials) {
        byte[] raw = Base64.getDecoder().decode(credentials.secret());
        byte[] encoded = new byte[ED25519_PREFIX.length + raw.length];
        System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
        System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 public key: " + credentials, e);
        }
    }

    private static boolean verifies(PublicKey key, byte[] signed, String signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
