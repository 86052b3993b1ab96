package io.tidegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.binance.connector.client.exceptions.BinanceClientException;
import com.binance.connector.client.impl.SpotClientImpl;
import com.binance.connector.client.impl.WebSocketApiClientImpl;
import com.binance.connector.client.impl.WebSocketStreamClientImpl;
import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import io.tidegate.simulator.venue.binance.BinanceFace;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.vertx.EventLoops;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.exceptions.FundsExceededException;
import org.knowm.xchange.instrument.Instrument;
import org.knowm.xchange.service.trade.params.DefaultCancelOrderByInstrumentAndIdParams;
import org.knowm.xchange.service.trade.params.orders.DefaultOpenOrdersParamInstrument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Java clients of other people trade on a simulated venue over a real port, unchanged but for the addresses (SPEC
/// SIM-1): the venue's own connector, and XChange.
class JavaClientsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long WAIT_MAX_S = 20;

    private final EventLoops loops = new EventLoops(1);
    private final SimServer server = SimServer.binance(loops, 0, BinanceSettings.usual(), 7);
    private final String apiKey = server.credentials().apiKey();
    private final String secret = server.credentials().secret();

    @AfterEach
    void close() {
        server.close();
        loops.close();
    }

    @Test
    void theVenuesOwnConnectorPlacesAndCancelsByRest() {
        var client = new SpotClientImpl(apiKey, secret, server.restOrigin());
        assertThat(read(client.createMarket().exchangeInfo(parameters())).get("symbols"))
                .hasSize(3);
        var trade = client.createTrade();
        var placed = read(trade.newOrder(buying("0.01")));
        assertThat(placed.get("status").asString()).isEqualTo("NEW");
        assertThat(read(trade.getOpenOrders(parameters("symbol", "BTCUSDT")))).hasSize(1);
        var cancelled = read(trade.cancelOrder(
                parameters("symbol", "BTCUSDT", "orderId", placed.get("orderId").asString())));
        assertThat(cancelled.get("status").asString()).isEqualTo("CANCELED");
        assertThatThrownBy(() -> trade.newOrder(buying("0.000001")))
                .isInstanceOf(BinanceClientException.class)
                .hasMessageContaining("Filter failure: LOT_SIZE");
        long placedTotal =
                server.onItsThread(face -> face.venue().truth().getFirst().placedTotal());
        assertThat(placedTotal).isEqualTo(1);
    }

    @Test
    void theVenuesOwnConnectorTradesByWebSocketAndSeesTheMarket() throws Exception {
        var told = new LinkedBlockingQueue<JsonNode>();
        var streams = new WebSocketStreamClientImpl(server.socketOrigin());
        streams.combineStreams(
                new ArrayList<>(List.of("btcusdt@depth@100ms", "btcusdt@trade")), frame -> told.add(read(frame)));
        var api = new WebSocketApiClientImpl(
                apiKey, new HmacSignatureGenerator(secret), server.socketOrigin() + BinanceFace.SOCKET_PATH);
        api.connect(frame -> told.add(read(frame)));
        try {
            await(told, frame -> frame.path("stream").asString("").equals("btcusdt@depth@100ms"));
            var options = new JSONObject().put("quantity", "0.01").put("requestId", "m1");
            api.trade().newOrder("BTCUSDT", "BUY", "MARKET", options);
            var answer = await(told, frame -> frame.path("id").asString("").equals("m1"));
            assertThat(answer.get("status").asInt()).isEqualTo(200);
            assertThat(answer.get("result").get("status").asString()).isEqualTo("FILLED");
        } finally {
            streams.closeAllConnections();
            api.close();
        }
    }

    @Test
    void xchangePlacesAndCancels() throws Exception {
        var specification = new BinanceExchange().getDefaultExchangeSpecification();
        specification.setSslUri(server.restOrigin());
        specification.setHost("127.0.0.1");
        specification.setApiKey(apiKey);
        specification.setSecretKey(secret);
        Exchange exchange = ExchangeFactory.INSTANCE.createExchange(specification);
        Instrument pair = CurrencyPair.BTC_USDT;
        assertThat(exchange.getMarketDataService().getOrderBook(pair).getBids()).isNotEmpty();
        assertThat(exchange.getMarketDataService().getTicker(pair).getBid()).isPositive();
        var trade = exchange.getTradeService();
        var limit = new LimitOrder.Builder(OrderType.BID, pair)
                .originalAmount(new BigDecimal("0.01"))
                .limitPrice(new BigDecimal("50000"))
                .build();
        String id = trade.placeLimitOrder(limit);
        assertThat(trade.getOpenOrders(new DefaultOpenOrdersParamInstrument(pair))
                        .getOpenOrders())
                .hasSize(1);
        assertThat(trade.cancelOrder(new DefaultCancelOrderByInstrumentAndIdParams(pair, id)))
                .isTrue();
        trade.placeMarketOrder(new MarketOrder.Builder(OrderType.BID, pair)
                .originalAmount(new BigDecimal("0.02"))
                .build());
        assertThat(exchange.getAccountService()
                        .getAccountInfo()
                        .getWallet()
                        .getBalance(Currency.BTC)
                        .getTotal())
                .isEqualByComparingTo("5.01998");
        assertThatThrownBy(() -> trade.placeLimitOrder(new LimitOrder.Builder(OrderType.BID, pair)
                        .originalAmount(new BigDecimal("100"))
                        .limitPrice(new BigDecimal("50000"))
                        .build()))
                .isInstanceOf(FundsExceededException.class);
    }

    private static JsonNode await(LinkedBlockingQueue<JsonNode> told, Predicate<JsonNode> wanted)
            throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_MAX_S);
        while (System.nanoTime() < deadlineNs) {
            var frame = told.poll(1, TimeUnit.SECONDS);
            if (frame != null && wanted.test(frame)) {
                return frame;
            }
        }
        throw new AssertionError("not told within " + WAIT_MAX_S + " s");
    }

    private static Map<String, Object> buying(String quantity) {
        var terms = parameters("symbol", "BTCUSDT", "side", "BUY", "type", "LIMIT", "timeInForce", "GTC");
        terms.put("quantity", quantity);
        terms.put("price", "50000");
        return terms;
    }

    private static Map<String, Object> parameters(String... namesAndValues) {
        var parameters = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
