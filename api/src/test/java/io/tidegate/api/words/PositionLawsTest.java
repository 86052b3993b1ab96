package io.tidegate.api.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.api.books.Books;
import io.tidegate.api.books.PositionStep;
import io.tidegate.core.Engine;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.wire.EventHeader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Positions as clients see them, against what was executed: three instruments, two of BTC, at two venue accounts.
class PositionLawsTest {
    private static final long NOW_NS = 1_800_000_000_000_000_000L;
    private static final int PRICE_SCALE = 2;
    private static final int QUANTITY_SCALE = 3;
    private static final Set<Integer> VENUES = Set.of(1, 2);

    private final Engine engine = new Engine();
    private final Books books = new Books(10);
    private final PositionWords words = new PositionWords(books.listings(), books.money());
    private final List<PositionChanged> told = new ArrayList<>();
    private final List<ReportFill> fills = new ArrayList<>();
    private long events;

    @Test
    void property25_whatIsHeldAddsUpFromVenuesToInstrumentsToAssets() {
        Laws.forAll(seed -> {
            var desk = new PositionLawsTest();
            desk.trade(seed, 30);
            var byInstrument = new TreeMap<String, BigDecimal>();
            var byAsset = new TreeMap<String, BigDecimal>();
            var realised = new TreeMap<String, BigDecimal>();
            for (JsonNode position : desk.byVenue()) {
                String instrument = position.get("instrument").stringValue();
                BigDecimal quantity = number(position, "quantity");
                byInstrument.merge(instrument, quantity, BigDecimal::add);
                byAsset.merge(instrument.substring(0, 3), quantity, BigDecimal::add);
                realised.merge(instrument, number(position, "realised"), BigDecimal::add);
            }
            ArrayNode instruments = Body.MAPPER.createArrayNode();
            desk.words.byInstrument(VENUES, NOW_NS, instruments);
            for (JsonNode position : instruments) {
                String instrument = position.get("instrument").stringValue();
                assertThat(number(position, "quantity")).isEqualByComparingTo(byInstrument.remove(instrument));
                assertThat(number(position, "realised")).isEqualByComparingTo(realised.remove(instrument));
            }
            ArrayNode assets = Body.MAPPER.createArrayNode();
            desk.words.byAsset(VENUES, assets);
            for (JsonNode held : assets) {
                assertThat(number(held, "quantity"))
                        .isEqualByComparingTo(byAsset.remove(held.get("asset").stringValue()));
            }
            assertThat(byInstrument).isEmpty();
            assertThat(byAsset).isEmpty();
        });
    }

    @Test
    void property26_quantityAverageAndUnrealisedFollowFromTheFills() {
        Laws.forAll(seed -> {
            var desk = new PositionLawsTest();
            desk.trade(seed, 30);
            for (JsonNode position : desk.byVenue()) {
                BigDecimal quantity = BigDecimal.ZERO;
                BigDecimal cash = BigDecimal.ZERO;
                for (ReportFill fill : desk.fills) {
                    if (desk.isOf(position, fill)) {
                        BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
                        quantity = quantity.add(BigDecimal.valueOf(fill.quantity(), QUANTITY_SCALE)
                                .multiply(sign));
                        cash = cash.subtract(fill.quote().decimal().multiply(sign));
                    }
                }
                assertThat(number(position, "quantity")).isEqualByComparingTo(quantity);
                BigDecimal mark = number(position, "mark");
                BigDecimal unrealised = number(position, "unrealised");
                // what was won in all is what came in and went out, and what is held at the mark
                assertThat(number(position, "realised").add(unrealised))
                        .isEqualByComparingTo(cash.add(quantity.multiply(mark)));
                if (quantity.signum() != 0) {
                    BigDecimal average = number(position, "averagePrice");
                    assertThat(mark.subtract(average)
                                    .multiply(quantity)
                                    .subtract(unrealised)
                                    .abs())
                            .isLessThan(new BigDecimal("1e-15")); // the average is shown with 18 decimals
                }
            }
        });
    }

    @Test
    void theAverageIsWeightedByQuantityAndAReductionLeavesIt() {
        Laws.forAll(seed -> {
            var desk = new PositionLawsTest();
            Side side = seed.pick(Side.class);
            BigDecimal quantity = BigDecimal.ZERO;
            BigDecimal worth = BigDecimal.ZERO;
            for (int i = 0; i < seed.intBetween(1, 8); i++) {
                ReportFill fill = desk.fill(seed, 1, 1, side);
                quantity = quantity.add(BigDecimal.valueOf(fill.quantity(), QUANTITY_SCALE));
                worth = worth.add(fill.quote().decimal());
            }
            desk.apply(new SetMark(1, 100, 200, NOW_NS));
            BigDecimal average = number(desk.byVenue().get(0), "averagePrice");
            assertThat(average.multiply(quantity).subtract(worth).abs()).isLessThan(new BigDecimal("1e-12"));
            long held = quantity.movePointRight(QUANTITY_SCALE).longValueExact();
            if (held > 1) {
                desk.fill(1, 1, side == Side.BUY ? Side.SELL : Side.BUY, seed.longBetween(1, held - 1), 150);
                BigDecimal after = number(desk.byVenue().get(0), "averagePrice");
                assertThat(after.subtract(average).abs()).isLessThan(new BigDecimal("1e-12"));
            }
        });
    }

    @Test
    void property28_everyChangeIsRememberedWithBeforeAfterCauseAndTrigger() {
        Laws.forAll(seed -> {
            var desk = new PositionLawsTest();
            desk.trade(seed, 30);
            if (!desk.fills.isEmpty() && seed.chance(70)) {
                desk.bust(seed.pick(desk.fills));
            }
            List<PositionStep> steps = desk.books.money().steps().reversed();
            assertThat(steps).hasSameSizeAs(desk.told);
            Map<String, Long> last = new TreeMap<>();
            for (int i = 0; i < steps.size(); i++) {
                PositionStep step = steps.get(i);
                PositionChanged event = desk.told.get(i);
                String place = step.venueAccount() + "/" + step.instrument();
                assertThat(step.before()).isEqualTo(last.getOrDefault(place, 0L));
                assertThat(step.after()).isEqualTo(event.quantity());
                assertThat(step.cause()).isEqualTo(event.cause());
                assertThat(step.trigger()).matches("(bust of )?fill t[0-9]+");
                if (step.cause() != PositionCause.CORRECTION) {
                    assertThat(step.cause()).isEqualTo(causeOf(step.before(), step.after()));
                }
                last.put(place, step.after());
            }
        });
    }

    @Test
    void aMarkThatIsTooOldIsShownAndCalledStale() {
        fill(1, 1, Side.BUY, 1_000, 100);
        apply(new SetMark(1, 11_000, 11_001, NOW_NS - 11_000_000_000L));
        JsonNode position = byVenue().get(0);
        assertThat(position.get("mark").stringValue()).isEqualTo("110.005");
        assertThat(position.get("markAgeMs").longValue()).isEqualTo(11_000);
        assertThat(position.get("markStale").booleanValue()).isTrue();
        assertThat(position.get("unrealised").stringValue()).isEqualTo("10.005");
        assertThat(position.get("unrealisedPercent").stringValue()).isEqualTo("10.005");
    }

    @Test
    void withoutAMarkNothingIsGuessed() {
        fill(1, 1, Side.BUY, 1_000, 100);
        JsonNode position = byVenue().get(0);
        assertThat(position.get("markStale").booleanValue()).isTrue();
        assertThat(position.has("mark")).isFalse();
        assertThat(position.has("unrealised")).isFalse();
    }

    @Test
    void feesInAnyAssetAreShownAsPaidAndTogetherAtTheMarks() {
        apply(new SetMark(1, 10_000, 10_000, NOW_NS));
        apply(charged("t1", "0.5", 2)); // USDT
        apply(charged("t2", "0.01", 1)); // BTC, at 100
        apply(charged("t3", "-0.25", 2)); // a rebate
        JsonNode position = byVenue().get(0);
        assertThat(position.get("chargesValue").stringValue()).isEqualTo("1.25");
        assertThat(position.get("net").stringValue()).isEqualTo("-1.25");
        assertThat(position.get("charges")).hasSize(2);
        apply(charged("t4", "0.1", 4)); // ETH, without a mark
        assertThat(byVenue().get(0).get("chargesUnvalued").get(0).stringValue()).isEqualTo("ETH");
        assertThat(byVenue().get(0).has("net")).isFalse();
    }

    PositionLawsTest() {
        apply(new StartIncarnation(NOW_NS / 1_000_000));
        apply(new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", PRICE_SCALE, QUANTITY_SCALE));
        apply(new DefineInstrument("BTC/EUR", AssetClass.SPOT, "BTC", "EUR", PRICE_SCALE, QUANTITY_SCALE));
        apply(new DefineInstrument("ETH/USDT", AssetClass.SPOT, "ETH", "USDT", PRICE_SCALE, QUANTITY_SCALE));
        for (String label : List.of("main", "spare")) {
            apply(new DefineVenueAccount("desk", "binance", label, new VenueTerms(10, 1_000, 1_000, 1_000)));
        }
    }

    private void trade(Seed seed, int count) {
        for (int i = 0; i < count; i++) {
            fill(seed, seed.intBetween(1, 2), seed.intBetween(1, 3), seed.pick(Side.class));
        }
        for (int instrument = 1; instrument <= 3; instrument++) {
            long bid = seed.longBetween(1, 20_000);
            apply(new SetMark(instrument, bid, bid + seed.longBetween(0, 100), NOW_NS));
        }
    }

    private ReportFill fill(Seed seed, int venueAccount, int instrument, Side side) {
        return fill(venueAccount, instrument, side, seed.longBetween(1, 5_000), seed.longBetween(1, 200));
    }

    private ReportFill fill(int venueAccount, int instrument, Side side, long quantity, long price) {
        var fill = new ReportFill(
                venueAccount,
                instrument,
                0,
                "v",
                "t" + fills.size(),
                side,
                quantity,
                Amount.ofScaled(price, 0),
                Amount.ofScaled(price * quantity, QUANTITY_SCALE),
                Amount.ZERO,
                0,
                Liquidity.TAKER,
                NOW_NS,
                Evidence.VENUE_STREAM);
        fills.add(fill);
        apply(fill);
        return fill;
    }

    private static ReportFill charged(String trade, String fee, int feeAsset) {
        return new ReportFill(
                1,
                1,
                0,
                "v",
                trade,
                Side.BUY,
                1_000,
                Amount.parse("100"),
                Amount.parse("100"),
                Amount.parse(fee),
                feeAsset,
                Liquidity.TAKER,
                NOW_NS,
                Evidence.VENUE_STREAM);
    }

    private void bust(ReportFill fill) {
        apply(new ReportFillCorrected(
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                fill.tradeId(),
                fill.side(),
                0,
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                0,
                NOW_NS,
                Evidence.VENUE_STREAM,
                ""));
    }

    private void apply(Command command) {
        engine.apply(command, NOW_NS, this::take);
    }

    private void take(Event event) {
        if (event instanceof PositionChanged position) {
            told.add(position);
        }
        books.onEvent(new EventHeader(++events, 0, NOW_NS, 1, events, 0, false), event);
    }

    private ArrayNode byVenue() {
        ArrayNode list = Body.MAPPER.createArrayNode();
        words.byVenue(VENUES, NOW_NS, list);
        return list;
    }

    private boolean isOf(JsonNode position, ReportFill fill) {
        String venue = fill.venueAccount() == 1 ? "binance:main" : "binance:spare";
        String symbol =
                books.listings().instrument(fill.instrument()).orElseThrow().symbol();
        return position.get("venueAccount").stringValue().equals(venue)
                && position.get("instrument").stringValue().equals(symbol);
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.get(field).stringValue());
    }

    private static PositionCause causeOf(long before, long after) {
        if (after == 0) {
            return PositionCause.CLOSE;
        }
        if (before == 0) {
            return PositionCause.OPEN;
        }
        return Math.abs(after) > Math.abs(before) ? PositionCause.INCREASE : PositionCause.DECREASE;
    }
}
