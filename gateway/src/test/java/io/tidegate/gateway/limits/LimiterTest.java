package io.tidegate.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.gateway.limits.Limiter.Fate;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Counts;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.LimitRule.Scope;
import java.util.ArrayDeque;
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

    private static long used(Limiter limiter, long nowNs) {
        return limiter.use(nowNs).getFirst().used();
    }

    @Test
    void theVenuesCountHoldsAndWhatIsUnderWayComesOnTop() {
        var limiter = limiter(rule("W", 100, 60 * SECOND, true));
        var query = charge(limiter, "W", 30);
        limiter.take(query, START);
        limiter.counted("W", 50, START, START + 1);
        assertThat(used(limiter, START + 1))
                .as("others used 50, ours may not be among them")
                .isEqualTo(80);
        limiter.settle(query, Fate.DONE, START, START + 2);
        limiter.counted("W", 80, START, START + 2);
        assertThat(used(limiter, START + 2)).isEqualTo(80);
        limiter.counted("not declared", 10, START, START + 2);
        assertThat(used(limiter, START + 60 * SECOND)).isZero();
    }

    @Test
    void aLowerCountIsBelievedOnlyWhenItWasAskedForAfterAllThatWeCount() {
        var limiter = limiter(rule("ORDERS", 100, 60 * SECOND, true));
        limiter.counted("ORDERS", 50, START, START + 5);
        limiter.counted("ORDERS", 10, START + 4, START + 6);
        assertThat(used(limiter, START + 6))
                .as("an answer that overtook another")
                .isEqualTo(50);
        limiter.counted("ORDERS", 10, START + 6, START + 9);
        assertThat(used(limiter, START + 9))
                .as("first fills gave 40 orders back")
                .isEqualTo(10);
    }

    @Test
    void aCountAskedForInTheWindowBeforeSaysNothingAboutThisOne() {
        var limiter = limiter(rule("W", 6_000, 60 * SECOND, true));
        limiter.counted("W", 5_990, START - 1, START + 1);
        assertThat(used(limiter, START + 1)).isZero();
    }

    /// A venue that counts as Binance does: an order costs weight when it is refused, and a place when it is taken.
    @Test
    void neitherABurstOfGoodOrdersStarvesNorABurstOfBadOnesPassesTheLimit() {
        Laws.forAll(seed -> {
            var limiter = limiter(rule("W", 200, 60 * SECOND, true), rule("ORDERS", 400, 60 * SECOND, true));
            var order = limiter.charges(new Cost(
                    Priority.HIGH,
                    List.of(new Charge("W", 1, Counts.UNLESS_DONE), new Charge("ORDERS", 1, Counts.UNLESS_REFUSED))));
            int badPercent = seed.pick(List.of(0, 0, 10, 50, 100));
            long foreign = seed.longBetween(0, 50);
            long weight = foreign;
            long places = 0;
            var underWay = new ArrayDeque<Long>();
            long nowNs = START;
            for (int i = 0; i < 1_000; i++) {
                nowNs += seed.longBetween(1, 10_000_000);
                if (limiter.blockedBy(order, Priority.HIGH, nowNs) == Limiter.FREE) {
                    limiter.take(order, nowNs);
                    underWay.add(nowNs);
                }
                if (underWay.size() > 20 || seed.chance(50)) {
                    boolean isBad = seed.chance(badPercent);
                    Long leftNs = underWay.poll();
                    if (leftNs == null) {
                        continue;
                    }
                    weight += isBad ? 1 : 0;
                    places += isBad ? 0 : 1;
                    limiter.settle(order, isBad ? Fate.REFUSED : Fate.DONE, leftNs, nowNs);
                    limiter.counted("W", weight, leftNs, nowNs);
                }
                assertThat(weight).isLessThanOrEqualTo(200);
                assertThat(places).isLessThanOrEqualTo(400);
            }
            assertThat(limiter.use(nowNs).getFirst().used())
                    .as("what is free is free at once: the venue's count and what is under way")
                    .isEqualTo(weight + underWay.size());
            if (badPercent == 0 && foreign == 0) {
                assertThat(places)
                        .as("good orders are held back by their own limit alone")
                        .isGreaterThan(300);
            }
        });
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
