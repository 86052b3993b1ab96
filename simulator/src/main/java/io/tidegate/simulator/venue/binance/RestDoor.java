package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// REST: a request in, an answer out (fact sheet §1, §6).
final class RestDoor {
    /// What other hosts of the venue are asked while a third-party client loads its markets; one origin stands for all
    /// hosts. They are answered as for an account without anything there.
    private static final Map<String, String> ELSEWHERE = Map.of(
            "/sapi/v1/capital/config/getall", "[]",
            "/sapi/v1/asset/assetDetail", "{}",
            "/sapi/v1/margin/allPairs", "[]",
            "/sapi/v1/margin/isolated/allPairs", "[]",
            "/fapi/v1/exchangeInfo", "{\"symbols\":[]}",
            "/dapi/v1/exchangeInfo", "{\"symbols\":[]}");

    private static final Header JSON = new Header("Content-Type", "application/json;charset=UTF-8");
    private static final Header HTML = new Header("Content-Type", "text/html");

    private final Operations operations;
    private final Reception reception;
    private final Limits limits;
    private final BinanceScript script;

    RestDoor(Operations operations, Reception reception, Limits limits, BinanceScript script) {
        this.operations = operations;
        this.reception = reception;
        this.limits = limits;
        this.script = script;
    }

    HttpAnswer answer(HttpRequest request, String client, long nowNs) {
        String path = request.path();
        if (script.isDown()) {
            return html(503, "Service Unavailable");
        }
        String elsewhere = ELSEWHERE.get(path);
        if (elsewhere != null && request.method().equals("GET")) {
            return new HttpAnswer(200, List.of(JSON), elsewhere.getBytes(StandardCharsets.UTF_8));
        }
        if (path.equals("/api/v3/userDataStream")) {
            return html(410, "Gone"); // listen keys ended on 2026-02-20
        }
        var operation = operations.byRoute(request.method() + " " + path);
        if (operation.isEmpty()) {
            return html(404, "Not Found");
        }
        String unit = request.header("X-MBX-TIME-UNIT").orElse("MILLISECOND").toUpperCase(Locale.ROOT);
        boolean countsMicros = unit.equals("MICROSECOND");
        if (!countsMicros && !unit.equals("MILLISECOND")) {
            return refusal(plain(BinanceError.badTimeUnit()), false, client, nowNs);
        }
        String body = request.method().equals("GET") ? "" : request.text();
        return switch (QueryText.parse(request.query(), body)) {
            case Outcome.Refused<Parameters> refused -> refusal(plain(refused.error()), false, client, nowNs);
            case Outcome.Is<Parameters> is -> {
                var proof = new Proof(
                        request.header("X-MBX-APIKEY"), QueryText.payload(request.query(), body), Optional.empty());
                var served = reception.serve(operation.get(), is.value(), proof, client, nowNs);
                yield switch (served.answer()) {
                    case Answer.Refused refused -> refusal(refused, countsMicros, client, nowNs);
                    case Answer.Done done -> {
                        var json = new Json(countsMicros);
                        done.body().write(json);
                        var counted = operation.get().access() == Operation.Access.PLACE
                                ? served.signer()
                                : Optional.<Account>empty();
                        yield new HttpAnswer(200, headers(client, counted, nowNs), json.bytes());
                    }
                };
            }
        };
    }

    private static Answer.Refused plain(BinanceError error) {
        return new Answer.Refused(error, Optional.empty());
    }

    private HttpAnswer refusal(Answer.Refused refused, boolean countsMicros, String client, long nowNs) {
        BinanceError error = refused.error();
        var json = new Json(countsMicros);
        json.beginObject();
        json.number("code", error.code());
        json.text("msg", error.message());
        refused.data().ifPresent(data -> {
            json.name("data");
            data.write(json);
        });
        json.endObject();
        var headers = headers(client, Optional.empty(), nowNs);
        if (error.retryAtNs().isPresent()) {
            long waitNs = error.retryAtNs().getAsLong() - nowNs;
            headers.add(new Header("Retry-After", Long.toString(Math.ceilDiv(waitNs, 1_000_000_000L))));
        }
        return new HttpAnswer(error.status(), headers, json.bytes());
    }

    private List<Header> headers(String client, Optional<Account> counted, long nowNs) {
        var headers = new ArrayList<Header>(5);
        headers.add(JSON);
        headers.add(new Header(
                "X-MBX-USED-WEIGHT-1M", Integer.toString(limits.address(client).weightUsed(nowNs))));
        if (counted.isPresent()) {
            var orders = limits.orders(counted.get());
            headers.add(new Header("X-MBX-ORDER-COUNT-10S", Integer.toString(orders.inTenSeconds(nowNs))));
            headers.add(new Header("X-MBX-ORDER-COUNT-1D", Integer.toString(orders.inDay(nowNs))));
        }
        return headers;
    }

    private static HttpAnswer html(int status, String words) {
        String page = "<html><head><title>" + status + " " + words + "</title></head><body><h1>" + status + " " + words
                + "</h1></body></html>";
        return new HttpAnswer(status, List.of(HTML), page.getBytes(StandardCharsets.UTF_8));
    }
}
