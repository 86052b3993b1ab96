package io.tidegate.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final Instrument INSTRUMENT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8);

    @Test
    void aBookShowsTheLevelsThatASortedMapHoldsAndNoneWhenCrossed() {
        Laws.forAll(seed -> {
            var book = new Book(INSTRUMENT);
            var truth = new Truth();
            var expected = Condition.NOT_BUILT;
            int levelsShown = seed.intBetween(1, 40);
            var view = new BookView(levelsShown);
            // Few prices give hits and deletions, many give depth; where the sides overlap the book crosses.
            int prices = seed.pick(List.of(10, 100, 5_000));
            int overlap = seed.chance(30) ? 1 : 0;
            int batches = seed.count(200);
            for (int batch = 1; batch <= batches; batch++) {
                if (expected != Condition.VALID && seed.chance(50)) {
                    book.beginSnapshot();
                    truth = new Truth();
                    expected = Condition.VALID;
                } else {
                    book.beginChange();
                }
                change(seed, book, truth, prices, overlap);
                if (expected == Condition.VALID && truth.isCrossed()) {
                    expected = Condition.CROSSED;
                }
                assertThat(book.commit(batch, 10L * batch)).isEqualTo(expected);
                assertThat(book.read(view)).isEqualTo(expected);
                assertThat(List.of(view.sequence(), view.atNs(), view.version(), book.version()))
                        .containsExactly((long) batch, 10L * batch, (long) batch, (long) batch);
                for (var side : Side.values()) {
                    assertThat(Truth.shown(view, side))
                            .isEqualTo(expected == Condition.VALID ? truth.best(side, levelsShown) : List.of());
                    assertThat(book.count(side))
                            .isEqualTo(truth.best(side, Integer.MAX_VALUE).size());
                }
            }
        });
    }

    @Test
    void aSnapshotGivesTheSameBookInWhateverOrderItIsTold() {
        Laws.forAll(seed -> {
            var told = new Levels();
            var truth = new Truth();
            for (int index = 0; index < seed.count(300); index++) {
                var side = seed.pick(Side.class);
                long price = 1_000 - side.sign() * seed.longBetween(1, 200);
                long quantity = seed.chance(seed.value() % 2 == 0 ? 0 : 10) ? 0 : seed.longBetween(1, 1_000);
                told.add(side, price, quantity); // one price comes more than once: the last word counts
                truth.set(side, price, quantity);
            }
            var book = quoted();
            var view = new BookView(500);
            book.beginSnapshot(told);
            assertThat(book.commit(2, 2)).isEqualTo(Condition.VALID);
            book.read(view);
            for (var side : Side.values()) {
                assertThat(Truth.shown(view, side)).isEqualTo(truth.best(side, 500));
            }
        });
    }

    @Test
    void aBookOfTheBestFewForgetsTheRest() {
        var book = quoted();
        book.beginChange();
        for (int away = 1; away <= 5; away++) {
            book.set(Side.BUY, 10_000 - away, away);
            book.set(Side.SELL, 10_050 + away, away);
        }
        book.keepBest(3);
        book.commit(2, 0);
        var view = new BookView(10);
        book.read(view);
        assertThat(Truth.shown(view, Side.BUY)).containsExactly("10000 x 3", "9999 x 1", "9998 x 2");
        assertThat(Truth.shown(view, Side.SELL)).containsExactly("10050 x 1", "10051 x 1", "10052 x 2");
    }

    private static void change(Seed seed, Book book, Truth truth, int prices, int overlap) {
        int changes = seed.random().nextInt(seed.chance(10) ? 500 : 6);
        for (int index = 0; index < changes; index++) {
            var side = seed.pick(Side.class);
            long away = seed.random().nextInt(prices);
            long price = 10_000 + (side == Side.BUY ? overlap - away : 1 + away);
            long quantity = seed.chance(40) ? 0 : 1 + seed.random().nextInt(1_000);
            book.set(side, price, quantity);
            truth.set(side, price, quantity);
        }
    }

    @Test
    void aBatchShowsNothingBeforeItIsCommitted() {
        var book = quoted();
        var view = new BookView(5);
        book.beginChange();
        book.set(Side.BUY, 10_000, 0);
        assertThat(book.read(view)).isEqualTo(Condition.BUSY);
        assertThat(view.count(Side.BUY)).isZero();
        book.set(Side.BUY, 9_999, 4);
        book.commit(2, 0);
        assertThat(book.read(view)).isEqualTo(Condition.VALID);
        assertThat(Truth.shown(view, Side.BUY)).containsExactly("9999 x 4");
    }

    @Test
    void aBookOutOfUseShowsNoLevelsUntilItsNextSnapshot() {
        var book = quoted();
        var view = new BookView(5);
        book.invalidate(Condition.DISCONNECTED);
        assertThat(book.read(view)).isEqualTo(Condition.DISCONNECTED);
        assertThat(view.count(Side.BUY) + view.count(Side.SELL)).isZero();
        book.beginChange();
        book.set(Side.BUY, 9_999, 4);
        assertThat(book.commit(2, 0)).isEqualTo(Condition.DISCONNECTED);
        book.beginSnapshot();
        book.set(Side.BUY, 5, 5);
        assertThat(book.commit(3, 0)).isEqualTo(Condition.VALID);
        book.read(view);
        assertThat(Truth.shown(view, Side.BUY)).containsExactly("5 x 5");
        assertThat(view.best(Side.SELL)).isEmpty();
        assertThat(view.spread()).isEmpty();
    }

    @Test
    void invalidatingEndsAnOpenBatch() {
        var book = quoted();
        book.beginChange();
        book.invalidate(Condition.GAP);
        assertThat(book.read(new BookView(1))).isEqualTo(Condition.GAP);
    }

    @Test
    void aSideThatIsDeeperThanAllowedTakesTheBookOutOfUse() {
        var book = new Book(INSTRUMENT, 3);
        book.beginSnapshot();
        for (int price = 1; price <= 3; price++) {
            book.set(Side.BUY, price, 1);
        }
        assertThat(book.commit(1, 0)).isEqualTo(Condition.VALID);
        book.beginChange();
        book.set(Side.BUY, 4, 1);
        book.set(Side.BUY, 1, 0);
        assertThat(book.commit(2, 0)).isEqualTo(Condition.TOO_DEEP);
    }

    @Test
    void misuseIsTold() {
        var book = quoted();
        assertThatThrownBy(() -> book.set(Side.BUY, 1, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> book.commit(1, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> book.set(Side.BUY, 0, 1)).hasMessageContaining("price 0");
        assertThatThrownBy(() -> book.set(Side.BUY, 1, -1)).hasMessageContaining("quantity -1");
        assertThatThrownBy(() -> book.invalidate(Condition.VALID)).hasMessageContaining("no reason");
        assertThatThrownBy(() -> new Book(INSTRUMENT, 0)).hasMessageContaining("levelsMax 0");
        assertThatThrownBy(() -> new BookView(0)).hasMessageContaining("0 levels");
        assertThatThrownBy(() -> new BookView(1).price(Side.BUY, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        book.beginChange();
        assertThatThrownBy(book::beginChange).isInstanceOf(IllegalStateException.class);
    }

    /// 3 at 100.00 bid, 1 at 100.50 asked.
    private static Book quoted() {
        var book = new Book(INSTRUMENT);
        book.beginSnapshot();
        book.set(Side.BUY, 10_000, 3);
        book.set(Side.SELL, 10_050, 1);
        book.commit(1, 0);
        return book;
    }
}
