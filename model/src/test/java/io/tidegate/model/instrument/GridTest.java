package io.tidegate.model.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.number.Amount;
import io.tidegate.model.number.Decimals;
import io.tidegate.testkit.Laws;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    /// Scenario X16: with binary fractions, 207 of 400 exact multiples broke elsewhere.
    @ParameterizedTest(name = "step {0}")
    @ValueSource(
            strings = {
                "1",
                "10",
                "0.5",
                "0.25",
                "0.1",
                "0.05",
                "0.025",
                "0.01",
                "0.005",
                "0.001",
                "0.0001",
                "0.00001",
                "0.000001",
                "0.0000001",
                "0.00000001",
                "0.3",
                "0.7",
                "0.015",
                "0.000125",
                "0.000000000001"
            })
    void everyMultipleOfEveryStepIsReadExactlyAndTaken(String step) {
        int scale = 12;
        long stepCount = Decimals.parse(step, scale);
        var grid = new Grid(stepCount, stepCount, stepCount, Long.MAX_VALUE, Amount.ZERO);
        for (int times = 1; times <= 2_000; times++) {
            var text = new BigDecimal(step)
                    .multiply(BigDecimal.valueOf(times))
                    .stripTrailingZeros()
                    .toPlainString();
            long count = Decimals.parse(text, scale);
            assertEquals(stepCount * times, count);
            assertEquals(text, Decimals.format(count, scale));
            assertTrue(grid.takesPrice(count) && grid.takesQuantity(count), text);
            assertEquals(count, grid.priceDown(count), "a buyer's limit stays");
            assertEquals(count, grid.priceUp(count), "a seller's limit stays");
        }
    }

    @Test
    void aPriceIsMovedToTheGridNeverPastTheLimit() {
        Laws.forAll(1_000, seed -> {
            long tick = seed.longBetween(1, 1_000_000);
            long price = seed.longBetween(1, Long.MAX_VALUE / 2);
            var grid = new Grid(tick, 1, 1, 1, Amount.ZERO);
            long down = grid.priceDown(price);
            long up = grid.priceUp(price);
            assertTrue(down <= price && price - down < tick);
            assertTrue(up >= price && up - price < tick);
            assertEquals(0, down % tick);
            assertEquals(0, up % tick);
            assertEquals(grid.takesPrice(price), down == price && up == price);
        });
    }

    @Test
    void aPriceThatCannotBeCountedIsRefusedAndNotTurnedRound() {
        var grid = new Grid(3, 1, 1, 1, Amount.ZERO);
        assertEquals(Long.MAX_VALUE - 1, grid.priceDown(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> grid.priceUp(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> grid.priceDown(Long.MIN_VALUE));
    }

    @ParameterizedTest(name = "quantity {0}: {1}")
    @CsvSource({"0, false", "10, false", "20, true", "25, false", "30, true", "100, true", "110, false", "-20, false"})
    void aQuantityIsTakenOnTheLotsWithinItsLimits(long quantity, boolean taken) {
        assertEquals(taken, new Grid(1, 10, 20, 105, Amount.ZERO).takesQuantity(quantity));
    }

    @Test
    void aPriceThatIsNotPositiveIsNotTaken() {
        var grid = new Grid(5, 1, 1, 1, Amount.ZERO);
        assertFalse(grid.takesPrice(0));
        assertFalse(grid.takesPrice(-5));
        assertFalse(grid.takesPrice(4));
        assertTrue(grid.takesPrice(5));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 0",
        "-1, 1, 1, 1, 0",
        "1, 0, 1, 1, 0",
        "1, -1, 1, 1, 0",
        "1, 1, 0, 1, 0",
        "1, 1, -1, 1, 0",
        "1, 1, 2, 1, 0",
        "1, 1, 1, 1, -0.000000000000000001"
    })
    void whatIsNoGridIsRefused(long tick, long lot, long quantityMin, long quantityMax, String notionalMin) {
        var notional = Amount.parse(notionalMin);
        assertThrows(IllegalArgumentException.class, () -> new Grid(tick, lot, quantityMin, quantityMax, notional));
    }
}
