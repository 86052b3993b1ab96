package io.tidegate.market.venue;

import java.util.Optional;

/// The best bid and ask as the venue's own stream of quotes tells them, which is ahead of the book's differences.
///
/// One thread writes, any thread reads without a lock. Empty after the stream was lost, until its next quote.
public final class Touch {
    private static final int BID = 0;
    private static final int BID_QUANTITY = 1;
    private static final int ASK = 2;
    private static final int ASK_QUANTITY = 3;
    private static final int ID = 4;
    private static final int AT_NS = 5;
    private static final int COUNT = 6;

    private final SharedNumbers numbers = new SharedNumbers(COUNT);

    /// A quote. Prices and quantities are at the instrument's scales; 0 and 0 where a side is empty.
    ///
    /// @param id   the venue's number of the book's state; the same counter as the book's
    /// @param atNs when it was received, nanoseconds since 1970 UTC
    public record Quote(long bid, long bidQuantity, long ask, long askQuantity, long id, long atNs) {
        /// Whether both sides have somebody and they do not meet.
        public boolean isSound() {
            return bid > 0 && bidQuantity > 0 && askQuantity > 0 && ask > bid;
        }
    }

    /// Takes a quote unless it is older than the present one. The writer's thread.
    ///
    /// @return false when it was older, or the same
    public boolean quote(long bid, long bidQuantity, long ask, long askQuantity, long id, long atNs) {
        if (id <= numbers.get(ID) && numbers.get(AT_NS) != 0) {
            return false;
        }
        write(bid, bidQuantity, ask, askQuantity, id, atNs);
        return true;
    }

    /// Forgets the quote, because the stream has ended. The writer's thread.
    public void clear() {
        write(0, 0, 0, 0, 0, 0);
    }

    private void write(long bid, long bidQuantity, long ask, long askQuantity, long id, long atNs) {
        numbers.begin();
        numbers.put(BID, bid);
        numbers.put(BID_QUANTITY, bidQuantity);
        numbers.put(ASK, ask);
        numbers.put(ASK_QUANTITY, askQuantity);
        numbers.put(ID, id);
        numbers.put(AT_NS, atNs);
        numbers.end();
    }

    /// The number of the latest quote, 0 for none. The writer's thread.
    public long lastId() {
        return numbers.get(ID);
    }

    /// The latest quote, all of one moment. Any thread.
    public Optional<Quote> read() {
        var seen = new long[COUNT];
        return numbers.read(seen) == 0 || seen[AT_NS] == 0
                ? Optional.empty()
                : Optional.of(
                        new Quote(seen[BID], seen[BID_QUANTITY], seen[ASK], seen[ASK_QUANTITY], seen[ID], seen[AT_NS]));
    }
}
