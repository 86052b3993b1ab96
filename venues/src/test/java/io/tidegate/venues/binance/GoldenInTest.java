package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.order.OrderStatus;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Golden answers and events, read by a session that is ready; ids in the files are those of its first call.
final class GoldenInTest {
    private static final OrderKey ORDER = new OrderKey(Conversation.BTC, "tg1-1", "");

    private final Conversation venue = Conversation.ready();

    /// Plays a golden answer to the frame last sent.
    private void answer(String file) {
        venue.frame(Golden.text("in/" + file + ".json").replace("\"id\": \"2\"", "\"id\": \"" + venue.lastId() + "\""));
    }

    private void event(String file) {
        venue.frame(Golden.text("in/" + file + ".json"));
    }

    private static String words(OrderState order) {
        return order.instrument().symbol() + " " + order.clientOrderId() + " " + order.venueOrderId() + " "
                + order.status() + " " + order.cumulative() + " '" + order.reason() + "' " + order.timeNs();
    }

    private static String words(FillSeen fill) {
        return fill.tradeId() + " " + fill.clientOrderId() + " " + fill.venueOrderId() + " " + fill.side() + " "
                + fill.quantity() + " @ " + fill.price() + " = " + fill.quote() + ", fee " + fill.fee() + " "
                + fill.feeAsset() + ", " + fill.liquidity() + " " + fill.timeNs();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            placed-resting              | OPEN 0 ''
            placed-acknowledged-only    | OPEN -1 ''
            placed-filled-twice         | FILLED 1000000 ''
            placed-ioc-rest-expired     | EXPIRED 400000 'UNFILLED_IOC_QUANTITY_EXPIRED'
            placed-self-trade-prevented | CANCELLED 0 'EXPIRED_IN_MATCH'
            """)
    void aPlacedOrderIsReadWhateverTheSizeOfTheAnswer(String file, String state) {
        venue.submit(1, "tg1-1");
        answer(file);
        var done = assertInstanceOf(Outcome.Done.class, venue.outcome(1));
        assertEquals("BTC/USDT tg1-1 28 " + state + " 1700000000123000000", words(done.order()));
        assertEquals(List.of(), venue.reports(VenueReport.Unreadable.class));
        assertEquals(List.of(), venue.reports(VenueReport.Parked.class));
    }

    @Test
    void fillsInAnAnswerAreTakersOfTheOrderByTradeId() {
        venue.submit(1, "tg1-1");
        answer("placed-filled-twice");
        assertEquals(
                List.of(
                        "76 tg1-1 28 BUY 400000 @ 51999 = 207.996, fee 0.000004 BTC, TAKER 1700000000123000000",
                        "77 tg1-1 28 BUY 600000 @ 51997.33333334 = 311.98400000004, fee 0.00001 BNB, TAKER"
                                + " 1700000000123000000"),
                fills());
    }

    @Test
    void theVenuesCountersComeWithTheAnswer() {
        venue.submit(1, "tg1-1");
        answer("placed-resting");
        assertEquals(Map.of("REQUEST_WEIGHT", 321L, "ORDERS_10S", 12L, "ORDERS_1D", 4043L), venue.out.used);
    }

    @Test
    void aCancelIsDoneUnderTheOrdersOwnId() {
        venue.call(1, new VenueCall.Cancel(ORDER));
        answer("cancelled");
        var done = assertInstanceOf(Outcome.Done.class, venue.outcome(1));
        assertEquals("BTC/USDT tg1-1 28 CANCELLED 100000 '' 1700000000123000000", words(done.order()));
    }

    @Test
    void aLookUpFindsTheOrderWithWhatIsFilled() {
        venue.call(1, new VenueCall.LookUp(ORDER));
        answer("looked-up");
        var found = assertInstanceOf(Outcome.Found.class, venue.outcome(1));
        assertEquals("BTC/USDT tg1-1 28 PARTIALLY_FILLED 100000 '' 1700000000456000000", words(found.order()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            event-new                    | OPEN 0 ''
            event-waiting-in-a-list      | OPEN 0 ''
            event-fill-partial           | PARTIALLY_FILLED 400000 ''
            event-fill-last-maker-rebate | FILLED 1000000 ''
            event-cancelled              | CANCELLED 400000 ''
            event-expired                | EXPIRED 0 'UNFILLED_IOC_QUANTITY_EXPIRED'
            event-expired-by-the-venue   | CANCELLED 0 'EXCHANGE_CANCELED'
            event-trade-prevented        | CANCELLED 0 'EXPIRED_IN_MATCH'
            event-rejected               | REJECTED 0 'INSUFFICIENT_BALANCES'
            """)
    void anEventTellsTheOrdersStateUnderItsOwnId(String file, String state) {
        event(file);
        var orders = venue.reports(VenueReport.OrderReport.class);
        assertEquals(1, orders.size());
        assertEquals(
                "BTC/USDT tg1-1 28 " + state + " 1700000000123000000",
                words(orders.getFirst().order()));
        assertEquals(List.of(), venue.reports(VenueReport.Unreadable.class));
    }

    @Test
    void aStreamedFillHasTheVenuesQuoteAndFeeAndLiquidity() {
        event("event-fill-partial");
        event("event-fill-last-maker-rebate");
        assertEquals(
                List.of(
                        "76 tg1-1 28 BUY 400000 @ 51999 = 207.996, fee 0.000004 BTC, TAKER 1700000000123000000",
                        "77 tg1-1 28 BUY 600000 @ 51997.33333334 = 311.984, fee -0.00001 BNB, MAKER"
                                + " 1700000000123000000"),
                fills());
    }

    @Test
    void aFillTooFineForTheScalesIsParkedAndTheOrderReportedAllTheSame() {
        event("event-fill-too-fine");
        var parked = venue.reports(VenueReport.Parked.class);
        assertEquals(1, parked.size());
        assertEquals(1, parked.getFirst().instrument());
        assertEquals(
                "fill 78 of order 28 cannot be expressed at the scales of BTC/USDT",
                parked.getFirst().what());
        assertTrue(
                parked.getFirst().raw().contains("0.000000001"),
                parked.getFirst().raw());
        var order = venue.reports(VenueReport.OrderReport.class).getFirst().order();
        assertEquals(OrderStatus.PARTIALLY_FILLED, order.status());
    }

    @Test
    void aFillOfAnUnknownSymbolIsParked() {
        event("event-fill-of-unknown-symbol");
        var parked = venue.reports(VenueReport.Parked.class).getFirst();
        assertEquals(0, parked.instrument());
        assertEquals("execution of an instrument that is not in the settings: DOGEUSDT", parked.what());
        assertEquals(1, venue.out.reports.size());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            event-status-unknown    | status: unknown value 'SLEEPING'
            event-kind-unknown      | frame.event.x: expected a kind of execution, found "HICCUP"
            event-unknown           | frame.event.e: expected an event of the account, found "somethingNew"
            event-fee-without-asset | frame.event.N: expected the asset of a fee of 0.00000400, found null
            event-price-as-number   | frame.event.L: expected a plain decimal as text, found 51999.0
            """)
    void whatTheVenueNeverPromisedIsReportedAndNotGuessed(String file, String what) {
        event(file);
        var unreadable = venue.reports(VenueReport.Unreadable.class);
        assertEquals(
                List.of(what),
                unreadable.stream().map(VenueReport.Unreadable::what).toList());
        assertEquals(1, venue.out.reports.size());
        assertTrue(venue.out.isReady, "one message that cannot be read is no reason to leave");
    }

    @Test
    void balancesOfTheStreamAreAbsolute() {
        event("event-balances");
        assertEquals(
                "BTC 1.5 + 0.01, USDT 0 + 520",
                venue.reports(VenueReport.BalanceReport.class).stream()
                        .map(report -> report.balance().asset() + " "
                                + report.balance().free() + " + "
                                + report.balance().locked())
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-deposit"})
    void changesWhoseResultComesAsABalanceSayNothingMore(String file) {
        event(file);
        assertEquals(List.of(), venue.out.reports);
    }

    private List<String> fills() {
        return venue.reports(VenueReport.FillReport.class).stream()
                .map(report -> words(report.fill()))
                .toList();
    }
}
