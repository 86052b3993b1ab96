package io.tidegate.api.http;

import io.tidegate.api.access.Caller;
import io.tidegate.api.access.KeyRing;
import io.tidegate.api.books.Books;
import io.tidegate.api.books.VenueSeen;
import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.BookWords;
import io.tidegate.api.words.FieldProblem;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything that can be asked over HTTP.
///
/// ```text
///   GET    /health, /ready                    without a key
///   POST   /v1/orders[?wait=ack|end&timeoutMs=]
///   GET    /v1/orders[?status=&instrument=&strategy=&open=&limit=&cursor=]
///   GET    /v1/orders/{id}, /v1/orders/by-key/{clientKey}
///   DELETE /v1/orders/{id}[?reason=]
///   GET    /v1/positions[?by=VENUE|INSTRUMENT|ASSET], /v1/positions/history[?instrument=&limit=]
///   GET    /v1/balances, /v1/venues, /v1/limits
///   POST   /v1/limits/instrument, /v1/limits/losses
///   GET    /v1/kill-switch
///   POST   /v1/kill-switch
/// ```
///
/// Safe from any thread; called on virtual threads, which it may block.
public final class Api {
    private static final long SILENT_MAX_NS = 3_000_000_000L;

    private final Books books;
    private final OrderDesk desk;
    private final KeyRing keys;
    private final LongSupplier clockNs;
    private final Semaphore free;
    private final BookWords words;
    private final OrderResource orders;
    private final KillSwitchResource killSwitches;
    private final PositionResource positions;
    private final LimitsResource limits;

    /// @param clockNs nanoseconds since 1970 UTC
    public Api(Books books, OrderDesk desk, KeyRing keys, ApiSettings settings, LongSupplier clockNs) {
        this.books = books;
        this.desk = desk;
        this.keys = keys;
        this.clockNs = clockNs;
        this.free = new Semaphore(settings.inFlightMax());
        this.words = new BookWords(books.listings());
        this.orders = new OrderResource(books, desk, settings);
        this.killSwitches = new KillSwitchResource(books, desk, settings);
        this.positions = new PositionResource(books);
        this.limits = new LimitsResource(books, desk, settings);
    }

    /// Answers one request.
    ///
    /// @param client the peer's address
    public HttpAnswer handle(HttpRequest request, String client) {
        if (!free.tryAcquire()) {
            return Problem.of(ApiCode.BUSY, "too many requests at once").answer();
        }
        try {
            return dispatch(request, clockNs.getAsLong());
        } finally {
            free.release();
        }
    }

    private HttpAnswer dispatch(HttpRequest request, long receivedNs) {
        if (request.body().length > Body.MAX_BYTES) {
            var error = new FieldProblem("", "at most " + Body.MAX_BYTES + " bytes", request.body().length + " bytes");
            return Problem.of(ApiCode.BODY_TOO_LARGE, error).answer();
        }
        return switch (request.path()) {
            case "/health" -> only("GET", request, this::health);
            case "/ready" -> only("GET", request, this::ready);
            case String path when path.startsWith("/v1/") -> known(request, path.substring(3), receivedNs);
            case String path -> notFound(path);
        };
    }

    private HttpAnswer known(HttpRequest request, String path, long receivedNs) {
        Optional<Caller> caller = request.header("Authorization").flatMap(keys::caller);
        if (caller.isEmpty()) {
            return Problem.of(ApiCode.UNAUTHORIZED, "send Authorization: Bearer <key>")
                    .answer();
        }
        var asked = new Asked(request, caller.get(), receivedNs);
        return switch (path) {
            case "/orders" ->
                switch (request.method()) {
                    case "POST" -> orders.place(asked);
                    case "GET" -> orders.list(asked);
                    default -> notOffered(request, "GET, POST");
                };
            case "/kill-switch" ->
                switch (request.method()) {
                    case "POST" -> withoutQuery(request, () -> killSwitches.set(asked));
                    case "GET" -> withoutQuery(request, () -> killSwitches.show(asked));
                    default -> notOffered(request, "GET, POST");
                };
            case "/positions" -> get(request, () -> positions.show(asked));
            case "/limits" -> only("GET", request, () -> limits.show(asked));
            case "/limits/instrument" -> only("POST", request, () -> limits.setInstrument(asked));
            case "/limits/losses" -> only("POST", request, () -> limits.setLosses(asked));
            case "/positions/history" -> get(request, () -> positions.history(asked));
            case "/balances" -> only("GET", request, () -> balances(caller.get()));
            case "/venues" -> only("GET", request, () -> venues(caller.get()));
            case String order
            when order.startsWith("/orders/by-key/") -> {
                Optional<String> key = decoded(order.substring("/orders/by-key/".length()));
                yield key.isEmpty()
                        ? notFound(request.path())
                        : only("GET", request, () -> orders.showByKey(asked, key.get()));
            }
            case String order
            when order.startsWith("/orders/") -> {
                String id = order.substring("/orders/".length());
                yield switch (request.method()) {
                    case "GET" -> withoutQuery(request, () -> orders.show(asked, id));
                    case "DELETE" -> orders.cancel(asked, id);
                    case "PATCH" -> withoutQuery(request, () -> orders.amend(asked, id));
                    default -> notOffered(request, "GET, PATCH, DELETE");
                };
            }
            default -> notFound(request.path());
        };
    }

    @FunctionalInterface
    private interface Answering {
        HttpAnswer answer();
    }

    /// Something to read whose parameters are its own affair.
    private static HttpAnswer get(HttpRequest request, Answering answering) {
        return request.method().equals("GET") ? answering.answer() : notOffered(request, "GET");
    }

    private static HttpAnswer only(String method, HttpRequest request, Answering answering) {
        return request.method().equals(method) ? withoutQuery(request, answering) : notOffered(request, method);
    }

    private static HttpAnswer withoutQuery(HttpRequest request, Answering answering) {
        List<FieldProblem> problems = new Query(request.query()).problems();
        return problems.isEmpty()
                ? answering.answer()
                : Problem.of(ApiCode.BAD_FIELD, problems).answer();
    }

    private static Optional<String> decoded(String segment) {
        try {
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Whether the process is alive: its loop turns and events flow.
    private HttpAnswer health() {
        boolean turns = clockNs.getAsLong() - desk.turnNs() <= SILENT_MAX_NS;
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("status", turns ? "UP" : "DOWN");
        to.put("events", books.eventNumber());
        to.put("openOrders", books.orders().openCount());
        to.put("storageLow", books.isStorageLow());
        return HttpAnswer.json(turns ? 200 : 503, to.toString());
    }

    /// Whether an order would be taken now.
    private HttpAnswer ready() {
        ObjectNode to = Body.MAPPER.createObjectNode();
        boolean takes = books.listings().venues().stream().anyMatch(VenueSeen::takesOrders);
        boolean ready = desk.isReady() && desk.isTaking() && takes && !books.isStorageLow();
        to.put("ready", ready);
        ArrayNode missing = to.putArray("missing");
        if (!desk.isReady()) {
            missing.add("the history is being read");
        }
        if (!desk.isTaking()) {
            missing.add("the process is shutting down");
        }
        if (!takes) {
            missing.add("no venue account is open");
        }
        if (books.isStorageLow()) {
            missing.add("the disk is nearly full");
        }
        return HttpAnswer.json(ready ? 200 : 503, to.toString());
    }

    private HttpAnswer balances(Caller caller) {
        Set<Integer> own = own(caller);
        ObjectNode to = Body.MAPPER.createObjectNode();
        ArrayNode list = to.putArray("balances");
        books.money().balances().stream()
                .filter(balance -> own.contains(balance.venueAccount()))
                .forEach(balance -> list.add(
                        words.balance(balance, books.money().checked(balance.venueAccount(), balance.asset()))));
        return HttpAnswer.json(200, to.toString());
    }

    private HttpAnswer venues(Caller caller) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        ArrayNode list = to.putArray("venues");
        books.listings().venues(caller.account()).forEach(venue -> list.add(words.venue(venue)));
        return HttpAnswer.json(200, to.toString());
    }

    private Set<Integer> own(Caller caller) {
        return books.listings().venues(caller.account()).stream()
                .map(venue -> venue.venueAccount().id())
                .collect(Collectors.toSet());
    }

    private static HttpAnswer notFound(String path) {
        return Problem.of(ApiCode.NOT_FOUND, new FieldProblem("path", "must be a resource", path))
                .answer();
    }

    private static HttpAnswer notOffered(HttpRequest request, String offered) {
        return Problem.of(ApiCode.METHOD_NOT_ALLOWED, new FieldProblem("method", offered, request.method()))
                .answer();
    }
}
