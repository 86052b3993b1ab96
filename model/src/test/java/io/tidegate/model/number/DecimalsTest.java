package io.tidegate.model.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    /// The form that the type's comment promises, said another way.
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    @ParameterizedTest(name = "{0} at scale {1} is {2}")
    @CsvSource({
        "0, 0, 0",
        "-0, 8, 0",
        "101.25, 2, 10125",
        "101.25, 4, 1012500",
        "101.2500, 2, 10125",
        "-0.01, 2, -1",
        "007, 0, 7",
        "0.000000000000000001, 18, 1",
        "9223372036854775807, 0, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808",
        "-92233720368547758.08, 2, -9223372036854775808",
        "0.000000000000000000000000000000000000000, 0, 0"
    })
    void aPlainDecimalIsACountAtItsScale(String text, int scale, long count) {
        assertEquals(count, Decimals.parse(text, scale));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                ".5",
                "-.5",
                "5.",
                "-5.",
                "1..2",
                "1.2.3",
                "+1",
                "--1",
                "-+1",
                "1-",
                "1-2",
                "1.-2",
                " 1",
                "1 ",
                "1 000",
                "1,000",
                "1_000",
                "\t1",
                "1\n",
                "1e3",
                "1E3",
                "1e999999999",
                "1e-999999999",
                "0x10",
                "1d",
                "1f",
                "1L",
                "NaN",
                "Infinity",
                "-Infinity",
                "∞",
                "null",
                "١٢٣",
                "１２３",
                "1٫5",
                "−1",
                "½",
                "²",
                "1\u0000",
                "\u0000",
                "\uFEFF1",
                "1\u00A0",
                "0b1",
                "\u200B1"
            })
    void whatIsNoPlainDecimalIsRefused(String text) {
        assertThrows(NumberFormatException.class, () -> Decimals.parse(text));
        assertThrows(NumberFormatException.class, () -> Decimals.parse(text, 8));
    }

    @Test
    void fortyDigitsAreReadAndOneMoreIsNot() {
        assertEquals(new BigDecimal("1".repeat(40)), Decimals.parse("1".repeat(40)));
        assertEquals(new BigDecimal("-0." + "1".repeat(39)), Decimals.parse("-0." + "1".repeat(39)));
        for (var text : List.of("1".repeat(41), "0".repeat(41), "0." + "1".repeat(40), "9".repeat(1_000_000))) {
            var problem = assertThrows(NumberFormatException.class, () -> Decimals.parse(text));
            var message = String.valueOf(problem.getMessage());
            assertTrue(message.startsWith("more than 40 digits: '"), message);
            assertTrue(message.length() < 100, "a refusal does not repeat all of what is hostile");
        }
    }

    @ParameterizedTest(name = "{0} at scale {1}")
    @CsvSource({
        "0.001, 2",
        "1.5, 0",
        "-0.0000000000000000001, 18",
        "9223372036854775808, 0",
        "-9223372036854775809, 0",
        "92233720368547758.08, 2",
        "1111111111111111111111111111111111111111, 0"
    })
    void whatDoesNotFitIsRefusedAndNeverRounded(String text, int scale) {
        assertThrows(ArithmeticException.class, () -> Decimals.parse(text, scale));
    }

    @Test
    void aTextIsReadJustWhenItHasThePromisedForm() {
        Laws.forAll(5_000, seed -> {
            var text = new StringBuilder();
            int length = seed.count(45);
            for (int i = 0; i < length; i++) {
                text.append(
                        seed.chance(90) ? String.valueOf(seed.intBetween(0, 9)) : seed.pick(List.of(".", "-", "e")));
            }
            long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
            if (PLAIN.matcher(text).matches() && digits <= Decimals.DIGITS_MAX) {
                assertEquals(new BigDecimal(text.toString()), Decimals.parse(text));
            } else {
                assertThrows(NumberFormatException.class, () -> Decimals.parse(text));
            }
        });
    }

    @Test
    void anyTextIsReadOrRefusedAsANumber() {
        Laws.forAll(1_000, seed -> {
            var text = seed.text(50);
            if (!PLAIN.matcher(text).matches()) {
                assertThrows(NumberFormatException.class, () -> Decimals.parse(text));
            }
        });
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Laws.forAll(1_000, seed -> {
            long count = seed.longBetween(Long.MIN_VALUE, Long.MAX_VALUE);
            int scale = seed.intBetween(0, 18);
            var text = Decimals.format(count, scale);
            assertEquals(count, Decimals.parse(text, scale));
            assertTrue(PLAIN.matcher(text).matches(), text);
            assertEquals(text, Decimals.format(Decimals.parse(text)));
        });
    }

    @ParameterizedTest(name = "{0} at scale {1} is written {2}")
    @CsvSource({
        "0, 8, 0",
        "10120, 2, 101.2",
        "-1, 18, -0.000000000000000001",
        "100, 0, 100",
        "100000000, 8, 1",
        "-9223372036854775808, 18, -9.223372036854775808"
    })
    void aCountIsWrittenWithoutExponentAndTrailingZeros(long count, int scale, String text) {
        assertEquals(text, Decimals.format(count, scale));
    }
}
