package io.tidegate.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.event.Event;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
    @ParameterizedTest(name = "{0}, then {1} {2} for {3}: {4} costing {5}, realised {6}, {7}")
    @CsvSource(delimiter = '|', textBlock = """
        # first    | side | quantity | quote | held | cost  | realised | cause
        BUY 10 100 | BUY  | 10       | 120   | 20   | 220   | 0        | INCREASE
        BUY 10 100 | SELL | 4        | 48    | 6    | 60    | 8        | DECREASE
        BUY 10 100 | SELL | 10       | 90    | 0    | 0     | -10      | CLOSE
        BUY 10 100 | SELL | 15       | 180   | -5   | -60   | 20       | OPEN
        SELL 10 100| BUY  | 4        | 48    | -6   | -60   | -8       | DECREASE
        SELL 10 100| BUY  | 15       | 180   | 5    | 60    | -20      | OPEN
        """)
    void aFillOpensIncreasesDecreasesClosesOrTurnsAPosition(
            String first,
            Side side,
            long quantity,
            String quote,
            long held,
            String cost,
            String realised,
            PositionCause cause) {
        var positions = new Positions();
        var told = new ArrayList<Event>();
        String[] words = first.split(" ", -1);
        positions.book(1, 1, Side.valueOf(words[0]), Long.parseLong(words[1]), Amount.parse(words[2]), told::add);
        positions.book(1, 1, side, quantity, Amount.parse(quote), told::add);
        assertThat(told.getLast())
                .isEqualTo(new PositionChanged(1, 1, held, Amount.parse(cost), Amount.parse(realised), cause));
    }

    @Test
    void realisedAndOpenCostAddUpToWhatWasPaidWhateverTheOrder() {
        Laws.forAll(seed -> {
            var positions = new Positions();
            var told = new ArrayList<Event>();
            Amount paid = Amount.ZERO;
            for (int i = 0; i < 30; i++) {
                Side side = seed.pick(Side.class);
                Amount quote = new Amount(0, seed.longBetween(1, Long.MAX_VALUE));
                positions.book(1, 1, side, seed.longBetween(1, 50), quote, told::add);
                paid = side == Side.BUY ? paid.plus(quote) : paid.minus(quote);
                var last = (PositionChanged) told.getLast();
                // money out = what is tied up in the open position less what has been earned
                assertThat(last.cost().minus(last.realised())).isEqualTo(paid);
                assertThat(last.quantity() == 0).isEqualTo(last.cost().isZero());
            }
        });
    }
}
