package io.tidegate.app.replay;

import io.tidegate.market.sync.DepthRule;

/// Whether messages of one kind and instrument stand in the order in which the venue sent them, none missing and none
/// twice, as far as their numbers tell. One thread.
final class Chain {
    private boolean hasBegun;
    private long lastId;
    private long gaps;
    private long repeated;

    /// What comes next need not follow.
    void restart() {
        hasBegun = false;
    }

    /// A difference of a book.
    void difference(DepthRule rule, long firstId, long newLastId, long previousId) {
        boolean follows = rule == DepthRule.SPOT ? firstId == lastId + 1 : previousId == lastId;
        take(newLastId, follows);
    }

    /// A trade: their numbers have no holes.
    void trade(long id) {
        take(id, id == lastId + 1);
    }

    /// A quote: their numbers rise, with holes.
    void quote(long id) {
        take(id, true);
    }

    private void take(long newLastId, boolean follows) {
        if (hasBegun && newLastId <= lastId) {
            repeated++;
            return;
        }
        if (hasBegun && !follows) {
            gaps++;
        }
        hasBegun = true;
        lastId = newLastId;
    }

    /// How often something is missing in between.
    long gaps() {
        return gaps;
    }

    /// How often something came that is not newer than what came before: doubled, or moved.
    long repeated() {
        return repeated;
    }
}
