package io.tidegate.core.order;

import io.tidegate.model.order.OrderTerms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What remains of an order's content when the order has left memory: the first 128 bits of SHA-256 over its fields.
record Digest(long hi, long lo) {
    static Digest of(OrderTerms terms) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(terms.toString().getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new Digest(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
