package io.tidegate.api.http;

import io.tidegate.api.desk.Reply;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.FieldProblem;
import io.tidegate.execution.route.Routing;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An answer that says no, as RFC 9457 has it.
///
/// @param status HTTP status
/// @param code   stable name of the reason: an `ApiCode` or a [RefusalCode]
/// @param detail one line for a person
/// @param errors every field with the rule that it breaks and the value that was stated
record Problem(int status, String code, String title, String detail, List<FieldProblem> errors) {
    static Problem of(ApiCode code, String detail) {
        return new Problem(code.status(), code.name(), code.title(), detail, List.of());
    }

    static Problem of(ApiCode code, FieldProblem error) {
        return of(code, List.of(error));
    }

    static Problem of(ApiCode code, List<FieldProblem> errors) {
        FieldProblem first = errors.getFirst();
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        String detail = (first.field() + " " + first.rule()).strip()
                + (first.value().isEmpty() ? "" : ", not " + first.value())
                + more;
        return new Problem(code.status(), code.name(), code.title(), detail, errors);
    }

    /// What routing or the core said.
    static Problem of(Reply.Refused refused) {
        Refusal refusal = refused.refusal();
        var errors = new ArrayList<FieldProblem>();
        for (Routing.VenueReason venue : refused.venues()) {
            Refusal why = venue.refusal();
            errors.add(new FieldProblem(
                    why.field(), why.code() + " at " + venue.venueAccount() + ", limit " + why.limit(), why.value()));
        }
        if (errors.isEmpty()) {
            errors.add(new FieldProblem(refusal.field(), refusal.limit(), refusal.value()));
        }
        return new Problem(
                status(refusal.code()), refusal.code().name(), title(refusal.code()), detail(refused), errors);
    }

    private static String detail(Reply.Refused refused) {
        return refused.refusal() + (refused.orderId() == 0 ? "" : ", order " + refused.orderId());
    }

    private static String title(RefusalCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int status(RefusalCode code) {
        return switch (code) {
            case BAD_FIELD, BEYOND_RANGE -> 400;
            case KEY_REUSED, DUPLICATE_ORDER, ALREADY_ENDED, STALE_PROPOSAL, OUT_OF_SEQUENCE -> 409;
            case TOO_MANY_ORDERS_PER_SECOND, TOO_MANY_OPEN_ORDERS -> 429;
            case BUSY, STORAGE_LOW -> 503;
            case UNKNOWN,
                    NOT_SUPPORTED,
                    VALUE_TOO_LARGE,
                    OUTSIDE_COLLAR,
                    NO_REFERENCE,
                    OFF_GRID,
                    TOO_SMALL,
                    TOO_LARGE,
                    INSUFFICIENT_FUNDS,
                    VENUE_CLOSED,
                    NO_VENUE,
                    KILL_SWITCH,
                    OVER_PARENT,
                    DEADLINE_PASSED,
                    NOT_LEASED,
                    SELF_TRADE,
                    REDUCE_ONLY,
                    BAD_GROUP,
                    POSITION_LIMIT,
                    LOSS_LIMIT,
                    ORDER_TOO_LARGE,
                    SKIPPED -> 422;
        };
    }

    HttpAnswer answer() {
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("type", "urn:tidegate:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        to.put("title", title);
        to.put("status", status);
        to.put("code", code);
        to.put("detail", detail);
        ArrayNode list = to.putArray("errors");
        for (FieldProblem error : errors) {
            ObjectNode one = list.addObject();
            one.put("field", error.field());
            one.put("rule", error.rule());
            one.put("value", error.value());
        }
        var headers = new ArrayList<Header>();
        headers.add(new Header("Content-Type", "application/problem+json"));
        if (status == 401) {
            headers.add(new Header("WWW-Authenticate", "Bearer"));
        }
        if (status == 503 || status == 429) {
            headers.add(new Header("Retry-After", "1"));
        }
        return new HttpAnswer(status, headers, to.toString().getBytes(StandardCharsets.UTF_8));
    }
}
