package io.tidegate.model.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.model.order.OrderTerms.Problem;
import io.tidegate.testkit.Laws;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTermsTest {
    private static final long EXPIRY_NS = 1_766_000_000_000_000_000L;

    @ParameterizedTest(name = "{0}: price {1}, stop {2}, trailing {3} or {4} bps: problems {5}")
    @CsvSource(delimiter = '|', textBlock = """
            MARKET               |  0 |  0 |  0 |     0 |
            MARKET               | 50 |  0 |  0 |     0 | price
            MARKET               |  0 | 40 |  0 |     0 | stopPrice
            MARKET               |  0 |  0 |  1 |     1 | trailingPrice trailingBps
            LIMIT                | 50 |  0 |  0 |     0 |
            LIMIT                |  0 |  0 |  0 |     0 | price
            LIMIT                | -1 |  0 |  0 |     0 | price
            LIMIT                | 50 | 40 |  0 |     0 | stopPrice
            STOP_LIMIT           | 50 | 40 |  0 |     0 |
            STOP_LIMIT           |  0 | 40 |  0 |     0 | price
            STOP_LIMIT           | 50 |  0 |  0 |     0 | stopPrice
            STOP_LIMIT           |  0 |  0 |  0 |     0 | price stopPrice
            STOP_LIMIT           | 50 | -1 |  0 |     0 | stopPrice
            STOP_MARKET          |  0 | 40 |  0 |     0 |
            STOP_MARKET          |  0 |  0 |  0 |     0 | stopPrice
            STOP_MARKET          | 50 | 40 |  0 |     0 | price
            TRAILING_STOP        |  0 |  0 |  5 |     0 |
            TRAILING_STOP        |  0 |  0 |  0 | 10000 |
            TRAILING_STOP        |  0 |  0 |  0 |     0 | trailingPrice
            TRAILING_STOP        |  0 |  0 |  5 |    25 | trailingPrice
            TRAILING_STOP        |  0 |  0 |  0 | 10001 | trailingBps
            TRAILING_STOP        |  0 |  0 | -5 |    25 | trailingPrice
            TRAILING_STOP        |  0 |  0 |  5 |    -1 | trailingBps
            TRAILING_STOP        | 50 | 40 |  5 |     0 | price stopPrice
            FLASH_LOAN_ARBITRAGE |  0 |  0 |  0 |     0 |
            FLASH_LOAN_ARBITRAGE | 50 |  0 |  0 |     0 | price
            ATOMIC_SWAP          |  0 |  0 |  0 |     0 |
            ATOMIC_SWAP          |  0 | 40 |  0 |     0 | stopPrice
            """)
    void property16_everyTypeStatesTheFieldsItNeeds(
            OrderType type, long price, long stopPrice, long trailingPrice, int trailingBps, @Nullable String fields) {
        var stated = Stated.of(type);
        stated.price = price;
        stated.stopPrice = stopPrice;
        stated.trailingPrice = trailingPrice;
        stated.trailingBps = trailingBps;
        assertEquals(Objects.requireNonNullElse(fields, ""), String.join(" ", fields(stated)));
    }

    @Test
    void property16_anOrderIsSoundJustWhenItStatesWhatItsTypeNeedsAndNothingElse() {
        Laws.forAll(1_000, seed -> {
            var type = seed.pick(OrderType.class);
            var stated = Stated.of(type);
            stated.price = seed.chance(50) ? seed.longBetween(1, Long.MAX_VALUE) : 0;
            stated.stopPrice = seed.chance(50) ? seed.longBetween(1, Long.MAX_VALUE) : 0;
            stated.trailingPrice = seed.chance(50) ? seed.longBetween(1, Long.MAX_VALUE) : 0;
            stated.trailingBps = seed.chance(50) ? seed.intBetween(1, 10_000) : 0;
            var states = new TreeSet<String>();
            addIf(states, "price", stated.price > 0);
            addIf(states, "stopPrice", stated.stopPrice > 0);
            addIf(states, "trailingPrice", stated.trailingPrice > 0);
            addIf(states, "trailingBps", stated.trailingBps > 0);
            boolean sound = needs(type).contains(Set.copyOf(states));
            assertEquals(sound, stated.terms().problems().isEmpty(), type + " with " + states);
        });
    }

    @ParameterizedTest
    @EnumSource(TimeInForce.class)
    void property20_gtdAloneNeedsATimeOfExpiry(TimeInForce tif) {
        var without = Stated.of(OrderType.LIMIT);
        without.tif = tif;
        var with = Stated.of(OrderType.LIMIT);
        with.tif = tif;
        with.expiresAtNs = EXPIRY_NS;
        var before1970 = Stated.of(OrderType.LIMIT);
        before1970.tif = tif;
        before1970.expiresAtNs = -1;
        assertEquals(tif == TimeInForce.GTD ? List.of("expiresAt") : List.of(), fields(without));
        assertEquals(tif == TimeInForce.GTD ? List.of() : List.of("expiresAt"), fields(with));
        assertEquals(List.of("expiresAt"), fields(before1970));
    }

    @Test
    void onlyAnOrderThatRestsAtItsLimitCanBePostOnlyOrAnIceberg() {
        for (var type : OrderType.values()) {
            for (var tif : TimeInForce.values()) {
                boolean rests =
                        EnumSet.of(OrderType.LIMIT, OrderType.STOP_LIMIT).contains(type)
                                && EnumSet.of(TimeInForce.GTC, TimeInForce.GTD, TimeInForce.DAY)
                                        .contains(tif);
                var postOnly = Stated.of(type).tif(tif);
                postOnly.postOnly = true;
                var iceberg = Stated.of(type).tif(tif);
                iceberg.displayQuantity = 10;
                assertEquals(rests ? List.of() : List.of("postOnly"), fields(postOnly), type + " " + tif);
                assertEquals(rests ? List.of() : List.of("displayQuantity"), fields(iceberg), type + " " + tif);
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @CsvSource({
        "account, 0, false", "account, 1, true", "account, 36, true", "account, 37, false", "strategy, 0, true",
        "strategy, 36, true", "strategy, 37, false", "clientKey, 0, false", "clientKey, 1, true", "clientKey, 64, true",
        "clientKey, 65, false"
    })
    void aNameHasItsLength(String field, int length, boolean sound) {
        assertEquals(sound ? List.of() : List.of(field), fields(named(field, "x".repeat(length))));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"a b", " a", "a\t", "a\n", "a\u0000", "a\u007f", "ä", "a\u00a0", "\uD834\uDD1E", "а"})
    void aNameIsPrintableAscii(String name) {
        for (var field : List.of("account", "strategy", "clientKey")) {
            assertEquals(
                    List.of(field), fields(named(field, name)), "letters that look like others would be other names");
        }
    }

    @Test
    void everyNumberHasItsRange() {
        isRefused("instrument", stated -> stated.instrument = 0);
        isRefused("instrument", stated -> stated.instrument = -1);
        isRefused("quantity", stated -> stated.quantity = 0);
        isRefused("quantity", stated -> stated.quantity = -1);
        isRefused("deadline", stated -> stated.deadlineNs = -1);
        isRefused("displayQuantity", stated -> stated.displayQuantity = -1);
        isRefused("displayQuantity", stated -> stated.displayQuantity = 101);
        isRefused("slippageMaxBps", stated -> stated.slippageMaxBps = -1);
        isRefused("slippageMaxBps", stated -> stated.slippageMaxBps = 10_001);
        isRefused("venueAccount", stated -> stated.venueAccount = -1);
        isTaken(stated -> stated.quantity = Long.MAX_VALUE);
        isTaken(stated -> stated.price = Long.MAX_VALUE);
        isTaken(stated -> stated.deadlineNs = EXPIRY_NS);
        isTaken(stated -> stated.displayQuantity = 100);
        isTaken(stated -> stated.slippageMaxBps = 10_000);
        isTaken(stated -> stated.venueAccount = 3);
        isTaken(stated -> stated.reduceOnly = true);
    }

    @Test
    void metadataIsUpTo4096BytesOfText() {
        isTaken(stated -> stated.metadata = "x".repeat(4_096));
        isTaken(stated -> stated.metadata = "ü".repeat(2_048));
        isTaken(stated -> stated.metadata = "\uD834\uDD1E".repeat(1_024));
        isRefused("metadata", stated -> stated.metadata = "x".repeat(4_097));
        isRefused("metadata", stated -> stated.metadata = "ü".repeat(2_049));
        isRefused("metadata", stated -> stated.metadata = "a\uD834b");
        isRefused("metadata", stated -> stated.metadata = "\uDD1E");
    }

    @Test
    void everyProblemIsToldAtOnceWithItsRuleAndWhatWasStated() {
        var stated = Stated.of(OrderType.MARKET).tif(TimeInForce.IOC);
        stated.account = "";
        stated.quantity = -5;
        stated.price = 7;
        stated.postOnly = true;
        assertEquals(
                List.of(
                        new Problem("account", "must be 1 to 36 printable ASCII characters", ""),
                        new Problem("quantity", "must be positive", "-5"),
                        new Problem("price", "MARKET takes no price", "7"),
                        new Problem("postOnly", "needs an order that can rest", "MARKET IOC")),
                stated.terms().problems());
    }

    /// The sets of fields that are right for a type (SPEC ORD-1).
    private static Set<Set<String>> needs(OrderType type) {
        return switch (type) {
            case MARKET, FLASH_LOAN_ARBITRAGE, ATOMIC_SWAP -> Set.of(Set.of());
            case LIMIT -> Set.of(Set.of("price"));
            case STOP_LIMIT -> Set.of(Set.of("price", "stopPrice"));
            case STOP_MARKET -> Set.of(Set.of("stopPrice"));
            case TRAILING_STOP -> Set.of(Set.of("trailingPrice"), Set.of("trailingBps"));
        };
    }

    private static void addIf(Set<String> states, String field, boolean stated) {
        if (stated) {
            states.add(field);
        }
    }

    private static Stated named(String field, String value) {
        var stated = new Stated();
        switch (field) {
            case "account" -> stated.account = value;
            case "strategy" -> stated.strategy = value;
            case "clientKey" -> stated.clientKey = value;
            default -> throw new IllegalArgumentException(field);
        }
        return stated;
    }

    private static void isRefused(String field, Consumer<Stated> change) {
        var stated = new Stated();
        change.accept(stated);
        var refused = Set.copyOf(fields(stated));
        assertEquals(Set.of(field), refused);
    }

    private static void isTaken(Consumer<Stated> change) {
        var stated = new Stated();
        change.accept(stated);
        assertEquals(List.of(), stated.terms().problems());
    }

    /// The fields with problems, in order.
    private static List<String> fields(Stated stated) {
        return stated.terms().problems().stream().map(Problem::field).distinct().toList();
    }
}
