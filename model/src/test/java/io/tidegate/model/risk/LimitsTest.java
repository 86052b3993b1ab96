package io.tidegate.model.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.model.number.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest(name = "{0} open, {1} a second, value {2}, collar {3}, age {4}, window {5}")
    @CsvSource({
        "1, 1, 0, 1, 1, 0",
        "1000000, 1000000, 170141183460469231731, 10000, 9223372036854775807, 9223372036854775807"
    })
    void theEndsOfTheRangesAreTaken(int open, int perSecond, String value, int collar, long age, long window) {
        assertEquals(open, limits(open, perSecond, value, collar, age, window).openOrders());
    }

    @ParameterizedTest(name = "{0} open, {1} a second, value {2}, collar {3}, age {4}, window {5}")
    @CsvSource({
        "0, 1, 0, 1, 1, 0",
        "1000001, 1, 0, 1, 1, 0",
        "1, 0, 0, 1, 1, 0",
        "1, 1000001, 0, 1, 1, 0",
        "1, 1, -0.000000000000000001, 1, 1, 0",
        "1, 1, 0, 0, 1, 0",
        "1, 1, 0, 10001, 1, 0",
        "1, 1, 0, 1, 0, 0",
        "1, 1, 0, 1, -1, 0",
        "1, 1, 0, 1, 1, -1"
    })
    void whatIsBeyondIsRefused(int open, int perSecond, String value, int collar, long age, long window) {
        assertThrows(IllegalArgumentException.class, () -> limits(open, perSecond, value, collar, age, window));
    }

    @Test
    void theDefaultsAreThoseOfTheSpecification() {
        assertEquals(1_000, Limits.DEFAULT.openOrders());
        assertEquals(100, Limits.DEFAULT.ordersPerSecond());
        assertEquals(Amount.ZERO, Limits.DEFAULT.orderValueMax());
        assertEquals(500, Limits.DEFAULT.collarBps());
        assertEquals(10_000_000_000L, Limits.DEFAULT.referenceAgeMaxNs());
        assertEquals(1_000_000_000L, Limits.DEFAULT.duplicateWindowNs());
        assertEquals(Limits.Duplicates.WARN, Limits.DEFAULT.duplicates());
    }

    private static Limits limits(int open, int perSecond, String value, int collar, long age, long window) {
        return new Limits(open, perSecond, Amount.parse(value), collar, age, window, Limits.Duplicates.OFF);
    }
}
