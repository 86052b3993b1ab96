package io.tidegate.model.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(127);
    private static final Amount LARGEST = new Amount(Long.MAX_VALUE, -1);
    private static final Amount SMALLEST = new Amount(Long.MIN_VALUE, 0);
    private static final Amount UNIT = new Amount(0, 1);
    private static final List<Amount> EDGES = List.of(
            LARGEST,
            SMALLEST,
            new Amount(Long.MIN_VALUE, 1),
            Amount.ZERO,
            UNIT,
            new Amount(-1, -1),
            new Amount(0, -1),
            new Amount(1, 0),
            new Amount(-1, 0),
            new Amount(0, Long.MIN_VALUE),
            new Amount(1L << 60, 0),
            new Amount(-1L << 60, 0));

    @Test
    void everyAmountIsACountOfUnits() {
        Laws.forAll(seed -> {
            var amount = any(seed);
            assertEquals(amount, Amount.of(amount.units()));
            assertEquals(amount.units(), amount.decimal().unscaledValue());
            assertEquals(amount.units().signum(), amount.signum());
            assertEquals(amount.units().signum() == 0, amount.isZero());
        });
        assertEquals(BEYOND.subtract(BigInteger.ONE), LARGEST.units());
        assertEquals(BEYOND.negate(), SMALLEST.units());
    }

    @Test
    void unitsBeyond127BitsAreRefused() {
        assertThrows(ArithmeticException.class, () -> Amount.of(BEYOND));
        assertThrows(ArithmeticException.class, () -> Amount.of(BEYOND.negate().subtract(BigInteger.ONE)));
    }

    @Test
    void sumsAreExactOrRefused() {
        Laws.forAll(1_000, seed -> {
            var left = any(seed);
            var right = any(seed);
            isExactOrRefused(left.units().add(right.units()), () -> left.plus(right));
            assertEquals(within(left.units().add(right.units())), left.fits(right));
        });
    }

    @Test
    void differencesAreExactOrRefused() {
        Laws.forAll(1_000, seed -> {
            var left = any(seed);
            var right = any(seed);
            isExactOrRefused(left.units().subtract(right.units()), () -> left.minus(right));
        });
        assertEquals(Amount.ZERO, SMALLEST.minus(SMALLEST));
        assertEquals(LARGEST, new Amount(-1, -1).minus(SMALLEST));
    }

    @Test
    void sumsAndDifferencesOfTheEdgesAreExactOrRefused() {
        for (var left : EDGES) {
            for (var right : EDGES) {
                isExactOrRefused(left.units().add(right.units()), () -> left.plus(right));
                isExactOrRefused(left.units().subtract(right.units()), () -> left.minus(right));
                assertEquals(within(left.units().add(right.units())), left.fits(right));
            }
        }
    }

    @Test
    void everyAmountButTheSmallestHasItsOpposite() {
        Laws.forAll(seed -> {
            var amount = any(seed);
            isExactOrRefused(amount.units().negate(), amount::negated);
            isExactOrRefused(amount.units().abs(), amount::abs);
        });
        assertThrows(ArithmeticException.class, SMALLEST::negated);
        assertThrows(ArithmeticException.class, SMALLEST::abs);
    }

    @Test
    void amountsAreOrderedAsNumbers() {
        Laws.forAll(seed -> {
            var left = any(seed);
            var right = any(seed);
            assertEquals(
                    left.units().compareTo(right.units()), Integer.signum(left.compareTo(right)), left + " " + right);
            assertEquals(left.units().max(right.units()), left.max(right).units());
            assertEquals(left.units().min(right.units()), left.min(right).units());
        });
    }

    @Test
    void aProductIsExactOrRefused() {
        Laws.forAll(2_000, seed -> {
            long price = seed.longBetween(Long.MIN_VALUE, Long.MAX_VALUE);
            long quantity = seed.longBetween(Long.MIN_VALUE, Long.MAX_VALUE) >> seed.intBetween(0, 63);
            int scales = seed.intBetween(0, 18);
            var exact = BigInteger.valueOf(price)
                    .multiply(BigInteger.valueOf(quantity))
                    .multiply(BigInteger.TEN.pow(18 - scales));
            isExactOrRefused(exact, () -> Amount.product(price, quantity, scales));
            assertEquals(within(exact), Amount.productFits(price, quantity, scales));
        });
    }

    @Test
    void aProductIsExactUpToTheLastUnitOfTheRange() {
        var limit = BEYOND.subtract(BigInteger.ONE).divide(BigInteger.TEN.pow(18));
        long price = limit.sqrt().longValueExact();
        for (long quantity = price - 3; quantity <= price + 5; quantity++) {
            for (int sign : new int[] {1, -1}) {
                long signed = quantity * sign;
                var exact = BigInteger.valueOf(price)
                        .multiply(BigInteger.valueOf(signed))
                        .multiply(BigInteger.TEN.pow(18));
                isExactOrRefused(exact, () -> Amount.product(price, signed, 0));
                assertEquals(within(exact), Amount.productFits(price, signed, 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 19, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aScaleOutside0To18IsRefused(int scale) {
        assertThrows(IllegalArgumentException.class, () -> Amount.product(1, 1, scale));
        assertThrows(IllegalArgumentException.class, () -> Amount.productFits(1, 1, scale));
        assertThrows(IllegalArgumentException.class, () -> Amount.ofScaled(1, scale));
    }

    @Test
    void everyScaledNumberIsAnAmount() {
        Laws.forAll(1_000, seed -> {
            long value = seed.longBetween(Long.MIN_VALUE, Long.MAX_VALUE);
            int scale = seed.intBetween(0, 18);
            var decimal = BigDecimal.valueOf(value, scale);
            assertEquals(0, decimal.compareTo(Amount.ofScaled(value, scale).decimal()));
        });
    }

    @Test
    void aShareIsRoundedTowardsZeroAndLosesNothingOnTheWay() {
        Laws.forAll(1_000, seed -> {
            var amount = any(seed);
            long whole = seed.longBetween(1, Long.MAX_VALUE);
            long part = seed.longBetween(0, whole);
            var exact = amount.units().multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole));
            assertEquals(exact, amount.share(part, whole).units());
            assertEquals(amount, amount.share(whole, whole));
            assertEquals(Amount.ZERO, amount.share(0, whole));
        });
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5", "0, 0", "1, 0", "0, -1", "-1, -1"})
    void aShareOfLessThanNothingOrMoreThanAllIsRefused(long part, long whole) {
        assertThrows(IllegalArgumentException.class, () -> UNIT.share(part, whole));
    }

    @Test
    void aReserveInBpsIsRoundedAwayFromZero() {
        Laws.forAll(1_000, seed -> {
            var amount = any(seed);
            int bps = seed.intBetween(0, 10_000);
            var exact = amount.units().multiply(BigInteger.valueOf(bps));
            var reserve = amount.bpsUp(bps).units().multiply(BigInteger.valueOf(10_000));
            assertTrue(reserve.abs().compareTo(exact.abs()) >= 0);
            assertTrue(reserve.subtract(exact).abs().compareTo(BigInteger.valueOf(10_000)) < 0);
        });
        assertEquals(UNIT, UNIT.bpsUp(1));
        assertEquals(Amount.ZERO, UNIT.bpsUp(0));
        assertEquals(SMALLEST, SMALLEST.bpsUp(10_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001, Integer.MAX_VALUE})
    void bpsOutside0To10000AreRefused(int bps) {
        assertThrows(IllegalArgumentException.class, () -> UNIT.bpsUp(bps));
    }

    @Test
    void aModestAmountLeavesRoomForAHandful() {
        Laws.forAll(seed -> {
            var amount = any(seed);
            assertEquals(within(amount.units().shiftLeft(3)), amount.isModest());
        });
        EDGES.forEach(amount -> assertEquals(within(amount.units().shiftLeft(3)), amount.isModest(), amount::toString));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Laws.forAll(1_000, seed -> {
            var amount = any(seed);
            assertEquals(amount, Amount.parse(amount.toString()));
            assertEquals(0, amount.decimal().compareTo(new BigDecimal(amount.toString())));
        });
        EDGES.forEach(amount -> assertEquals(amount, Amount.parse(amount.toString())));
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0.00, 0",
        "-0, 0",
        "-0.00012, -0.00012",
        "100, 100",
        "100.50, 100.5",
        "0.000000000000000001, 0.000000000000000001",
        "170141183460469231731.687303715884105727, 170141183460469231731.687303715884105727",
        "-170141183460469231731.687303715884105728, -170141183460469231731.687303715884105728",
        "1.0000000000000000000000, 1"
    })
    void anAmountIsWrittenPlainly(String read, String written) {
        assertEquals(written, Amount.parse(read).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0000000000000000001",
                "170141183460469231731.687303715884105728",
                "-170141183460469231731.687303715884105729",
                "1000000000000000000000"
            })
    void whatIsNoAmountIsNeverRounded(String decimal) {
        assertThrows(ArithmeticException.class, () -> Amount.parse(decimal));
    }

    private static Amount any(Seed seed) {
        return seed.chance(20) ? seed.pick(EDGES) : Amount.of(seed.integer(127));
    }

    private static boolean within(BigInteger units) {
        return units.bitLength() <= 127;
    }

    private static void isExactOrRefused(BigInteger exact, Supplier<Amount> computed) {
        if (within(exact)) {
            assertEquals(exact, computed.get().units());
        } else {
            assertThrows(ArithmeticException.class, computed::get);
        }
    }
}
