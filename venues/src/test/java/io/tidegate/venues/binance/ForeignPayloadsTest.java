package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.venues.words.Fact;
import io.tidegate.venues.words.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What payloads of the venue say in our words: our own samples after the fact sheet, and every published
/// one that is kept in the shared folder `venues/fixtures/binance`.
final class ForeignPayloadsTest {
    private final BinanceWords words = new BinanceWords();

    private List<Fact> read(String kind, byte[] payload) {
        Reading reading = words.parse(kind, 200, payload);
        assertTrue(reading instanceof Reading.Read, reading::toString);
        return ((Reading.Read) reading).facts();
    }

    private String problem(String kind, String payload) {
        Reading reading = words.parse(kind, 200, payload.getBytes(UTF_8));
        assertTrue(reading instanceof Reading.Unreadable, reading::toString);
        return ((Reading.Unreadable) reading).problem();
    }

    private String shown(String payload) {
        return read("auto", payload.getBytes(UTF_8)).toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            docs_rest_commission.json             | Instrument 1
            docs_rest_depth.json                  | BookSnapshot 1
            docs_rest_exchangeInfo.json           | Instrument 1
            docs_rest_executionRules.json         | Instrument 1
            docs_rest_myTrades.json               | Fill 1
            docs_rest_order_amend.json            | OrderUpdate 2
            docs_rest_order_cancel.json           | Error 2, OrderUpdate 1
            docs_rest_order_cancelReplace.json    | Error 12, OrderUpdate 5
            docs_rest_order_new.json              | Fill 5, OrderUpdate 3
            docs_rest_order_query.json            | OrderUpdate 1
            docs_rest_preventedMatches.json       |
            docs_rest_rateLimit_order.json        |
            docs_stream_24hrTicker.json           | BookSnapshot 1
            docs_stream_aggTrade.json             | Trade 1
            docs_stream_bookTicker.json           | BookSnapshot 1
            docs_stream_diffDepth.json            | BookUpdate 1
            docs_stream_kline.json                |
            docs_stream_partialDepth.json         | BookSnapshot 1
            docs_stream_serverShutdown.json       | Error 2
            docs_stream_subscribe.json            |
            docs_stream_trade.json                | Trade 1
            docs_user_balanceUpdate.json          | Balance 1
            docs_user_eventStreamTerminated.json  | Error 1
            docs_user_executionReport.json        | OrderUpdate 1
            docs_user_externalLockUpdate.json     | Balance 1
            docs_user_listStatus.json             | OrderUpdate 2
            docs_user_outboundAccountPosition.json | Balance 1
            docs_ws_api_account_status.json       | Balance 3
            docs_ws_api_commission.json           | Instrument 1
            docs_ws_api_depth.json                | BookSnapshot 1
            docs_ws_api_envelope.json             | Error 1, OrderUpdate 1
            docs_ws_api_exchangeInfo.json         | Instrument 1
            docs_ws_api_myTrades.json             | Fill 2
            docs_ws_api_openOrders_cancelAll.json | OrderUpdate 3
            docs_ws_api_openOrders_status.json    | OrderUpdate 1
            docs_ws_api_orderList_place_oco.json  | OrderUpdate 2
            docs_ws_api_order_amend.json          | OrderUpdate 2
            docs_ws_api_order_cancel.json         | Error 2, OrderUpdate 3
            docs_ws_api_order_cancelReplace.json  | Error 12, OrderUpdate 5
            docs_ws_api_order_place.json          | Fill 2, OrderUpdate 3
            docs_ws_api_order_status.json         | OrderUpdate 1
            docs_ws_api_rateLimits_orders.json    |
            docs_ws_api_rate_limit_errors.json    | Error 1
            docs_ws_api_serverShutdown.json       | Error 1
            docs_ws_api_session_logon.json        |
            docs_ws_api_session_status.json       |
            docs_ws_api_unauthenticated.json      | Error 1
            docs_ws_api_userDataStream_subscribe.json |
            docs_ws_api_userDataStream_subscribe_signature.json |
            nt_http_account_response.json         | Balance 2
            nt_http_account_trades_response.json  | Fill 1
            nt_http_all_orders_response.json      | OrderUpdate 1
            nt_http_avg_price_response.json       |
            nt_http_book_ticker_response.json     | BookSnapshot 1
            nt_http_cancel_open_orders_response.json | OrderUpdate 4
            nt_http_cancel_order_response.json    | OrderUpdate 1
            nt_http_depth_response.json           | BookSnapshot 1
            nt_http_exchange_info_response.json   | Instrument 1
            nt_http_klines_response.json          |
            nt_http_new_order_full_response.json  | Fill 5, OrderUpdate 1
            nt_http_open_orders_response.json     | OrderUpdate 1
            nt_http_order_response.json           | OrderUpdate 1
            nt_http_ping_response.json            |
            nt_http_server_time_response.json     |
            nt_http_ticker_24hr_response.json     | BookSnapshot 1
            nt_http_ticker_price_response.json    |
            nt_http_trades_response.json          | Trade 1
            nt_user_data_account_position.json    | Balance 2
            nt_user_data_account_position_wrapped.json | Balance 1
            nt_user_data_balance_update.json      | Balance 1
            nt_user_data_balance_update_wrapped.json | Balance 1
            nt_user_data_execution_report_canceled.json | OrderUpdate 1
            nt_user_data_execution_report_expired.json | OrderUpdate 1
            nt_user_data_execution_report_new.json | OrderUpdate 1
            nt_user_data_execution_report_stop_loss.json | OrderUpdate 1
            nt_user_data_execution_report_trade.json | Fill 1, OrderUpdate 1
            nt_user_data_execution_report_wrapped.json | OrderUpdate 1
            nt_user_data_list_status_wrapped.json | OrderUpdate 2
            """)
    void aPublishedPayloadIsReadWithoutLoss(String file, String facts) throws IOException {
        var counts = new TreeMap<String, Integer>();
        for (Fact fact : read("auto", Files.readAllBytes(Shared.needed("venues/fixtures/binance/" + file)))) {
            counts.merge(fact.event(), 1, Integer::sum);
        }
        String counted = String.join(
                ", ",
                counts.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList());
        assertEquals(facts == null ? "" : facts, counted);
    }

    @Test
    void noPublishedPayloadIsLeftOut() throws IOException {
        Path folder = Shared.needed("venues/fixtures/binance");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                if (!file.endsWith("auth_vectors.json")) {
                    read("auto", Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void anExecutionSaysItsFillAndThenItsOrder() {
        assertEquals(
                "[Fill{venueOrderId=28, clientOrderId=tg1-1, symbol=BTC/USDT, side=BUY, fillId=77,"
                        + " quantity=0.01000000, price=51999.50000000, quoteQuantity=519.99500000, fee=0.00001000,"
                        + " feeAsset=BTC, liquidity=TAKER, timeNs=1700000000123000000},"
                        + " OrderUpdate{venueOrderId=28, clientOrderId=tg1-1, symbol=BTC/USDT, side=BUY, type=LIMIT,"
                        + " timeInForce=GTC, status=FILLED, venueStatus=FILLED, quantity=0.01000000,"
                        + " filled=0.01000000, remaining=0.00000000, price=52000.00000000,"
                        + " timeNs=1700000000123000000}]",
                shown(Conversation.execution("tg1-1", 28, "TRADE", "FILLED", Conversation.ALL_FILLED)));
    }

    @Test
    void aBookIsSaidWithTheVenuesOwnDigits() {
        assertEquals(
                "[BookUpdate{symbol=BTC/USDT, bids=[[0.0024, 10]], asks=[], firstSequence=157, sequence=160,"
                        + " timeNs=1672515782136000000}]",
                shown("{\"stream\":\"btcusdt@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":1672515782136,"
                        + "\"s\":\"BTCUSDT\",\"U\":157,\"u\":160,\"b\":[[\"0.0024\",\"10\"]],\"a\":[]}}"));
        assertEquals(
                "[BookSnapshot{symbol=ETH/USDT, bids=[[1, 2]], asks=[[3, 4]], sequence=9}]",
                shown("{\"stream\":\"ethusdt@depth5\",\"data\":{\"lastUpdateId\":9,\"bids\":[[\"1\",\"2\"]],"
                        + "\"asks\":[[\"3\",\"4\"]]}}"));
    }

    @Test
    void anErrorHasItsOneMeaning() {
        assertEquals(
                "[Error{category=INVALID_REQUEST, outcome=DONE_BEFORE, reason=DUPLICATE_ID, code=-2010,"
                        + " message=Duplicate order sent.}]",
                shown("{\"code\":-2010,\"msg\":\"Duplicate order sent.\"}"));
        Reading html = words.parse("auto", 502, "<html>Bad Gateway</html>".getBytes(UTF_8));
        assertTrue(html.toString().contains("category=RETRYABLE, outcome=UNKNOWN"), html::toString);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auto  | {"symbol":"BTCUSDT","orderId":"28","clientOrderId":"a"} | payload.orderId: expected a whole number of 64 bits, found "28"
            auto  | {"e":"executionReport","x":"NEW"}                       | payload.X: expected text, found nothing
            auto  | [{"a":1,"b":2}]                                         | payload[0]: expected a payload of the venue, found an object with [a, b]
            auto  | {"lastUpdateId":1,"bids":[["1"]],"asks":[]}             | payload.bids: expected levels of price and quantity, found [["1"]]
            auto  | {"lastUpdateId":1,"bids":[["1",2]],"asks":[]}           | payload.bids[0][1]: expected a plain decimal as text, found 2
            auto  | <html>                                                  | not JSON
            auto  | 7                                                       | payload: expected an object, found 7
            fill  | {"code":-1121,"msg":"Invalid symbol."}                  | expected a payload of kind fill, and this is of kind error
            """)
    void whatCannotBeReadIsSaidWithPlaceAndExpectation(String kind, String payload, String problem) {
        String found = problem(kind, payload);
        assertTrue(found.contains(problem), found);
    }
}
