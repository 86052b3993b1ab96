package io.tidegate.market.sync;

import io.tidegate.market.book.Book;
import io.tidegate.market.book.Condition;
import io.tidegate.market.book.Levels;
import java.util.TreeMap;

/// Keeps one book in step with Binance's stream of differences and its snapshots.
///
/// ```
///   restart --> quiet --- first difference: SNAPSHOT_NEEDED ---> waiting <---+  differences are kept, by id;
///                                                                 |   ^  +---+  snapshot too old: SNAPSHOT_NEEDED
///                            snapshot that what was kept follows  |   |
///                                                                 v   |  gap, crossed, too deep: SNAPSHOT_NEEDED
///                                                                following
/// ```
///
/// What is lost is noticed by the ids; what comes twice is ignored; what comes in the wrong order is a gap while
/// following, and is put in order while waiting. The thread that writes the book. Allocates only while waiting.
public final class DepthSync {
    /// Differences kept while waiting, the oldest given up first: a snapshot older than what is left is refused
    /// as too old, so nothing is lost by it. At 100 ms per difference a quarter of an hour.
    static final int KEPT_MAX = 10_000;

    /// A difference that waits for its snapshot.
    private record Kept(long firstId, long lastId, long previousId, Levels levels) {}

    private final Book book;
    private final DepthRule rule;
    private final TreeMap<Long, Kept> keptByLastId = new TreeMap<>();
    private boolean isFollowing;
    private boolean isSnapshotAsked;
    private boolean isFirstAfterSnapshot;
    private long bookId;
    /// The highest id that the stream or a snapshot has told since the restart; an older snapshot would go back
    /// in time.
    private long newestId = Long.MIN_VALUE;

    public DepthSync(Book book, DepthRule rule) {
        this.book = book;
        this.rule = rule;
    }

    /// Forgets everything, because the stream ended or begins again: the book is out of use until the next
    /// snapshot, which the first difference from now on asks for. The answer to an earlier request, should it
    /// still come, is held against the new stream's ids like any other.
    public void restart(Condition why) {
        book.invalidate(why);
        keptByLastId.clear();
        isFollowing = false;
        isSnapshotAsked = false;
        newestId = Long.MIN_VALUE;
    }

    /// Whether the book shows what the stream has told so far.
    public boolean isFollowing() {
        return isFollowing;
    }

    /// Takes a difference of the stream.
    ///
    /// @param firstId    the venue's `U`, its first update
    /// @param lastId     the venue's `u`, its last update
    /// @param previousId the venue's `pu`, where the difference before ended; not looked at for spot
    /// @param levels     absolute quantities; copied if they have to be kept
    /// @param atNs       when it was received, nanoseconds since 1970 UTC
    public Step difference(long firstId, long lastId, long previousId, Levels levels, long atNs) {
        if (!isFollowing) {
            return keep(firstId, lastId, previousId, levels);
        }
        if (lastId <= bookId) {
            return Step.REPEATED;
        }
        if (firstId > lastId || !isNext(firstId, previousId)) {
            book.invalidate(Condition.GAP);
            isFollowing = false;
            return keep(firstId, lastId, previousId, levels);
        }
        book.beginChange();
        book.set(levels);
        advance(lastId);
        return committed(atNs);
    }

    /// Takes a snapshot. One that was not asked for, or comes twice, is ignored: before the first difference
    /// nothing would tell how old it is, and while following the book knows better.
    ///
    /// @param lastUpdateId the venue's number of its state
    /// @param levels       all of its levels
    /// @param atNs         when it was received, nanoseconds since 1970 UTC
    public Step snapshot(long lastUpdateId, Levels levels, long atNs) {
        if (isFollowing || !isSnapshotAsked) {
            return Step.REPEATED;
        }
        keptByLastId.headMap(lastUpdateId, true).clear();
        if (!reachesWhatWasKept(lastUpdateId)) {
            return askForSnapshot();
        }
        bookId = lastUpdateId;
        newestId = Math.max(newestId, lastUpdateId);
        isFirstAfterSnapshot = true;
        book.beginSnapshot(levels);
        // One batch with what was kept: nobody sees a book that is known to be behind.
        for (var next = keptByLastId.firstEntry(); next != null; next = keptByLastId.firstEntry()) {
            Kept kept = next.getValue();
            if (!isNext(kept.firstId(), kept.previousId())) {
                book.invalidate(Condition.GAP);
                return askForSnapshot();
            }
            book.set(kept.levels());
            advance(kept.lastId());
            keptByLastId.pollFirstEntry();
        }
        isFollowing = true;
        return committed(atNs);
    }

    private boolean reachesWhatWasKept(long lastUpdateId) {
        var first = keptByLastId.firstEntry();
        return first == null
                ? newestId <= lastUpdateId
                : rule.joins(first.getValue().firstId(), first.getValue().previousId(), lastUpdateId);
    }

    private boolean isNext(long firstId, long previousId) {
        return isFirstAfterSnapshot
                ? rule.joins(firstId, previousId, bookId)
                : rule.follows(firstId, previousId, bookId);
    }

    private void advance(long lastId) {
        bookId = lastId;
        newestId = Math.max(newestId, lastId);
        isFirstAfterSnapshot = false;
    }

    private Step committed(long atNs) {
        if (book.commit(bookId, atNs) == Condition.VALID) {
            isSnapshotAsked = false;
            return Step.APPLIED;
        }
        isFollowing = false;
        return askForSnapshot();
    }

    private Step keep(long firstId, long lastId, long previousId, Levels levels) {
        if (firstId <= lastId) { // one that ends before it begins tells nothing that could be applied
            newestId = Math.max(newestId, lastId);
            keptByLastId.putIfAbsent(lastId, new Kept(firstId, lastId, previousId, levels.copy()));
        }
        if (keptByLastId.size() > KEPT_MAX) {
            keptByLastId.pollFirstEntry();
        }
        return isSnapshotAsked ? Step.KEPT : askForSnapshot();
    }

    private Step askForSnapshot() {
        isSnapshotAsked = true;
        return Step.SNAPSHOT_NEEDED;
    }
}
