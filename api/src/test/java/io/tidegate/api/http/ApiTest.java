package io.tidegate.api.http;

import static io.tidegate.api.LiveCore.OTHER;
import static io.tidegate.api.LiveCore.RISK;
import static io.tidegate.api.LiveCore.TRADER;
import static io.tidegate.api.LiveCore.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.api.LiveCore;
import io.tidegate.api.words.Body;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.transport.HttpAnswer;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class ApiTest {
    private static final String BUY = """
        {"clientKey": "k1", "instrument": "BTC/USDT", "side": "BUY", "type": "LIMIT", "quantity": "0.5",
         "price": "99.5", "strategy": "grid", "metadata": "ticket 7"}
        """;

    private LiveCore live;

    ApiTest() {
        live = LiveCore.open();
    }

    @BeforeEach
    void isReady() {
        assertThat(live.askUnnamed("GET", "/ready").status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void placingAnswersWithIdAndStatusOnceTheOrderIsJournalled() {
        JsonNode order = json(live.post(TRADER, "/v1/orders", BUY), 201);
        assertThat(text(order, "status")).isIn("PENDING", "SUBMITTED", "OPEN");
        assertThat(text(order, "quantity")).isEqualTo("0.5");
        assertThat(text(order, "metadata")).isEqualTo("ticket 7");
        assertThat(text(order, "remaining")).isEqualTo("0.5");
        assertThat(order.get("repeated").booleanValue()).isFalse();
        assertThat(order.get("routing").get(0).stringValue()).startsWith("binance:main");
        assertThat(live.nextHandedOut().orderId()).isEqualTo(Long.parseLong(text(order, "id")));
    }

    @Test
    void anOrderIsModifiedWhenTheVenueHasConfirmedIt() {
        String id = text(json(live.post(TRADER, "/v1/orders", BUY), 201), "id");
        ChildReady old = live.nextHandedOut();
        live.tell(new ReportAcknowledged(old.childId(), "v-1", Evidence.VENUE_ANSWER, 5));
        JsonNode asked = json(live.patch(TRADER, "/v1/orders/" + id, "{\"quantity\": \"0.7\"}"), 202);
        assertThat(text(asked, "status")).isEqualTo("PENDING_REPLACE");
        assertThat(asked.has("now")).isFalse();
        live.tell(new ReportEnded(old.childId(), EndKind.CANCELLED, 0, "v-1", "asked", Evidence.VENUE_ANSWER, 6));
        ChildReady rest = live.nextHandedOut();
        assertThat(rest.quantity()).isEqualTo(70_000);
        JsonNode now = json(live.get(VIEWER, "/v1/orders/" + id), 200).get("now");
        assertThat(text(now, "quantity")).isEqualTo("0.7");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {}                                  | 400
        {"quantity": "-1"}                  | 400
        {"quantity": 1}                     | 400
        {"price": "x"}                      | 400
        {"side": "SELL"}                    | 400
        {"quantity": "0.5"}                 | 400
        {"stopPrice": "99"}                 | 422
        {"price": "200"}                    | 422
        """)
    void whatCannotBeModifiedIsRefused(String body, int status) {
        String id = text(json(live.post(TRADER, "/v1/orders", BUY), 201), "id");
        assertThat(live.patch(TRADER, "/v1/orders/" + id, body).status()).isEqualTo(status);
        assertThat(live.patch(VIEWER, "/v1/orders/" + id, body).status()).isEqualTo(403);
        assertThat(live.patch(TRADER, "/v1/orders/1", body).status()).isEqualTo(404);
    }

    @Test
    void property37_theSameRequestAgainIsTheSameOrderAndOtherContentIsAnError() {
        String id = text(json(live.post(TRADER, "/v1/orders", BUY), 201), "id");
        live.closeGate(1, "maintenance");
        live.closeGate(2, "maintenance");
        JsonNode again = json(live.post(TRADER, "/v1/orders", BUY), 200);
        assertThat(text(again, "id")).isEqualTo(id);
        assertThat(again.get("repeated").booleanValue()).isTrue();
        JsonNode other = json(live.post(TRADER, "/v1/orders", BUY.replace("99.5", "99.6")), 409);
        assertThat(text(other, "code")).isEqualTo("KEY_REUSED");
        assertThat(text(other, "detail")).contains(id);
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneOrder() {
        var answers = new ArrayList<CompletableFuture<HttpAnswer>>();
        for (int i = 0; i < 20; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> live.post(TRADER, "/v1/orders", BUY)));
        }
        var ids = answers.stream()
                .map(answer -> text(Body.MAPPER.readTree(answer.join().text()), "id"))
                .toList();
        assertThat(ids).containsOnly(text(json(live.get(TRADER, "/v1/orders/by-key/k1"), 200), "id"));
        assertThat(answers.stream().filter(answer -> answer.join().status() == 201))
                .hasSize(1);
    }

    @Test
    void anOrderIsFollowedToItsEndWithWhoAndWhyAndWhen() {
        var waiting =
                CompletableFuture.supplyAsync(() -> live.post(TRADER, "/v1/orders?wait=end&timeoutMs=30000", BUY));
        ChildReady child = live.nextHandedOut();
        live.tell(new ReportAcknowledged(child.childId(), "v-1", Evidence.VENUE_ANSWER, 5));
        live.tell(fill(child, "t-1", "0.2"));
        live.tell(fill(child, "t-2", "0.3"));
        JsonNode ended = json(waiting.join(), 201);
        assertThat(text(ended, "status")).isEqualTo("FILLED");
        assertThat(text(ended, "averagePrice")).isEqualTo("99.5");
        JsonNode whole = json(live.get(VIEWER, "/v1/orders/" + text(ended, "id")), 200);
        assertThat(whole.get("fills")).hasSize(2);
        assertThat(text(whole.get("children").get(0), "venueOrderId")).isEqualTo("v-1");
        assertThat(whole.get("history")).allSatisfy(step -> {
            assertThat(text(step, "at")).endsWith("Z");
            assertThat(text(step, "by")).isIn("api", "gateway", "core");
        });
        assertThat(whole.get("history").findValuesAsString("to")).contains("OPEN", "PARTIALLY_FILLED", "FILLED");
        JsonNode position =
                json(live.get(VIEWER, "/v1/positions"), 200).get("positions").get(0);
        assertThat(text(position, "quantity")).isEqualTo("0.5");
        assertThat(text(position, "averagePrice")).isEqualTo("99.5");
        assertThat(text(position, "mark")).isEqualTo("100");
        assertThat(text(position, "unrealised")).isEqualTo("0.25");
        assertThat(position.get("markAgeMs").isIntegralNumber()).isTrue();
        JsonNode together = json(live.get(VIEWER, "/v1/positions?by=INSTRUMENT"), 200)
                .get("positions")
                .get(0);
        assertThat(text(together, "cost")).isEqualTo("49.75");
        JsonNode asset = json(live.get(VIEWER, "/v1/positions?by=ASSET"), 200)
                .get("positions")
                .get(0);
        assertThat(text(asset, "asset")).isEqualTo("BTC");
        JsonNode steps = json(live.get(VIEWER, "/v1/positions/history?instrument=BTC%2FUSDT&limit=5"), 200)
                .get("history");
        assertThat(steps.findValuesAsString("cause")).containsExactly("INCREASE", "OPEN");
        assertThat(steps.findValuesAsString("trigger")).containsExactly("fill t-2", "fill t-1");
        assertThat(live.get(VIEWER, "/v1/positions?by=COLOUR").status()).isEqualTo(400);
        assertThat(live.get(VIEWER, "/v1/positions/history?instrument=no").status())
                .isEqualTo(400);
        assertThat(live.get(OTHER, "/v1/positions/history").text()).doesNotContain("fill t-1");
        JsonNode balance =
                json(live.get(VIEWER, "/v1/balances"), 200).get("balances").get(0);
        assertThat(text(balance, "total")).isEqualTo("1000.5");
    }

    @Test
    void limitsAreSetByWhoMayAndHoldFromThenOn() {
        String small = "{\"instrument\": \"BTC/USDT\", \"orderQuantityMax\": \"0.4\", \"collarBps\": 100}";
        assertThat(live.post(TRADER, "/v1/limits/instrument", small).status()).isEqualTo(403);
        JsonNode set = json(live.post(RISK, "/v1/limits/instrument", small), 200);
        assertThat(text(set.get("instruments").get(0), "orderQuantityMax")).isEqualTo("0.4");
        JsonNode refused = json(live.post(TRADER, "/v1/orders", BUY), 422);
        assertThat(text(refused, "code")).isEqualTo("ORDER_TOO_LARGE");
        assertThat(refused.toString()).contains("0.5").contains("0.4");
        assertThat(text(json(live.get(TRADER, "/v1/limits"), 200), "lossStep")).isEqualTo("NONE");
    }

    @Test
    void lossLimitsAreSetWholeOrNotAtAll() {
        String steps = "{\"reportingAsset\": \"USDT\", \"dayNoNew\": \"100\", \"dayStop\": \"250.5\"}";
        JsonNode set = json(live.post(RISK, "/v1/limits/losses", steps), 200);
        assertThat(text(set.get("losses"), "dayStop")).isEqualTo("250.5");
        assertThat(text(set.get("losses"), "dayShrink")).isEqualTo("0");
        String falling = "{\"reportingAsset\": \"USDT\", \"dayNoNew\": \"100\", \"dayStop\": \"99\"}";
        JsonNode refused = json(live.post(RISK, "/v1/limits/losses", falling), 400);
        assertThat(refused.toString()).contains("dayStop").contains("must not be below the step before");
        String foreign = "{\"reportingAsset\": \"DOGE\"}";
        assertThat(live.post(RISK, "/v1/limits/losses", foreign).text()).contains("must be a known asset");
    }

    @Test
    void waitingEndsWithWhatIsKnownWhenTheTimeIsUp() {
        JsonNode order = json(live.post(TRADER, "/v1/orders?wait=ack&timeoutMs=1", BUY), 201);
        assertThat(text(order, "status")).isNotEqualTo("FILLED");
    }

    @Test
    void aCancelIsAskedForAndAnsweredWithWhatIsKnown() {
        String id = text(json(live.post(TRADER, "/v1/orders", BUY), 201), "id");
        ChildReady child = live.nextHandedOut();
        live.tell(new ReportAcknowledged(child.childId(), "v-1", Evidence.VENUE_ANSWER, 5));
        assertThat(text(json(live.delete(TRADER, "/v1/orders/" + id + "?reason=test"), 202), "status"))
                .isEqualTo("PENDING_CANCEL");
        assertThat(live.get(TRADER, "/v1/orders/" + id).text()).contains("asked by trader: test");
    }

    @Test
    void anotherAccountsOrdersMoneyAndVenuesDoNotExist() {
        String id = text(json(live.post(TRADER, "/v1/orders", BUY), 201), "id");
        assertThat(live.get(OTHER, "/v1/orders/" + id).status()).isEqualTo(404);
        assertThat(live.delete(OTHER, "/v1/orders/" + id).status()).isEqualTo(404);
        assertThat(live.get(OTHER, "/v1/orders/by-key/k1").status()).isEqualTo(404);
        assertThat(json(live.get(OTHER, "/v1/orders"), 200).get("orders")).isEmpty();
        assertThat(live.get(OTHER, "/v1/venues").text())
                .contains("binance:other")
                .doesNotContain("binance:main");
        assertThat(live.get(OTHER, "/v1/balances").text()).doesNotContain("binance:main");
        assertThat(json(live.post(OTHER, "/v1/orders", BUY), 201)
                        .get("repeated")
                        .booleanValue())
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        viewer-key | POST   | /v1/orders        | 403
        viewer-key | DELETE | /v1/orders/1      | 403
        viewer-key | POST   | /v1/kill-switch   | 403
        trader-key | POST   | /v1/kill-switch   | 403
        risk-key   | POST   | /v1/orders        | 403
        no-key     | GET    | /v1/orders        | 401
        no-key     | GET    | /v1/nothing       | 401
        viewer-key | GET    | /v1/nothing       | 404
        viewer-key | GET    | /nothing          | 404
        viewer-key | PUT    | /v1/orders        | 405
        viewer-key | GET    | /v1/orders/x      | 404
        viewer-key | GET    | /v1/venues?x=1    | 400
        viewer-key | GET    | /v1/orders?limit=0 | 400
        viewer-key | GET    | /v1/orders?status=NONE | 400
        viewer-key | GET    | /v1/orders?open=1&open=2 | 400
        viewer-key | GET    | /v1/orders?cursor=%zz | 400
        viewer-key | GET    | /health           | 200
        """)
    void whoMayDoWhat(String key, String method, String target, int status) {
        HttpAnswer answer = live.ask(key, method, target, new byte[0]);
        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(Body.MAPPER.readTree(answer.text()).propertyNames())
                    .containsExactlyInAnyOrder("type", "title", "status", "code", "detail", "errors");
        }
    }

    @Test
    void ordersAreListedPageByPageTheNewestFirst() {
        for (int i = 0; i < 5; i++) {
            json(live.post(TRADER, "/v1/orders", BUY.replace("k1", "key-" + i)), 201);
        }
        JsonNode first = json(live.get(VIEWER, "/v1/orders?limit=3&open=true&instrument=BTC/USDT&strategy=grid"), 200);
        assertThat(first.get("orders").findValuesAsString("clientKey")).containsExactly("key-4", "key-3", "key-2");
        JsonNode rest = json(live.get(VIEWER, "/v1/orders?limit=3&cursor=" + text(first, "next")), 200);
        assertThat(rest.get("orders").findValuesAsString("clientKey")).containsExactly("key-1", "key-0");
        assertThat(rest.has("next")).isFalse();
        assertThat(json(live.get(VIEWER, "/v1/orders?strategy=none"), 200).get("orders"))
                .isEmpty();
    }

    @Test
    void whereNoVenueTakesItEachIsNamedWithItsReason() {
        live.closeGate(1, "maintenance");
        live.closeGate(2, "reconciling");
        JsonNode problem = json(live.post(TRADER, "/v1/orders", BUY), 422);
        assertThat(text(problem, "code")).isEqualTo("NO_VENUE");
        assertThat(text(problem, "detail"))
                .contains("binance:main: VENUE_CLOSED", "maintenance", "binance:spare", "reconciling");
        assertThat(problem.get("errors")).hasSize(2);
    }

    @Test
    void aVenueThatIsClosedIsPassedOver() {
        live.closeGate(1, "maintenance");
        JsonNode order = json(live.post(TRADER, "/v1/orders", BUY), 201);
        assertThat(order.get("routing").toString()).contains("binance:spare", "VENUE_CLOSED");
        assertThat(live.nextHandedOut().venueAccount()).isEqualTo(2);
    }

    @Test
    void anEngagedKillSwitchRefusesAndSaysWho() {
        String all = """
            {"scope": "ALL", "engaged": true, "reason": "drill"}
            """;
        assertThat(live.post(RISK, "/v1/kill-switch", all).status()).isEqualTo(200);
        assertThat(live.get(VIEWER, "/v1/kill-switch").text()).contains("drill");
        JsonNode problem = json(live.post(TRADER, "/v1/orders", BUY), 422);
        assertThat(text(problem, "code")).isEqualTo("KILL_SWITCH");
        assertThat(text(problem, "detail")).contains("risk", "drill");
        assertThat(live.post(RISK, "/v1/kill-switch", all.replace("true", "false"))
                        .status())
                .isEqualTo(200);
        assertThat(live.post(TRADER, "/v1/orders", BUY).status()).isEqualTo(201);
    }

    @Test
    void aKillSwitchOfNothingIsRefused() {
        for (String scope : new String[] {"ACCOUNT", "VENUE_ACCOUNT", "INSTRUMENT", "STRATEGY"}) {
            String body = "{\"scope\": \"" + scope + "\", \"subject\": \"\", \"engaged\": true, \"reason\": \"x\"}";
            JsonNode problem = json(live.post(RISK, "/v1/kill-switch", body), 400);
            assertThat(text(problem.get("errors").get(0), "field")).isEqualTo("subject");
        }
    }

    @Test
    void aMarketOrderGoesOutAsALimitThatTakesOrEnds() {
        json(live.post(TRADER, "/v1/orders", """
            {"clientKey": "m1", "instrument": "BTC/USDT", "side": "SELL", "type": "MARKET", "quantity": "0.5"}
            """), 201);
        ChildReady child = live.nextHandedOut();
        assertThat(child.type().name() + " " + child.tif() + " " + LiveCore.BTC_USDT.priceText(child.price()))
                .isEqualTo("LIMIT IOC 99.5");
    }

    @Test
    void onceStoppingNothingNewIsTaken() {
        live.desk().stopTaking();
        JsonNode problem = json(live.post(TRADER, "/v1/orders", BUY), 503);
        assertThat(text(problem, "code")).isEqualTo("NOT_READY");
        assertThat(live.askUnnamed("GET", "/ready").status()).isEqualTo(503);
    }

    private static ReportFill fill(ChildReady child, String tradeId, String quantity) {
        Amount price = Amount.parse("99.5");
        long lots = LiveCore.BTC_USDT.quantity(quantity);
        return new ReportFill(
                child.venueAccount(),
                child.instrument(),
                child.childId(),
                "v-1",
                tradeId,
                child.side(),
                lots,
                price,
                LiveCore.BTC_USDT.value(LiveCore.BTC_USDT.price("99.5"), lots),
                Amount.ZERO,
                0,
                Liquidity.MAKER,
                6,
                Evidence.VENUE_STREAM);
    }

    private static JsonNode json(HttpAnswer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return Body.MAPPER.readTree(answer.text());
    }

    private static String text(JsonNode node, String field) {
        assertThat(node.has(field)).as(field + " in " + node).isTrue();
        return node.get(field).stringValue();
    }
}
