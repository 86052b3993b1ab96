package io.tidegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SeedTest {
    /// Golden values: when they change, every seed that was ever written down means something else.
    @Test
    void aSeedMeansTheSameValuesForEver() {
        var seed = Seed.of(48_123);
        assertThat(seed.longBetween(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-8962437254032054304L);
        assertThat(seed.longBetween(1, 1_000_000)).isEqualTo(707_121L);
        assertThat(seed.intBetween(-50, 50)).isEqualTo(11);
        assertThat(seed.pick(TimeUnit.class)).isEqualTo(TimeUnit.MICROSECONDS);
        assertThat(seed.pick(List.of("a", "b", "c"))).isEqualTo("b");
        assertThat(seed.decimal(1, 10_000, 2)).isEqualTo("0.01");
        assertThat(seed.listOf(9, () -> seed.intBetween(0, 9))).containsExactly(2, 5, 5, 5, 2, 7);
        assertThat(seed.text(12)).isEqualTo("T\t5^I/#/;");
        assertThat(seed.integer(127)).isEqualTo(new BigInteger("6767907982818831668842123452490553340"));
        assertThat(seed.chance(50)).isTrue();
        assertThat(seed.random().nextLong()).isEqualTo(-779950291130127990L);
    }

    @Test
    void numbersStayWithinTheirBoundsAtEverySize() {
        Laws.forAll(seed -> {
            long one = seed.random().nextLong();
            long other = seed.random().nextLong();
            long low = Math.min(one, other);
            long high = Math.max(one, other);
            for (int size = 1; size <= Seed.SIZE_MAX; size++) {
                assertThat(Seed.of(seed.value(), size).longBetween(low, high)).isBetween(low, high);
                assertThat(Seed.of(seed.value(), size).intBetween(3, 4)).isBetween(3, 4);
                assertThat(Seed.of(seed.value(), size).count(5)).isBetween(0, 5);
            }
            assertThat(seed.integer(20).bitLength()).isLessThanOrEqualTo(20);
            assertThat(seed.text(8)).hasSizeLessThanOrEqualTo(8);
        });
    }

    @Test
    void theWholeRangeOfLongIsDrawnFrom() {
        var seen = new HashSet<Integer>();
        for (int value = 1; value <= 400; value++) {
            seen.add(Long.numberOfLeadingZeros(Seed.of(value).longBetween(Long.MIN_VALUE, Long.MAX_VALUE)) / 4);
        }
        assertThat(seen).contains(0, 15, 16);
    }

    @Test
    void edgesComeUpOften() {
        int edges = 0;
        for (int value = 1; value <= 1_000; value++) {
            long drawn = Seed.of(value).longBetween(0, 1_000_000);
            if (drawn <= 1 || drawn >= 999_999) {
                edges++;
            }
        }
        assertThat(edges).isBetween(150, 250);
    }

    @Test
    void neighbouringSeedsStartFarApart() {
        var seen = new HashSet<Long>();
        for (int value = 1; value <= 100; value++) {
            seen.add(Seed.of(value).random().nextLong(1_000_000_000) / 10_000_000);
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }

    @Test
    void chanceIsNeverAtZeroAndAlwaysAtAHundred() {
        Laws.forAll(seed -> {
            assertThat(seed.chance(0)).isFalse();
            assertThat(seed.chance(100)).isTrue();
        });
    }

    @Test
    void aSmallCaseHasFewAndSmallThings() {
        for (int value = 1; value <= 100; value++) {
            var small = Seed.of(value, 1);
            assertThat(small.listOf(100, () -> 0)).hasSizeLessThanOrEqualTo(1);
            assertThat(small.longBetween(-1_000, 1_000)).isBetween(-10L, 10L);
            assertThat(small.longBetween(500, 1_500)).isBetween(500L, 510L);
        }
    }

    @Test
    void anEmptyRangeOrASizeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Seed.of(1).longBetween(2, 1)).hasMessage("no number between 2 and 1");
        assertThatThrownBy(() -> Seed.of(1, 0)).hasMessage("size 0 is not within 1 to 100");
    }
}
