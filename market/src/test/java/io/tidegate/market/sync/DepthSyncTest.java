package io.tidegate.market.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tidegate.market.book.Book;
import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.book.Levels;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthSyncTest {
    private static final Levels BID = new Levels().add(Side.BUY, 100, 1).add(Side.SELL, 102, 1);

    private final Book book = new Book(new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8));

    @ParameterizedTest(name = "{0}: a snapshot at {1}, then {2} to {3} behind {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            SPOT    | 10 | 11 | 12 |  0 | APPLIED
            SPOT    | 10 |  8 | 12 |  0 | APPLIED
            SPOT    | 10 |  8 | 10 |  0 | REPEATED
            SPOT    | 10 | 12 | 12 |  0 | SNAPSHOT_NEEDED
            SPOT    | 10 | 12 | 11 |  0 | SNAPSHOT_NEEDED
            FUTURES | 10 | 15 | 18 | 10 | APPLIED
            FUTURES | 10 |  9 | 18 |  7 | APPLIED
            FUTURES | 10 | 14 | 18 |  7 | APPLIED
            FUTURES | 10 |  8 | 10 |  7 | REPEATED
            FUTURES | 10 | 12 | 13 | 11 | SNAPSHOT_NEEDED
            """)
    void theFirstDifferenceBehindASnapshotHasToJoinIt(
            DepthRule rule, long snapshotId, long firstId, long lastId, long previousId, Step step) {
        var sync = new DepthSync(book, rule);
        assertThat(sync.difference(5, 6, 4, BID, 0)).isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(sync.snapshot(snapshotId, BID, 0)).isEqualTo(Step.APPLIED);
        assertThat(sync.difference(firstId, lastId, previousId, BID, 0)).isEqualTo(step);
    }

    @ParameterizedTest(name = "{0}: following at 12, then {1} to {2} behind {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            SPOT    | 13 | 14 |  0 | APPLIED
            SPOT    | 14 | 14 |  0 | SNAPSHOT_NEEDED
            SPOT    | 11 | 12 |  0 | REPEATED
            FUTURES | 19 | 20 | 12 | APPLIED
            FUTURES | 13 | 20 | 13 | SNAPSHOT_NEEDED
            FUTURES | 11 | 20 | 11 | SNAPSHOT_NEEDED
            FUTURES | 11 | 12 | 10 | REPEATED
            """)
    void everyLaterDifferenceHasToFollowTheOneBefore(
            DepthRule rule, long firstId, long lastId, long previousId, Step step) {
        var sync = new DepthSync(book, rule);
        sync.difference(11, 12, 10, BID, 0);
        sync.snapshot(10, BID, 0);
        assertThat(sync.isFollowing()).isTrue();
        assertThat(sync.difference(firstId, lastId, previousId, BID, 0)).isEqualTo(step);
        assertThat(book.condition()).isEqualTo(step == Step.SNAPSHOT_NEEDED ? Condition.GAP : Condition.VALID);
    }

    @Test
    void aSnapshotOlderThanWhatWasKeptIsAskedForAgainAndShowsNothing() {
        var sync = new DepthSync(book, DepthRule.SPOT);
        sync.difference(20, 21, 0, BID, 0);
        assertThat(sync.snapshot(18, BID, 0)).isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(book.condition()).isEqualTo(Condition.NOT_BUILT);
        assertThat(sync.snapshot(19, BID, 0)).isEqualTo(Step.APPLIED);
        assertThat(book.condition()).isEqualTo(Condition.VALID);
    }

    @Test
    void aGapAmongWhatWasKeptNeedsAnotherSnapshot() {
        var sync = new DepthSync(book, DepthRule.SPOT);
        sync.difference(11, 12, 0, BID, 0);
        assertThat(sync.difference(14, 15, 0, BID, 0)).isEqualTo(Step.KEPT);
        assertThat(sync.snapshot(10, BID, 0)).isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(book.condition()).isEqualTo(Condition.GAP);
        assertThat(sync.snapshot(13, BID, 0)).isEqualTo(Step.APPLIED);
    }

    @Test
    void aSnapshotNobodyAskedForIsIgnored() {
        var sync = new DepthSync(book, DepthRule.SPOT);
        assertThat(sync.snapshot(10, BID, 0)).isEqualTo(Step.REPEATED);
        sync.difference(11, 12, 0, BID, 0);
        sync.restart(Condition.DISCONNECTED);
        assertThat(sync.snapshot(12, BID, 0)).isEqualTo(Step.REPEATED);
        assertThat(book.condition()).isEqualTo(Condition.DISCONNECTED);
    }

    @Test
    void aCrossedBookIsTakenOutOfUseAndNoOlderSnapshotBringsItBack() {
        var sync = new DepthSync(book, DepthRule.SPOT);
        sync.difference(10, 10, 0, BID, 0);
        sync.snapshot(10, BID, 0);
        assertThat(sync.difference(11, 11, 0, new Levels().add(Side.BUY, 102, 1), 0))
                .isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(book.condition()).isEqualTo(Condition.CROSSED);
        assertThat(sync.snapshot(10, BID, 0)).isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(book.condition()).isEqualTo(Condition.CROSSED);
        assertThat(sync.snapshot(11, BID, 0)).isEqualTo(Step.APPLIED);
        assertThat(book.condition()).isEqualTo(Condition.VALID);
    }

    @Test
    void whatIsKeptWhileWaitingIsBounded() {
        var sync = new DepthSync(book, DepthRule.SPOT);
        for (int id = 1; id <= DepthSync.KEPT_MAX + 5; id++) {
            sync.difference(id, id, 0, BID, 0);
        }
        assertThat(sync.snapshot(4, BID, 0)).isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(sync.snapshot(5, BID, 0)).isEqualTo(Step.APPLIED);
    }

    /// Over many differences, so that what the JVM itself allocates on this thread while it compiles does not count.
    @Test
    void followingAndReadingAllocateNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var sync = new DepthSync(book, DepthRule.SPOT);
        sync.difference(1, 1, 0, BID, 0);
        sync.snapshot(1, BID, 0);
        var view = new BookView(20);
        var levels = new Levels();
        int differences = 100_000;
        long firstId = 2;
        long allocatedBytes = 0;
        for (int round = 0; round < 2; round++) { // the first warms up
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int index = 0; index < differences; index++, firstId++) {
                long away = index * 7L % 90;
                levels.clear().add(Side.BUY, 99 - away, index % 3).add(Side.SELL, 103 + away, index % 5);
                sync.difference(firstId, firstId, 0, levels, 0);
                book.read(view);
            }
            allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(view.condition()).isEqualTo(Condition.VALID);
        assertThat(view.sequence()).isEqualTo(firstId - 1);
        assertThat(allocatedBytes).isLessThan(differences);
    }
}
