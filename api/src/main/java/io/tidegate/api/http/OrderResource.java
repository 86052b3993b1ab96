package io.tidegate.api.http;

import io.tidegate.api.access.Caller;
import io.tidegate.api.books.Books;
import io.tidegate.api.books.OrderSeen;
import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.desk.Reply;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.BookWords;
import io.tidegate.api.words.FieldProblem;
import io.tidegate.api.words.Fields;
import io.tidegate.api.words.OrderWords;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.transport.HttpAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/orders`: places, shows, lists and cancels orders of the caller's account; others do not exist here.
final class OrderResource {
    private static final int PAGE_USUAL = 100;
    private static final int PAGE_MAX = 1_000;
    private static final int WAIT_USUAL_MS = 5_000;
    private static final int WAIT_MAX_MS = 60_000;

    /// What a client wants to wait for (SPEC API-7).
    private enum Wait {
        JOURNAL,
        ACK,
        END
    }

    private final Books books;
    private final OrderDesk desk;
    private final BookWords words;
    private final ApiSettings settings;

    OrderResource(Books books, OrderDesk desk, ApiSettings settings) {
        this.books = books;
        this.desk = desk;
        this.words = new BookWords(books.listings());
        this.settings = settings;
    }

    /// Answers once the order is journalled; with `wait=ack` or `wait=end` once the venue has answered, or the
    /// order has ended, or the time is up, with what is known then.
    HttpAnswer place(Asked asked) {
        if (!asked.caller().role().mayPlace()) {
            return forbidden(asked.caller(), "place orders");
        }
        var query = new Query(asked.request().query());
        Wait wait =
                query.read("wait", "must be ack or end", OrderResource::wait).orElse(Wait.JOURNAL);
        long timeoutMs = query.whole("timeoutMs", 1, WAIT_MAX_MS).orElse((long) WAIT_USUAL_MS);
        Body body = Body.read(asked.request().body());
        if (body instanceof Body.Unreadable unreadable) {
            return Problem.of(ApiCode.BAD_REQUEST, unreadable.problem()).answer();
        }
        if (!desk.isReady() || !desk.isTaking()) {
            return Problem.of(ApiCode.NOT_READY, desk.isTaking() ? "still reading the history" : "shutting down")
                    .answer();
        }
        var reading =
                OrderWords.read(((Body.Whole) body).object(), asked.caller().account(), books.listings());
        List<FieldProblem> problems = query.problems();
        if (reading instanceof OrderWords.Reading.Faulty faulty) {
            problems.addAll(faulty.problems());
        }
        if (!problems.isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, problems).answer();
        }
        OrderTerms terms = ((OrderWords.Reading.Sound) reading).terms();
        Optional<Reply> reply = Waiting.within(desk.place(terms, asked.receivedNs()), settings.answerTimeoutMs());
        return reply.map(answered -> placed(answered, wait, timeoutMs))
                .orElseGet(() -> Problem.of(
                                ApiCode.NO_ANSWER_YET,
                                "the order may stand; ask for /v1/orders/by-key/" + terms.clientKey())
                        .answer());
    }

    private static Optional<Wait> wait(String text) {
        return switch (text) {
            case "ack" -> Optional.of(Wait.ACK);
            case "end" -> Optional.of(Wait.END);
            default -> Optional.empty();
        };
    }

    private HttpAnswer placed(Reply reply, Wait wait, long timeoutMs) {
        return switch (reply) {
            case Reply.Refused refused -> Problem.of(refused).answer();
            case Reply.Applied _ -> throw new IllegalStateException("an order was answered as if it were none");
            case Reply.Placed placed -> {
                OrderSeen order = waited(placed.orderId(), wait, timeoutMs);
                ObjectNode to = words.order(order);
                to.put("repeated", placed.repeated());
                ArrayNode reasons = to.putArray("routing");
                placed.reasons().forEach(reasons::add);
                yield HttpAnswer.json(placed.repeated() ? 200 : 201, to.toString());
            }
        };
    }

    private OrderSeen waited(long orderId, Wait wait, long timeoutMs) {
        Predicate<OrderSeen> until = switch (wait) {
            case JOURNAL -> order -> true;
            case ACK -> order -> order.status() != OrderStatus.PENDING && order.status() != OrderStatus.SUBMITTED;
            case END -> order -> order.status().isTerminal();
        };
        CompletableFuture<OrderSeen> known = books.orders().when(orderId, until);
        Optional<OrderSeen> order = Waiting.within(known, timeoutMs);
        known.cancel(false);
        return order.or(() -> books.orders().find(orderId))
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " has left the books"));
    }

    /// One order with all that happened to it.
    HttpAnswer show(Asked asked, String id) {
        return find(asked.caller(), id)
                .map(order -> HttpAnswer.json(200, words.orderWithHistory(order).toString()))
                .orElseGet(() -> noOrder(id));
    }

    HttpAnswer showByKey(Asked asked, String clientKey) {
        return books.orders()
                .find(asked.caller().account(), clientKey)
                .map(order -> HttpAnswer.json(200, words.orderWithHistory(order).toString()))
                .orElseGet(() -> noOrder(clientKey));
    }

    private Optional<OrderSeen> find(Caller caller, String id) {
        try {
            return books.orders()
                    .find(Long.parseLong(id))
                    .filter(order -> order.terms().account().equals(caller.account()));
        } catch (NumberFormatException notAnId) {
            return Optional.empty();
        }
    }

    /// The newest first, page by page.
    HttpAnswer list(Asked asked) {
        var query = new Query(asked.request().query());
        Optional<OrderStatus> status = query.word("status", OrderStatus.class);
        Optional<Instrument> instrument =
                query.read("instrument", "must be one that is listed", books.listings()::instrument);
        Optional<String> strategy = query.text("strategy");
        Optional<Boolean> open = query.read("open", "must be true or false", OrderResource::truth);
        long limit = query.whole("limit", 1, PAGE_MAX).orElse((long) PAGE_USUAL);
        long below = query.whole("cursor", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        if (!query.problems().isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, query.problems()).answer();
        }
        List<OrderSeen> page = books.orders()
                .newestBelow(below)
                .filter(order -> order.terms().account().equals(asked.caller().account()))
                .filter(order -> status.isEmpty() || status.get() == order.status())
                .filter(order -> instrument.isEmpty()
                        || instrument.get().id() == order.terms().instrument())
                .filter(order -> strategy.isEmpty()
                        || strategy.get().equals(order.terms().strategy()))
                .filter(order -> open.isEmpty() || open.get() != order.status().isTerminal())
                .limit(limit + 1)
                .toList();
        ObjectNode to = Body.MAPPER.createObjectNode();
        ArrayNode orders = to.putArray("orders");
        page.stream().limit(limit).forEach(order -> orders.add(words.order(order)));
        if (page.size() > limit) {
            to.put("next", Long.toString(page.get((int) limit - 1).orderId()));
        }
        return HttpAnswer.json(200, to.toString());
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// Asks for the end of an order; its record changes when the venue confirms (SPEC ORD-6).
    HttpAnswer cancel(Asked asked, String id) {
        Caller caller = asked.caller();
        if (!caller.role().mayCancel()) {
            return forbidden(caller, "cancel orders");
        }
        var query = new Query(asked.request().query());
        String reason = query.read("reason", "must be at most 100 characters", OrderResource::reason)
                .orElse("");
        if (!query.problems().isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, query.problems()).answer();
        }
        Optional<OrderSeen> order = find(caller, id);
        if (order.isEmpty()) {
            return noOrder(id);
        }
        long orderId = order.get().orderId();
        var command = new CancelOrder(caller.account(), orderId, "", caller.name(), reason);
        Optional<Reply> reply = Waiting.within(desk.submit(command), settings.answerTimeoutMs());
        if (reply.isEmpty()) {
            return Problem.of(ApiCode.NO_ANSWER_YET, "the cancel may be under way; ask for the order")
                    .answer();
        }
        if (reply.get() instanceof Reply.Refused refused) {
            return refused.refusal().code() == RefusalCode.UNKNOWN
                    ? noOrder(id)
                    : Problem.of(refused).answer();
        }
        OrderSeen now = books.orders().find(orderId).orElse(order.get());
        return HttpAnswer.json(202, words.order(now).toString());
    }

    /// Asks for other terms of an order; its record changes when the venue confirms (SPEC ORD-6).
    HttpAnswer amend(Asked asked, String id) {
        Caller caller = asked.caller();
        if (!caller.role().mayPlace()) {
            return forbidden(caller, "modify orders");
        }
        Body body = Body.read(asked.request().body());
        if (body instanceof Body.Unreadable unreadable) {
            return Problem.of(ApiCode.BAD_REQUEST, unreadable.problem()).answer();
        }
        Optional<OrderSeen> order = find(caller, id);
        if (order.isEmpty()) {
            return noOrder(id);
        }
        OrderSeen seen = order.get();
        var fields = new Fields(((Body.Whole) body).object());
        AmendOrder command = OrderWords.amendment(fields, seen, caller.name(), books.listings());
        if (!fields.problems().isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, fields.problems()).answer();
        }
        Optional<Reply> reply = Waiting.within(desk.submit(command), settings.answerTimeoutMs());
        if (reply.isEmpty()) {
            return Problem.of(ApiCode.NO_ANSWER_YET, "the change may be under way; ask for the order")
                    .answer();
        }
        if (reply.get() instanceof Reply.Refused refused) {
            return refused.refusal().code() == RefusalCode.UNKNOWN
                    ? noOrder(id)
                    : Problem.of(refused).answer();
        }
        OrderSeen now = books.orders().find(seen.orderId()).orElse(seen);
        return HttpAnswer.json(202, words.order(now).toString());
    }

    private static Optional<String> reason(String text) {
        return text.length() <= 100 ? Optional.of(text) : Optional.empty();
    }

    private static HttpAnswer noOrder(String id) {
        return Problem.of(ApiCode.NOT_FOUND, new FieldProblem("id", "must name an order of yours", id))
                .answer();
    }

    private static HttpAnswer forbidden(Caller caller, String what) {
        return Problem.of(ApiCode.FORBIDDEN, "key " + caller.name() + " is a " + caller.role() + " and may not " + what)
                .answer();
    }
}
