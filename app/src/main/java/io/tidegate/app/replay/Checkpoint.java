package io.tidegate.app.replay;

import io.tidegate.market.book.Book;
import io.tidegate.market.book.BookView;
import io.tidegate.model.order.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/// What a book was at one of the venue's numbers, in 16 hex digits that anybody can compute: the first of the SHA-256
/// over its best twenty bids, then asks, a line each such as `B 61602.01 0.5` and `S 61602.02 2`, joined by line feeds,
/// without trailing zeros.
///
/// @param updateId the venue's number of the state
record Checkpoint(long updateId, String hash) {
    static final int LEVELS = 20;

    static Checkpoint of(Book book, BookView view) {
        book.read(view);
        var lines = new ArrayList<String>();
        for (Side side : Side.values()) {
            for (int index = 0; index < Math.min(LEVELS, view.count(side)); index++) {
                lines.add((side == Side.BUY ? "B " : "S ")
                        + book.instrument().priceText(view.price(side, index)) + " "
                        + book.instrument().quantityText(view.quantity(side, index)));
            }
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return new Checkpoint(
                    view.sequence(), HexFormat.of().formatHex(digest).substring(0, 16));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
