package io.tidegate.market.sync;

import io.tidegate.market.book.Levels;
import io.tidegate.market.book.Truth;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.List;

/// A venue that never errs: numbers its updates as Binance does, and remembers what its book was at each
/// difference.
final class VenueBook {
    /// One difference, and the book as it is behind it.
    record Difference(long firstId, long lastId, long previousId, Levels levels, Truth after) {}

    private static final int PRICES = 30;

    private final DepthRule rule;
    private final Truth truth = new Truth();
    private long lastId = 1_000;

    VenueBook(DepthRule rule) {
        this.rule = rule;
    }

    /// So many differences in a row; the book is never crossed.
    List<Difference> trade(Seed seed, int count) {
        var differences = new ArrayList<Difference>();
        for (int index = 0; index < count; index++) {
            long previousId = lastId;
            long firstId =
                    previousId + 1 + (rule == DepthRule.FUTURES ? seed.random().nextInt(4) : 0);
            lastId = firstId + seed.random().nextInt(4);
            var levels = new Levels();
            int changes = 1 + seed.random().nextInt(4);
            for (int change = 0; change < changes; change++) {
                var side = seed.pick(Side.class);
                long price = 1_000 - (long) side.sign() * (1 + seed.random().nextInt(PRICES));
                long quantity = seed.chance(30) ? 0 : lastId * 10 + change; // no quantity comes twice
                levels.add(side, price, quantity);
                truth.set(side, price, quantity);
            }
            differences.add(new Difference(firstId, lastId, previousId, levels, truth.copy()));
        }
        return differences;
    }
}
