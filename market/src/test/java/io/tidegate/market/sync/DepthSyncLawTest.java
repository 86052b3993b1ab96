package io.tidegate.market.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.market.book.Book;
import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.book.Truth;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A venue's true stream is dropped, doubled and swapped on its way, snapshots are late; whatever the book
/// shows is true.
class DepthSyncLawTest {
    private static final int LEVELS = 100;

    /// What the tests saw over all seeds, so that a law which never met its case fails.
    private int resynchronised;

    @ParameterizedTest
    @EnumSource(DepthRule.class)
    void aValidBookIsTheVenuesBookAtItsIdHoweverTheStreamWasDamaged(DepthRule rule) {
        Laws.forAll(seed -> new Run(rule, seed).damaged());
        assertThat(resynchronised).as("snapshots asked for after the first").isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(DepthRule.class)
    void everyDifferenceThatIsMissingWhileFollowingIsNoticedByTheNext(DepthRule rule) {
        Laws.forAll(seed -> {
            var run = new Run(rule, seed);
            var stream = run.venue.trade(seed, 12);
            stream.subList(0, 2).forEach(run::deliver);
            run.answer(stream.get(1));
            int missing = seed.intBetween(2, 10);
            stream.subList(2, missing)
                    .forEach(next -> assertThat(run.deliver(next)).isEqualTo(Step.APPLIED));
            assertThat(run.deliver(stream.get(missing + 1))).isEqualTo(Step.SNAPSHOT_NEEDED);
            assertThat(run.book.read(run.view)).isEqualTo(Condition.GAP);
            // Should it only have been overtaken, it changes nothing: the snapshot was asked for.
            assertThat(run.deliver(stream.get(missing))).isEqualTo(Step.KEPT);
            run.answer(stream.get(missing - 1));
            run.requireTrue(stream.get(missing + 1));
        });
    }

    @ParameterizedTest
    @EnumSource(DepthRule.class)
    void whatComesTwiceChangesNothing(DepthRule rule) {
        Laws.forAll(seed -> {
            var run = new Run(rule, seed);
            var stream = run.venue.trade(seed, 10);
            run.deliver(stream.get(0));
            run.answer(stream.get(0));
            for (int index = 1; index < stream.size(); index++) {
                run.deliver(stream.get(index));
                long version = run.book.version();
                assertThat(run.deliver(stream.get(seed.intBetween(0, index)))).isEqualTo(Step.REPEATED);
                assertThat(run.book.version()).isEqualTo(version);
            }
            run.requireTrue(stream.getLast());
        });
    }

    /// One venue, one stream, one book.
    private final class Run {
        final VenueBook venue;
        final Book book = new Book(new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8));
        final BookView view = new BookView(LEVELS);
        private final DepthSync sync;
        private final Seed seed;
        private final TreeMap<Long, Truth> truthById = new TreeMap<>();
        private int asked;
        private long toldMax;

        Run(DepthRule rule, Seed seed) {
            this.venue = new VenueBook(rule);
            this.sync = new DepthSync(book, rule);
            this.seed = seed;
        }

        void damaged() {
            var stream = venue.trade(seed, 5 + seed.count(100));
            var sent = damage(stream);
            var pendingSnapshots = new ArrayList<Integer>();
            for (int index = 0; index < sent.size(); index++) {
                int before = asked;
                deliver(sent.get(index));
                if (asked > before) {
                    pendingSnapshots.add(
                            stream.indexOf(sent.get(index)) - seed.random().nextInt(3));
                }
                // Answers come late, show the venue as it was when asked or a little before, and sometimes come twice.
                if (!pendingSnapshots.isEmpty() && seed.chance(40)) {
                    int at = pendingSnapshots.getFirst();
                    if (seed.chance(90)) {
                        pendingSnapshots.removeFirst();
                    }
                    before = asked;
                    answer(stream.get(Math.max(at, 0)));
                    if (asked > before) {
                        pendingSnapshots.add(stream.indexOf(sent.get(index)));
                    }
                }
                if (seed.chance(1)) {
                    sync.restart(Condition.DISCONNECTED);
                    pendingSnapshots.clear();
                    toldMax = 0;
                }
                requireTrueIfValid();
            }
            resynchronised += Math.max(0, asked - 1);
            // The line is sound again: one more difference and one snapshot of the present, and the book follows.
            var sound = venue.trade(seed, 2);
            sound.forEach(this::deliver);
            answer(sound.getLast());
            requireTrue(sound.getLast());
        }

        private List<VenueBook.Difference> damage(List<VenueBook.Difference> stream) {
            var sent = new ArrayList<VenueBook.Difference>();
            for (var difference : stream) {
                if (!seed.chance(5)) {
                    sent.add(difference);
                }
                if (seed.chance(5)) {
                    sent.add(difference);
                }
            }
            for (int index = 1; index < sent.size(); index++) {
                if (seed.chance(5)) {
                    Collections.swap(sent, index - 1, index);
                }
            }
            return sent;
        }

        Step deliver(VenueBook.Difference difference) {
            remember(difference);
            var step = sync.difference(
                    difference.firstId(), difference.lastId(), difference.previousId(), difference.levels(), 0);
            toldMax = Math.max(toldMax, difference.lastId());
            asked += step == Step.SNAPSHOT_NEEDED ? 1 : 0;
            return step;
        }

        /// Answers with the book as it was behind that difference.
        void answer(VenueBook.Difference at) {
            remember(at);
            var step = sync.snapshot(at.lastId(), at.after().levels(), 0);
            asked += step == Step.SNAPSHOT_NEEDED ? 1 : 0;
            if (step == Step.APPLIED) {
                toldMax = Math.max(toldMax, at.lastId());
            }
        }

        private void remember(VenueBook.Difference difference) {
            truthById.put(difference.lastId(), difference.after());
        }

        void requireTrue(VenueBook.Difference last) {
            assertThat(book.read(view)).isEqualTo(Condition.VALID);
            assertThat(view.sequence()).isEqualTo(last.lastId());
            requireTrueIfValid();
        }

        private void requireTrueIfValid() {
            assertThat(book.read(view) == Condition.VALID).isEqualTo(sync.isFollowing());
            if (sync.isFollowing()) {
                assertThat(view.sequence())
                        .as("nothing that was told is left out")
                        .isEqualTo(toldMax);
                for (var side : Side.values()) {
                    assertThat(Truth.shown(view, side))
                            .isEqualTo(Objects.requireNonNull(truthById.get(view.sequence()))
                                    .best(side, LEVELS));
                }
            }
        }
    }
}
