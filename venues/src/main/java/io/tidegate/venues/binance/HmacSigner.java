package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs with HMAC-SHA256. A class and not a record, so that nothing prints the secret. One thread.
final class HmacSigner implements Signer {
    private final String apiKey;
    private final Mac mac;

    HmacSigner(String apiKey, String secret) {
        if (apiKey.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException("binance: an API key and its secret must not be empty");
        }
        this.apiKey = apiKey;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", impossible);
        }
    }

    @Override
    public String apiKey() {
        return apiKey;
    }

    @Override
    public String sign(String payload) {
        return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
    }

    @Override
    public boolean logsOn() {
        return false; // the venue takes Ed25519 only there
    }

    @Override
    public String toString() {
        return "HMAC key " + apiKey.substring(0, Math.min(4, apiKey.length())) + "…";
    }
}
