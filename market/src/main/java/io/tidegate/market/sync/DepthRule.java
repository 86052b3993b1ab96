package io.tidegate.market.sync;

/// How Binance numbers the differences of a book (Spot and USDⓈ-M / COIN-M documentation, "How to manage a
/// local order book correctly"). Every difference covers the venue's update ids `U` to `u`.
public enum DepthRule {
    /// Ids are dense: each `U` is one more than the `u` before. A difference that begins earlier and ends later
    /// is taken, as the venue's steps say: quantities are absolute, so that its end is the state at `u` all the
    /// same.
    SPOT {
        @Override
        boolean joins(long firstId, long previousId, long bookId) {
            return firstId <= bookId + 1;
        }

        @Override
        boolean follows(long firstId, long previousId, long bookId) {
            return firstId <= bookId + 1;
        }
    },
    /// Ids are shared by all symbols and have holes; each difference names the `u` of the one before as `pu`. A
    /// snapshot may lie in a hole, so the first difference behind it is the one that ends after it and whose `pu`
    /// does not.
    FUTURES {
        @Override
        boolean joins(long firstId, long previousId, long bookId) {
            return previousId <= bookId;
        }

        @Override
        boolean follows(long firstId, long previousId, long bookId) {
            return previousId == bookId;
        }
    };

    /// Whether nothing lies between a snapshot and a difference that ends behind it.
    abstract boolean joins(long firstId, long previousId, long bookId);

    /// Whether nothing lies between the difference applied last and one that ends behind it.
    abstract boolean follows(long firstId, long previousId, long bookId);
}
