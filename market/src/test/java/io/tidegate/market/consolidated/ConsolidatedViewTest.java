package io.tidegate.market.consolidated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.market.book.Book;
import io.tidegate.market.book.Condition;
import io.tidegate.market.book.Truth;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsolidatedViewTest {
    private static final Instrument INSTRUMENT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8);

    private record Row(int venue, long price, long quantity) {}

    @Test
    void theMergedLevelsAreThoseOfAllValidBooksSortedByPriceThenVenue() {
        Laws.forAll(seed -> {
            var books = new ArrayList<Book>();
            var bids = new ArrayList<Row>();
            var asks = new ArrayList<Row>();
            int venues = seed.intBetween(1, 5);
            for (int venue = 0; venue < venues; venue++) {
                var book = new Book(INSTRUMENT);
                books.add(book);
                if (seed.chance(20)) {
                    book.invalidate(Condition.GAP);
                    continue;
                }
                var truth = new Truth();
                long middle = seed.longBetween(100, 120);
                for (int level = 0; level < seed.count(20); level++) {
                    long away = seed.longBetween(1, 20);
                    var side = seed.pick(Side.class);
                    truth.set(side, middle - side.sign() * away, seed.longBetween(1, 1_000));
                }
                book.beginSnapshot(truth.levels());
                book.commit(1, 1);
                var levels = truth.levels();
                for (int index = 0; index < levels.count(); index++) {
                    (levels.side(index) == Side.BUY ? bids : asks)
                            .add(new Row(venue, levels.price(index), levels.quantity(index)));
                }
            }
            bids.sort(Comparator.comparingLong(Row::price).reversed().thenComparingInt(Row::venue));
            asks.sort(Comparator.comparingLong(Row::price).thenComparingInt(Row::venue));
            int levelsMax = seed.intBetween(1, 100);
            var view = new ConsolidatedView(levelsMax, venues);
            view.read(books);
            assertThat(rows(view, Side.BUY)).isEqualTo(bids.subList(0, Math.min(levelsMax, bids.size())));
            assertThat(rows(view, Side.SELL)).isEqualTo(asks.subList(0, Math.min(levelsMax, asks.size())));
            assertThat(view.isCrossed())
                    .isEqualTo(!bids.isEmpty()
                            && !asks.isEmpty()
                            && bids.getFirst().price() >= asks.getFirst().price());
        });
    }

    private static List<Row> rows(ConsolidatedView view, Side side) {
        var rows = new ArrayList<Row>();
        for (int index = 0; index < view.count(side); index++) {
            rows.add(new Row(view.venue(side, index), view.price(side, index), view.quantity(side, index)));
        }
        return rows;
    }

    @Test
    void aVenueWhoseBookIsLostShowsNothingAndSaysWhy() {
        var sound = quoted(100, 101);
        var lost = quoted(105, 106);
        var view = new ConsolidatedView(10, 2);
        view.read(List.of(sound, lost));
        assertThat(view.isCrossed()).isTrue();
        assertThat(view.best(Side.BUY)).hasValue(105);
        assertThat(view.depthTo(Side.SELL, 105)).isEqualTo(3);
        assertThat(view.depthTo(Side.SELL, 106)).isEqualTo(6);
        lost.invalidate(Condition.DISCONNECTED);
        view.read(List.of(sound, lost));
        assertThat(view.isCrossed()).isFalse();
        assertThat(view.best(Side.BUY)).hasValue(100);
        assertThat(view.condition(1)).isEqualTo(Condition.DISCONNECTED);
    }

    @Test
    void booksOfDifferentUnitsAreNotOneBook() {
        var other = new Book(new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 3, 8));
        var view = new ConsolidatedView(10, 2);
        assertThatThrownBy(() -> view.read(List.of(quoted(100, 101), other))).hasMessageContaining("no one book");
    }

    private static Book quoted(long bid, long ask) {
        var book = new Book(INSTRUMENT);
        book.beginSnapshot();
        book.set(Side.BUY, bid, 2);
        book.set(Side.SELL, ask, 3);
        book.commit(1, 1);
        return book;
    }
}
