package io.tidegate.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.LimitRule.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_800_000_000L * SECOND;

    private static LimitRule rule(String name, long capacity, long windowNs, boolean aligned) {
        return new LimitRule(name, Scope.ACCOUNT, capacity, windowNs, aligned);
    }

    private static Limiter limiter(LimitRule... rules) {
        return new Limiter(List.of(rules), LimitPolicy.DEFAULT, Window::of);
    }

    private static Charges charge(Limiter limiter, String name, long amount) {
        return limiter.charges(new Cost(Priority.HIGH, List.of(new Charge(name, amount))));
    }

    private static int takeAll(Limiter limiter, Charges charges, Priority priority, long nowNs) {
        int taken = 0;
        while (limiter.blockedBy(charges, priority, nowNs) == Limiter.FREE) {
            limiter.take(charges, nowNs);
            taken++;
        }
        return taken;
    }

    @ParameterizedTest(name = "{0} may use {1} of 100")
    @CsvSource({"LOW, 80", "NORMAL, 90", "HIGH, 90", "CRITICAL, 100"})
    void eachPriorityHasItsMark(Priority priority, int most) {
        var limiter = limiter(rule("W", 100, SECOND, true));
        assertThat(takeAll(limiter, charge(limiter, "W", 1), priority, START)).isEqualTo(most);
    }

    /// Everything that was taken, to be counted afresh.
    private record Taken(long atNs, long amount) {}

    @Test
    void property08_cancelsHaveReservedCapacityHoweverMuchElseIsAsked() {
        Laws.forAll(seed -> {
            var rule = rule("W", seed.longBetween(10, 2_000), seed.longBetween(1, 60) * SECOND, seed.chance(50));
            var limiter = limiter(rule);
            var one = charge(limiter, "W", 1);
            long nowNs = START + seed.longBetween(0, SECOND);
            for (int i = 0; i < 20; i++) {
                takeAll(limiter, one, seed.pick(List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH)), nowNs);
                assertThat(rule.capacity() - limiter.use(nowNs).getFirst().used())
                        .isGreaterThanOrEqualTo(rule.capacity() / 10);
                assertThat(limiter.blockedBy(one, Priority.CRITICAL, nowNs)).isEqualTo(Limiter.FREE);
                nowNs += seed.longBetween(0, rule.windowNs());
            }
        });
    }

    @Test
    void property08_noWindowEverHoldsMoreThanItsCapacity() {
        Laws.forAll(seed -> {
            boolean aligned = seed.chance(50);
            var rule = rule("W", seed.longBetween(1, 500), seed.longBetween(1, 10_000_000_000L), aligned);
            var limiter = limiter(rule);
            var taken = new ArrayList<Taken>();
            long nowNs = START;
            for (int i = 0; i < 300; i++) {
                nowNs += seed.longBetween(0, rule.windowNs() / 20);
                long amount = seed.longBetween(0, Math.min(20, rule.capacity()));
                var charges = charge(limiter, "W", amount);
                if (limiter.blockedBy(charges, seed.pick(Priority.class), nowNs) == Limiter.FREE) {
                    limiter.take(charges, nowNs);
                    taken.add(new Taken(nowNs, amount));
                }
            }
            for (Taken last : taken) {
                assertThat(held(taken, last.atNs, rule)).isLessThanOrEqualTo(rule.capacity());
            }
        });
    }

    private static long held(List<Taken> taken, long endNs, LimitRule rule) {
        long fromNs =
                rule.aligned() ? Math.floorDiv(endNs, rule.windowNs()) * rule.windowNs() : endNs - rule.windowNs() + 1;
        return taken.stream()
                .filter(one -> one.atNs >= fromNs && one.atNs <= endNs)
                .mapToLong(Taken::amount)
                .sum();
    }

    @Test
    void everyLimitThatACallChargesMustPass() {
        var limiter = limiter(rule("A", 100, SECOND, true), rule("B", 10, SECOND, true));
        var both = limiter.charges(new Cost(Priority.HIGH, List.of(new Charge("A", 1), new Charge("B", 3))));
        assertThat(takeAll(limiter, both, Priority.HIGH, START)).isEqualTo(3);
        assertThat(limiter.blockedBy(both, Priority.HIGH, START)).isEqualTo(1);
        assertThat(limiter.blockedBy(charge(limiter, "A", 1), Priority.HIGH, START))
                .isEqualTo(Limiter.FREE);
    }

    @Test
    void theVenuesCounterCorrectsOursUpwardsOnly() {
        var limiter = limiter(rule("W", 100, SECOND, true));
        limiter.take(charge(limiter, "W", 30), START);
        limiter.counted("W", 50, START);
        assertThat(limiter.use(START).getFirst().used()).isEqualTo(50);
        limiter.counted("W", 10, START);
        assertThat(limiter.use(START).getFirst().used()).isEqualTo(50);
        limiter.counted("not declared", 10, START);
        assertThat(limiter.use(START + SECOND).getFirst().used()).isZero();
    }

    @Test
    void property33_limitsAreCountedApart() {
        Laws.forAll(seed -> {
            var names = List.of("ORDERS", "QUERIES", "WEBSOCKET", "WEIGHT");
            var limiter = limiter(names.stream()
                    .map(name -> rule(name, 1_000_000, SECOND, true))
                    .toArray(LimitRule[]::new));
            long[] expected = new long[names.size()];
            for (int i = 0; i < seed.count(100); i++) {
                int index = seed.intBetween(0, 3);
                long amount = seed.longBetween(0, 100);
                limiter.take(charge(limiter, names.get(index), amount), START);
                expected[index] += amount;
            }
            assertThat(limiter.use(START).stream().mapToLong(LimitUse::used).toArray())
                    .isEqualTo(expected);
        });
    }

    @Test
    void property35_allLimitsAreVisibleWithWhatIsLeftAndWhenTheyReset() {
        var limiter = limiter(rule("ORDERS", 10, 10 * SECOND, false), rule("WEIGHT", 6_000, 60 * SECOND, true));
        limiter.take(charge(limiter, "WEIGHT", 40), START + 5 * SECOND);
        limiter.take(charge(limiter, "ORDERS", 4), START + 5 * SECOND);
        var use = limiter.use(START + 6 * SECOND);
        assertThat(use).extracting(one -> one.rule().name()).containsExactly("ORDERS", "WEIGHT");
        assertThat(use).extracting(LimitUse::remaining).containsExactly(6L, 5_960L);
        assertThat(use.get(0).resetNs()).isBetween(START + 15 * SECOND, START + 15 * SECOND + 10 * SECOND / 64 + 1);
        assertThat(use.get(1).resetNs()).isEqualTo(START + 60 * SECOND);
    }

    @Test
    void aHeavyCallMayLeaveWhileNothingIsUsed() {
        var limiter = limiter(rule("W", 10, SECOND, true));
        var heavy = charge(limiter, "W", 10);
        assertThat(limiter.blockedBy(heavy, Priority.LOW, START)).isEqualTo(Limiter.FREE);
        limiter.take(heavy, START);
        assertThat(limiter.blockedBy(heavy, Priority.CRITICAL, START)).isZero();
    }

    @Test
    void aCostThatCanNeverLeaveIsRefused() {
        var limiter = limiter(rule("W", 10, SECOND, true));
        assertThatThrownBy(() -> charge(limiter, "W", 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11 of W");
        assertThatThrownBy(() -> charge(limiter, "X", 1)).hasMessageContaining("1 of X");
    }

    @Test
    void aPolicyOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new LimitPolicy(80, 51)).hasMessageContaining("reserve 51 %");
        assertThatThrownBy(() -> new LimitPolicy(0, 10)).hasMessageContaining("warn at 0 %");
    }

    @Test
    void slidingWindowsForgetAfterIdleTimes() {
        Laws.forAll(seed -> {
            var window = Window.of(rule("W", 1_000, seed.longBetween(1, 100 * SECOND), false));
            long nowNs = START;
            for (int i = 0; i < seed.count(50); i++) {
                window.take(seed.longBetween(0, 10), nowNs);
                nowNs += idle(seed);
            }
            assertThat(window.used(nowNs + 103 * SECOND)).isZero();
        });
    }

    private static long idle(Seed seed) {
        return seed.chance(20) ? seed.longBetween(0, 1_000 * SECOND) : seed.longBetween(0, SECOND);
    }
}
