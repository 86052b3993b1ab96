package io.tidegate.model.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.model.number.Amount;
import io.tidegate.testkit.Laws;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {
    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource({
        "-1, 0",
        "0, -1",
        "18, 1",
        "1, 18",
        "10, 9",
        "19, 0",
        "0, 19",
        "2147483647, 2147483647",
        "2147483647, 0",
        "-2147483648, 0",
        "-5, 20"
    })
    void scalesBeyond18AreRefused(int priceScale, int quantityScale) {
        assertThrows(IllegalArgumentException.class, () -> instrument(priceScale, quantityScale));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "18, 0", "0, 18", "9, 9", "8, 8"})
    void scalesUpTo18AreTaken(int priceScale, int quantityScale) {
        assertEquals(
                priceScale + quantityScale,
                instrument(priceScale, quantityScale).scales());
    }

    @Test
    void pricesAndQuantitiesAreReadAtTheirOwnScale() {
        var instrument = instrument(2, 6);
        assertEquals(10_125, instrument.price("101.25"));
        assertEquals("101.25", instrument.priceText(10_125));
        assertEquals(500_000, instrument.quantity("0.5"));
        assertEquals("0.5", instrument.quantityText(500_000));
        assertThrows(ArithmeticException.class, () -> instrument.price("101.255"));
        assertThrows(ArithmeticException.class, () -> instrument.quantity("0.0000001"));
        assertThrows(NumberFormatException.class, () -> instrument.price("1e2"));
    }

    @Test
    void aValueIsPriceTimesQuantityExactly() {
        Laws.forAll(1_000, seed -> {
            int priceScale = seed.intBetween(0, 18);
            var instrument = instrument(priceScale, seed.intBetween(0, 18 - priceScale));
            long price = seed.longBetween(0, 1_000_000_000L);
            long quantity = seed.longBetween(-1_000_000_000L, 1_000_000_000L);
            var exact = new BigDecimal(instrument.priceText(price))
                    .multiply(new BigDecimal(instrument.quantityText(quantity)));
            assertEquals(Amount.of(exact), instrument.value(price, quantity));
            assertEquals(Amount.parse(instrument.quantityText(quantity)), instrument.baseAmount(quantity));
        });
    }

    private static Instrument instrument(int priceScale, int quantityScale) {
        return new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, priceScale, quantityScale);
    }
}
