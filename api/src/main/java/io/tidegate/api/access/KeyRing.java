package io.tidegate.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// All keys that are accepted.
public final class KeyRing {
    /// Longest key that is looked at.
    private static final int KEY_MAX = 256;

    private static final String SCHEME = "Bearer ";

    @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
    private record Entry(byte[] hash, Caller caller) {}

    private final List<Entry> entries;

    public KeyRing(List<AccessKey> keys) {
        this.entries = keys.stream()
                .map(key -> new Entry(HexFormat.of().parseHex(key.sha256()), key.caller()))
                .toList();
    }

    /// Who sent that `Authorization` header. Takes as long for a wrong key as for a right one.
    public Optional<Caller> caller(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || authorization.length() > SCHEME.length() + KEY_MAX) {
            return Optional.empty();
        }
        byte[] hash = hash(authorization.substring(SCHEME.length()).strip());
        Optional<Caller> found = Optional.empty();
        for (Entry entry : entries) { // all of them, always
            if (MessageDigest.isEqual(entry.hash, hash)) {
                found = Optional.of(entry.caller);
            }
        }
        return found;
    }

    /// What stands for a key in the configuration.
    public static String sha256(String key) {
        return HexFormat.of().formatHex(hash(key));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
