package io.tidegate.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookViewTest {
    private static final Instrument INSTRUMENT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8);

    @Test
    void theFiguresOfASmallBook() {
        var view = view(new Levels()
                .add(Side.BUY, 100, 3)
                .add(Side.BUY, 99, 4)
                .add(Side.SELL, 103, 1)
                .add(Side.SELL, 104, 2)
                .add(Side.SELL, 110, 10));
        assertThat(view.best(Side.BUY)).hasValue(100);
        assertThat(view.best(Side.SELL)).hasValue(103);
        assertThat(view.spread()).hasValue(3);
        assertThat(view.depth(Side.BUY, 1)).isEqualTo(3);
        assertThat(view.depth(Side.BUY, 9)).isEqualTo(7);
        assertThat(view.depth(Side.SELL, 2)).isEqualTo(3);
        assertThat(view.imbalanceBps(1)).hasValue(5_000); // (3 − 1) / 4
        assertThat(view.imbalanceBps(3)).hasValue(-3_000); // (7 − 13) / 20
    }

    @ParameterizedTest(name = "{0} {1} of a book with bids 3 x 100, 4 x 99 and asks 1 x 103, 2 x 104: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            BUY  | 1 | 103
            BUY  | 2 | 104
            BUY  | 3 | 104
            BUY  | 4 |
            SELL | 3 | 100
            SELL | 4 | 99
            SELL | 7 | 99
            SELL | 8 |
            """)
    void theAveragePriceIsRoundedAgainstTheOrder(Side order, long quantity, Long price) {
        var view = view(new Levels()
                .add(Side.BUY, 100, 3)
                .add(Side.BUY, 99, 4)
                .add(Side.SELL, 103, 1)
                .add(Side.SELL, 104, 2));
        assertThat(view.averagePrice(order, quantity))
                .isEqualTo(price == null ? OptionalLong.empty() : OptionalLong.of(price));
    }

    @Test
    void theAveragePriceIsExactHoweverLargeTheNumbersAre() {
        Laws.forAll(seed -> {
            var levels = new Levels();
            var prices = new TreeMap<Long, Long>();
            int count = 1 + seed.count(10);
            for (int index = 0; index < count; index++) {
                prices.put(seed.longBetween(1, Long.MAX_VALUE), seed.longBetween(1, Long.MAX_VALUE / 16));
            }
            prices.forEach((price, quantity) -> levels.add(Side.SELL, price, quantity));
            long depth = prices.values().stream().mapToLong(Long::longValue).sum();
            long wanted = seed.longBetween(1, depth);
            var value = BigInteger.ZERO;
            long left = wanted;
            for (var level : prices.entrySet()) {
                long part = Math.min(left, level.getValue());
                value = value.add(BigInteger.valueOf(level.getKey()).multiply(BigInteger.valueOf(part)));
                left -= part;
            }
            var up = value.add(BigInteger.valueOf(wanted - 1)).divide(BigInteger.valueOf(wanted));
            assertThat(view(levels).averagePrice(Side.BUY, wanted)).hasValue(up.longValueExact());
        });
    }

    @Test
    void depthStopsAtTheLargestNumberAndAnEmptyBookHasNoImbalance() {
        var view = view(new Levels().add(Side.BUY, 2, Long.MAX_VALUE).add(Side.BUY, 1, 1));
        assertThat(view.depth(Side.BUY, 2)).isEqualTo(Long.MAX_VALUE);
        assertThat(view.imbalanceBps(2)).hasValue(10_000);
        assertThat(view(new Levels()).imbalanceBps(2)).isEqualTo(OptionalInt.empty());
        assertThatThrownBy(() -> view.averagePrice(Side.BUY, 0)).hasMessageContaining("quantity 0");
    }

    private static BookView view(Levels levels) {
        var book = new Book(INSTRUMENT);
        book.beginSnapshot();
        book.set(levels);
        book.commit(1, 0);
        var view = new BookView(20);
        assertThat(book.read(view)).isEqualTo(Condition.VALID);
        return view;
    }
}
