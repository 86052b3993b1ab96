package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Request.Parameter.number;
import static io.tidegate.venues.binance.Request.Parameter.text;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.words.Rendering.Problem;
import io.tidegate.venues.words.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a wish into the request that it becomes. Pure.
///
/// No list of instruments is needed: the venue's name follows from ours (section 0), and a wish's own
/// decimals give the scales, so that each goes out as it was stated.
final class Wishes {
    static final List<String> OPERATIONS = List.of(
            "submit",
            "test",
            "cancel",
            "amend",
            "query",
            "open-orders",
            "cancel-all",
            "balances",
            "fills",
            "orders",
            "amendments",
            "fees",
            "order-counts",
            "instruments",
            "book",
            "trades",
            "ticker",
            "quote",
            "time",
            "ping");

    /// What a wish became.
    sealed interface Read {
        record Good(Request request) implements Read {}

        record Bad(List<Problem> problems) implements Read {}
    }

    private final Wish wish;
    private final List<Problem> problems = new ArrayList<>();

    private Wishes(Wish wish) {
        this.wish = wish;
    }

    static Read read(Wish wish) {
        var reading = new Wishes(wish);
        Optional<Request> request = reading.request();
        return request.isPresent() && reading.problems.isEmpty()
                ? new Read.Good(request.get())
                : new Read.Bad(List.copyOf(reading.problems));
    }

    private Optional<Request> request() {
        return switch (wish.op()) {
            case "submit" -> order().map(form -> Requests.submit(symbol(), form));
            case "test" -> order().map(form -> Requests.test(symbol(), form));
            case "cancel" -> key().map(Requests::cancel);
            case "query" -> key().map(Requests::lookUp);
            case "amendments" -> key().map(Requests::amendments);
            case "amend" -> amend();
            case "open-orders" ->
                wish.stated("symbol").isEmpty()
                        ? Optional.of(Requests.openOrders())
                        : instrument().map(Requests::openOrders);
            case "cancel-all" -> instrument().map(Requests::cancelAll);
            case "balances" -> Optional.of(Requests.balances());
            case "fills" -> instrument().map(_ -> page(Operation.TRADES, "fromId"));
            case "orders" -> instrument().map(_ -> page(Operation.ALL_ORDERS, "orderId"));
            case "fees" -> instrument().map(Requests::fees);
            case "order-counts" -> Optional.of(Requests.orderCounts());
            case "instruments" ->
                Optional.of(Requests.listings(
                        wish.stated("symbol").map(_ -> List.of(symbol())).orElse(List.of())));
            case "book" -> instrument().map(_ -> market(Operation.DEPTH));
            case "trades" -> instrument().map(_ -> market(Operation.AGGREGATE_TRADES));
            case "ticker" -> instrument().map(_ -> market(Operation.DAY_TICKER));
            case "quote" -> instrument().map(Requests::quote);
            case "time" -> Optional.of(Requests.time());
            case "ping" -> Optional.of(Requests.ping());
            default -> {
                problems.add(new Problem("op", wish.op(), "one of " + OPERATIONS));
                yield Optional.empty();
            }
        };
    }

    private String symbol() {
        return wish.text("symbol").replace("/", "");
    }

    private Optional<Instrument> instrument() {
        return wish.stated("symbol").isEmpty()
                ? missing("symbol", "such as BTC/USDT")
                : Optional.of(new Instrument(1, wish.text("symbol"), AssetClass.SPOT, 1, 2, 0, 0));
    }

    private <T> Optional<T> missing(String field, String expected) {
        problems.add(new Problem(field, wish.text(field), expected));
        return Optional.empty();
    }

    private Optional<OrderKey> key() {
        Optional<Instrument> instrument = instrument();
        String venueId = wish.text("venueOrderId");
        String clientId = wish.text("clientOrderId");
        if (!venueId.isEmpty() && !venueId.matches("[0-9]{1,18}")) {
            return missing("venueOrderId", "a number of at most 18 digits");
        }
        if (venueId.isEmpty() && !OrderForms.CLIENT_ORDER_ID.matcher(clientId).matches()) {
            return missing("clientOrderId", "1 to 36 of a-z A-Z 0-9 _ -, or a venueOrderId");
        }
        return instrument.map(known -> new OrderKey(known, clientId, venueId));
    }

    private Optional<OrderForm> order() {
        if (instrument().isEmpty()) {
            return Optional.empty();
        }
        return new WishedOrder(wish, problems).form();
    }

    /// A new price is a replacement at this venue; less quantity alone is amended in place.
    private Optional<Request> amend() {
        Optional<OrderKey> key = key();
        if (wish.stated("price").isEmpty() && wish.stated("stopPrice").isEmpty()) {
            return new WishedOrder(wish, problems)
                    .quantity()
                    .flatMap(less -> key.map(old -> Requests.amend(old, less)));
        }
        Optional<OrderForm> wanted = order().map(form -> form.withClientOrderId(wish.text("newClientOrderId")));
        return key.flatMap(old -> wanted.map(
                form -> Requests.replace(old, form, wish.text("evenIfItLives").equals("true"))));
    }

    /// A page of rows since a time or from an id.
    private Request page(Operation operation, String idName) {
        List<Request.Parameter> parameters = new ArrayList<>();
        parameters.add(text("symbol", symbol()));
        whole("sinceMs").ifPresent(ms -> parameters.add(number("startTime", ms)));
        whole("untilMs").ifPresent(ms -> parameters.add(number("endTime", ms)));
        whole("fromId").ifPresent(id -> parameters.add(number(idName, id)));
        whole("limit").ifPresent(limit -> parameters.add(number("limit", limit)));
        parameters.add(number("recvWindow", Requests.RECV_WINDOW_MS));
        return new Request(operation, parameters);
    }

    private Request market(Operation operation) {
        List<Request.Parameter> parameters = new ArrayList<>();
        parameters.add(text("symbol", symbol()));
        whole("limit").ifPresent(limit -> parameters.add(number("limit", limit)));
        return new Request(operation, parameters);
    }

    private Optional<Long> whole(String field) {
        Optional<String> stated = wish.stated(field);
        if (stated.isPresent() && !stated.get().matches("[0-9]{1,18}")) {
            return missing(field, "a whole number of 0 or more");
        }
        return stated.map(Long::valueOf);
    }
}
