package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.MS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.VenueReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The venue's published samples, read where they are kept: the folder `venues/fixtures/binance` of the system property
/// `tidegate.shared` (default `../shared` beside the project). Without that folder these tests are skipped and say so.
final class SharedFixturesTest {
    private static final Path FOLDER = Path.of(
                    System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"))
            .resolve("venues/fixtures/binance");

    private static Instrument instrument(int id, String symbol) {
        return new Instrument(id, symbol, AssetClass.SPOT, 1, 2, 8, 8);
    }

    private final RawText text = new RawText("no key");
    private final OrderPayloads orders = new OrderPayloads(
            Symbols.of(List.of(
                    instrument(1, "BTC/USDT"),
                    instrument(2, "LTC/BTC"),
                    instrument(3, "ETH/BTC"),
                    instrument(4, "ETH/USDT"),
                    instrument(5, "BNB/BTC"))),
            text);
    private final UserEvents events = new UserEvents(orders, text);

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                () -> "SKIPPED: the venue's samples are not at "
                        + FOLDER.toAbsolutePath().normalize()
                        + "; set the system property tidegate.shared to the folder that holds venues/fixtures");
    }

    private static List<JsonNode> samples(String file) throws IOException {
        JsonNode all = Json.read(Files.readAllBytes(FOLDER.resolve(file)));
        List<JsonNode> samples = new ArrayList<>();
        if (all.isArray()) {
            all.forEach(samples::add);
        } else {
            samples.add(all);
        }
        return samples;
    }

    private static List<Fields> objects(String file) throws IOException {
        return samples(file).stream().map(sample -> Fields.of(sample, file)).toList();
    }

    @ParameterizedTest(name = "{0}: {1} orders, {2} fills")
    @CsvSource(delimiter = '|', textBlock = """
            docs_rest_order_new.json              | 3 | 5
            docs_rest_order_query.json            | 1 | 0
            nt_http_all_orders_response.json      | 1 | 0
            nt_http_new_order_full_response.json  | 1 | 5
            nt_http_open_orders_response.json     | 1 | 0
            nt_http_order_response.json           | 1 | 0
            nt_http_cancel_order_response.json    | 1 | 0
            nt_http_cancel_open_orders_response.json | 4 | 0
            docs_rest_order_cancel.json           | 1 | 0
            """)
    void anOrderByRestIsReadWithoutLoss(String file, int orderCount, int fillCount) throws IOException {
        List<VenueReport> facts = new ArrayList<>();
        int read = 0;
        for (Fields sample : objects(file)) {
            if (sample.has("code")) {
                continue; // an error among the samples of a cancel
            }
            for (Fields order : sample.has("orderReports") ? sample.objects("orderReports") : List.of(sample)) {
                OrderPayloads.Read one = orders.order(order);
                assertTrue(one.order().isPresent(), order::toString);
                facts.addAll(one.facts());
                read++;
            }
        }
        assertEquals(orderCount, read);
        assertEquals(
                fillCount,
                facts.stream().filter(VenueReport.FillReport.class::isInstance).count());
        assertEquals(fillCount, facts.size(), facts::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            docs_ws_api_envelope.json             | 2
            docs_ws_api_order_place.json          | 3
            docs_ws_api_order_cancel.json         | 2
            docs_ws_api_order_status.json         | 1
            docs_ws_api_myTrades.json             | 1
            docs_ws_api_openOrders_cancelAll.json | 1
            docs_ws_api_openOrders_status.json    | 1
            docs_ws_api_account_status.json       | 1
            docs_ws_api_rate_limit_errors.json    | 2
            docs_ws_api_unauthenticated.json      | 1
            docs_ws_api_session_status.json       | 1
            docs_ws_api_rateLimits_orders.json    | 1
            docs_ws_api_userDataStream_subscribe.json | 1
            docs_ws_api_userDataStream_subscribe_signature.json | 1
            """)
    void aFrameIsTakenApartWithItsCounters(String file, int answerCount) throws IOException {
        int read = 0;
        for (JsonNode sample : samples(file)) {
            if (sample.has("status")) {
                var answered =
                        (Incoming.Answered) Incoming.read(sample.toString().getBytes(UTF_8));
                assertEquals(sample.path("rateLimits").size(), answered.used().size(), file);
                read++;
            }
        }
        assertEquals(answerCount, read);
    }

    @ParameterizedTest(name = "{0}: {1} orders, {2} fills, {3} balances")
    @CsvSource(delimiter = '|', textBlock = """
            docs_user_executionReport.json              | 1 | 0 | 0
            docs_user_outboundAccountPosition.json      | 0 | 0 | 1
            docs_user_balanceUpdate.json                | 0 | 0 | 0
            docs_user_externalLockUpdate.json           | 0 | 0 | 0
            docs_user_listStatus.json                   | 0 | 0 | 0
            nt_user_data_execution_report_new.json      | 1 | 0 | 0
            nt_user_data_execution_report_trade.json    | 1 | 1 | 0
            nt_user_data_execution_report_canceled.json | 1 | 0 | 0
            nt_user_data_execution_report_expired.json  | 1 | 0 | 0
            nt_user_data_execution_report_stop_loss.json | 1 | 0 | 0
            nt_user_data_execution_report_wrapped.json  | 1 | 0 | 0
            nt_user_data_account_position.json          | 0 | 0 | 2
            nt_user_data_account_position_wrapped.json  | 0 | 0 | 1
            nt_user_data_balance_update.json            | 0 | 0 | 0
            nt_user_data_balance_update_wrapped.json    | 0 | 0 | 0
            nt_user_data_list_status_wrapped.json       | 0 | 0 | 0
            """)
    void anEventIsReadWithoutLoss(String file, int orderCount, int fillCount, int balanceCount) throws IOException {
        Fields sample = objects(file).getFirst(); // those of the retired listen key have no envelope
        var told = (UserEvents.Told.Facts) events.read(sample.has("event") ? sample.object("event") : sample);
        assertEquals(orderCount, count(told, VenueReport.OrderReport.class));
        assertEquals(fillCount, count(told, VenueReport.FillReport.class));
        assertEquals(balanceCount, count(told, VenueReport.BalanceReport.class));
        assertEquals(orderCount + fillCount + balanceCount, told.reports().size());
    }

    private static long count(UserEvents.Told.Facts told, Class<? extends VenueReport> kind) {
        return told.reports().stream().filter(kind::isInstance).count();
    }

    @ParameterizedTest
    @CsvSource({"docs_user_eventStreamTerminated.json", "docs_ws_api_serverShutdown.json"})
    void anEndingIsUnderstood(String file) throws IOException {
        var event = (Incoming.Event)
                Incoming.read(samples(file).getFirst().toString().getBytes(UTF_8));
        assertTrue(events.read(event.event()) instanceof UserEvents.Told.Ending);
    }

    @ParameterizedTest(name = "{0}: {1} trades")
    @CsvSource({"docs_rest_myTrades.json, 1", "nt_http_account_trades_response.json, 1"})
    void aTradeIsReadWithoutLoss(String file, int tradeCount) throws IOException {
        List<VenueReport> read = objects(file).stream().map(orders::trade).toList();
        assertEquals(tradeCount, read.size());
        assertTrue(read.stream().allMatch(VenueReport.FillReport.class::isInstance), read::toString);
    }

    @ParameterizedTest(name = "{0}: {1} balances")
    @CsvSource({"nt_http_account_response.json, 2"})
    void anAccountIsReadWithoutLoss(String file, int balanceCount) throws IOException {
        var balances = events.balances(objects(file).getFirst().objects("balances"), "asset", "free", "locked");
        assertEquals(balanceCount, balances.size());
        assertTrue(balances.stream().allMatch(VenueReport.BalanceReport.class::isInstance), balances::toString);
    }

    @ParameterizedTest
    @CsvSource("nt_http_server_time_response.json, 1499827319559")
    void theTimeIsRead(String file, long timeMs) throws IOException {
        assertEquals(timeMs * MS, objects(file).getFirst().timeNs("serverTime"));
    }
}
