package io.tidegate.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

/// A key as configured: its hash, and who stands behind it.
///
/// @param sha256 of the key's UTF-8 bytes, 64 hexadecimal digits, kept in lower case
public record AccessKey(Caller caller, String sha256) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public AccessKey {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("key " + caller.name() + ": sha256 is not 64 hexadecimal digits");
        }
    }
}
