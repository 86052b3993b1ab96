package io.tidegate.execution.route;

import static io.tidegate.execution.route.Cases.BTC_USDT;
import static io.tidegate.execution.route.Cases.closed;
import static io.tidegate.execution.route.Cases.grid;
import static io.tidegate.execution.route.Cases.limit;
import static io.tidegate.execution.route.Cases.market;
import static io.tidegate.execution.route.Cases.open;
import static io.tidegate.execution.route.Cases.outlook;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.Limits;
import io.tidegate.testkit.Laws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Grid FINE = grid("0.01", "0.001");

    private final Router router = new Router(RoutingRules.DEFAULT);

    @Test
    void aLimitOrderGoesThroughAsStated() {
        assertThat(child(router.route(limit(Side.BUY, "0.5", "99"), outlook(open(1, "a", FINE)))))
                .isEqualTo(new ChildTerms(
                        1, OrderType.LIMIT, TimeInForce.GTC, BTC_USDT.quantity("0.5"), BTC_USDT.price("99"), false));
    }

    @ParameterizedTest(name = "{0}, {1} bps, steps of {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    BUY  | 0     | 0.01 | 100.51
                    BUY  | 10    | 0.01 | 100.11
                    BUY  | 10    | 0.1  | 100.1
                    BUY  | 10000 | 0.01 | 105.01
                    SELL | 0     | 0.01 | 99.5
                    SELL | 10    | 0.01 | 99.9
                    SELL | 10    | 0.1  | 99.9
                    SELL | 10000 | 1    | 95
                    """)
    void aMarketOrderGetsAWorstPrice(Side side, int slippageMaxBps, String tick, String worst) {
        ChildTerms child =
                child(router.route(market(side, "0.5", slippageMaxBps), outlook(open(1, "a", grid(tick, "0.001")))));
        assertThat(BTC_USDT.priceText(child.price())).isEqualTo(worst);
        assertThat(child.type()).isEqualTo(OrderType.LIMIT);
        assertThat(child.tif()).isEqualTo(TimeInForce.IOC);
    }

    @Test
    void aMarketOrderThatMustFillWholeStaysSo() {
        OrderTerms fok = Cases.terms(Side.BUY, OrderType.MARKET, TimeInForce.FOK, "0.5", 0, 0);
        assertThat(child(router.route(fok, outlook(open(1, "a", FINE)))).tif()).isEqualTo(TimeInForce.FOK);
    }

    @Test
    void aMarketOrderWithoutAFreshReferenceIsRefused() {
        Outlook seen = outlook(open(1, "a", FINE));
        Outlook stale =
                new Outlook(BTC_USDT, seen.mark(), Limits.DEFAULT, seen.candidates(), Cases.NOW_NS + 10_000_000_001L);
        Outlook none = new Outlook(BTC_USDT, Optional.empty(), Limits.DEFAULT, seen.candidates(), Cases.NOW_NS);
        for (Outlook outlook : List.of(stale, none)) {
            assertThat(noWay(router.route(market(Side.BUY, "0.5", 0), outlook))
                            .refusal()
                            .code())
                    .isEqualTo(RefusalCode.NO_REFERENCE);
        }
    }

    @ParameterizedTest(name = "{0} at {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    0.5     | 99.01   | OFF_GRID           | price
                    0.50005 | 99      | OFF_GRID           | quantity
                    0.00001 | 99      | TOO_SMALL          | quantity
                    0.001   | 99      | TOO_SMALL          | quantity
                    1000.001| 99      | TOO_LARGE          | quantity
                    """)
    void whatIsOffTheGridIsRefusedAndNeverRounded(String quantity, String price, RefusalCode code, String field) {
        Grid coarse = grid("0.5", "0.001");
        OrderTerms terms = Cases.terms(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, quantity, BTC_USDT.price(price), 0);
        var refused = noWay(router.route(terms, outlook(open(1, "a", price.equals("99") ? FINE : coarse))));
        assertThat(refused.refusal().code()).isEqualTo(RefusalCode.NO_VENUE);
        assertThat(refused.venues()).singleElement().satisfies(reason -> {
            assertThat(reason.venueAccount()).isEqualTo("binance:a");
            assertThat(reason.refusal().code()).isEqualTo(code);
            assertThat(reason.refusal().field()).isEqualTo(field);
        });
    }

    @Test
    void whereNobodyTakesItEachVenueAccountHasItsReason() {
        var poor = new Candidate(
                Cases.venue(2, "b"), Optional.empty(), Optional.of(FINE), Amount.ZERO, Amount.parse("10"));
        var foreign = new Candidate(Cases.venue(3, "c"), Optional.empty(), Optional.empty(), Amount.ZERO, Amount.ZERO);
        var refused = noWay(router.route(limit(Side.BUY, "0.5", "99"), outlook(closed(1, "a"), poor, foreign)));
        assertThat(refused.refusal().limit())
                .contains("binance:a: VENUE_CLOSED", "binance:b: INSUFFICIENT_FUNDS", "binance:c: NOT_SUPPORTED");
        assertThat(refused.venues()).hasSize(3);
    }

    @Test
    void theFirstByPreferenceThenByIdGetsIt() {
        Outlook seen = outlook(open(2, "b", FINE), open(1, "a", FINE), open(3, "c", FINE));
        OrderTerms terms = limit(Side.BUY, "0.5", "99");
        assertThat(child(router.route(terms, seen)).venueAccount()).isEqualTo(1);
        var preferring = new Router(new RoutingRules(List.of("binance:c", "binance:b"), 50, 3));
        assertThat(child(preferring.route(terms, seen)).venueAccount()).isEqualTo(3);
    }

    @Test
    void whoIsNamedGetsItOrNobody() {
        OrderTerms named = Cases.terms(
                Side.BUY, OrderType.LIMIT, TimeInForce.GTC, BTC_USDT.quantity("0.5"), BTC_USDT.price("99"), 0, 2);
        assertThat(child(router.route(named, outlook(open(1, "a", FINE), open(2, "b", FINE))))
                        .venueAccount())
                .isEqualTo(2);
        assertThat(noWay(router.route(named, outlook(open(1, "a", FINE))))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.UNKNOWN);
    }

    @Test
    void property3_aVenueThatIsClosedGetsNothing() {
        Laws.forAll(seed -> {
            Outlook outlook = Cases.anyOutlook(seed);
            if (router.route(Cases.anyTerms(seed), outlook) instanceof Routing.Proposal proposal) {
                for (ChildTerms child : proposal.children()) {
                    assertThat(candidate(outlook, child).stopped()).isEmpty();
                }
            }
        });
    }

    @Test
    void aProposalNeverExceedsTheOrderAndIsNeverPastItsLimit() {
        Laws.forAll(1_000, seed -> {
            OrderTerms terms = Cases.anyTerms(seed);
            Outlook outlook = Cases.anyOutlook(seed);
            if (router.route(terms, outlook) instanceof Routing.Proposal proposal) {
                assertThat(proposal.children().stream()
                                .mapToLong(ChildTerms::quantity)
                                .sum())
                        .isPositive()
                        .isLessThanOrEqualTo(terms.quantity());
                for (ChildTerms child : proposal.children()) {
                    Grid grid = candidate(outlook, child).grid().orElseThrow();
                    assertThat(grid.takesPrice(child.price())).isTrue();
                    assertThat(grid.takesQuantity(child.quantity())).isTrue();
                    assertThat(isWithin(terms, outlook, child.price())).isTrue();
                }
            }
        });
    }

    @Test
    void whoIsPassedOverIsNamedOnce() {
        Laws.forAll(seed -> {
            Outlook outlook = Cases.anyOutlook(seed);
            if (router.route(Cases.anyTerms(seed), outlook) instanceof Routing.NoWay refused) {
                assertThat(refused.venues().stream().map(Routing.VenueReason::venueAccount))
                        .doesNotHaveDuplicates();
                assertThat(refused.refusal().limit()).isNotEmpty();
            }
        });
    }

    /// Compared without division: price × 10,000 against reference × (10,000 ± bps).
    private static boolean isWithin(OrderTerms terms, Outlook outlook, long price) {
        if (terms.type() == OrderType.LIMIT) {
            return price == terms.price();
        }
        MarkSet mark = outlook.mark().orElseThrow();
        int stated = terms.slippageMaxBps() == 0 ? 50 : terms.slippageMaxBps();
        int bps = Math.min(stated, outlook.limits().collarBps());
        return terms.side() == Side.BUY
                ? price * 10_000 <= mark.ask() * (10_000 + bps)
                : price * 10_000 >= mark.bid() * (10_000 - bps);
    }

    private static Candidate candidate(Outlook outlook, ChildTerms child) {
        return outlook.candidates().stream()
                .filter(candidate -> candidate.venueAccount().id() == child.venueAccount())
                .findFirst()
                .orElseThrow();
    }

    private static ChildTerms child(Routing routing) {
        assertThat(routing).isInstanceOf(Routing.Proposal.class);
        return ((Routing.Proposal) routing).children().getFirst();
    }

    private static Routing.NoWay noWay(Routing routing) {
        assertThat(routing).isInstanceOf(Routing.NoWay.class);
        return (Routing.NoWay) routing;
    }
}
