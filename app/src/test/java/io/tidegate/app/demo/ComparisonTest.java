package io.tidegate.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each kind of difference is found: a comparison that finds nothing would be worth nothing.
class ComparisonTest {
    private static final String KEY = OurTruth.key("BTC/USDT", "5", "9");
    private static final VenueTruth.VenueFill FILL = new VenueTruth.VenueFill(
            Side.BUY, Amount.parse("0.5"), Amount.parse("100"), Amount.parse("50"), Amount.parse("0.0005"), "BTC");

    private final OurTruth ours = new OurTruth();

    ComparisonTest() {
        ours.instruments.put(1, new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 5));
        ours.assets.put(1, new Asset(1, "BTC"));
        ours.assets.put(2, new Asset(2, "USDT"));
        ours.balances.put(1, Amount.parse("1"));
        ours.balances.put(2, Amount.parse("10"));
        ours.handedOut.add("tg1-1");
        ours.orders.put(1L, OrderStatus.FILLED);
        ours.fills.put(KEY, booked("0.0005"));
        ours.positions.put(1, new PositionChanged(1, 1, 50_000, FILL.quote(), Amount.ZERO, PositionCause.OPEN));
    }

    @Test
    void whatAgreesIsNoViolation() {
        assertThat(Comparison.violations(ours, venue(Map.of("tg1-1", 1), List.of(), "1")))
                .isEmpty();
    }

    @Test
    void anOrderPlacedTwiceOrByNobodyIsFound() {
        assertThat(Comparison.violations(ours, venue(Map.of("tg1-1", 2, "tg1-2", 1), List.of("tg1-1"), "1")))
                .hasSize(3)
                .anyMatch(words -> words.contains("2 times"))
                .anyMatch(words -> words.contains("never handed out"))
                .anyMatch(words -> words.contains("still open"));
    }

    @Test
    void aFillThatIsLostInventedDoubledOrDifferentIsFound() {
        ours.fills.put(KEY, booked("0.0006"));
        ours.fills.put(OurTruth.key("BTC/USDT", "5", "10"), booked("0"));
        ours.doubled.add("x");
        var venue = new VenueTruth(
                Map.of(KEY, FILL, OurTruth.key("BTC/USDT", "5", "11"), FILL), Map.of(), List.of(), balances("1"));
        assertThat(Comparison.violations(ours, venue))
                .anyMatch(words -> words.startsWith("fill differs"))
                .anyMatch(words -> words.startsWith("fill lost"))
                .anyMatch(words -> words.startsWith("fill that never happened"))
                .anyMatch(words -> words.startsWith("fill booked twice"))
                .anyMatch(words -> words.startsWith("position in BTC/USDT"));
    }

    @Test
    void aBalanceThatDiffersByOneUnitIsFound() {
        assertThat(Comparison.violations(ours, venue(Map.of("tg1-1", 1), List.of(), "1.000000000000000001")))
                .singleElement()
                .asString()
                .startsWith("balance of BTC");
    }

    private static VenueTruth venue(Map<String, Integer> placed, List<String> open, String btc) {
        return new VenueTruth(Map.of(KEY, FILL), placed, open, balances(btc));
    }

    private static Map<String, Amount> balances(String btc) {
        return Map.of("BTC", Amount.parse(btc), "USDT", Amount.parse("10"));
    }

    private static FillBooked booked(String fee) {
        return new FillBooked(
                1,
                1,
                1,
                1,
                "5",
                "9",
                Side.BUY,
                50_000,
                FILL.price(),
                FILL.quote(),
                Amount.ZERO,
                Amount.parse(fee),
                1,
                Liquidity.TAKER,
                1,
                Evidence.VENUE_STREAM);
    }
}
