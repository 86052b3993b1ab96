package io.tidegate.venues.binance;

import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.Outcome.Half;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.List;

/// Reads what became of the two halves of `order.cancelReplace` (binance.md section 3.2): both in the
/// answer when both succeeded, both in the data of -2021 or -2022 when one or both failed. Pure.
final class Replacements {
    private static final int HALF_FAILED = -2021;
    private static final int FAILED = -2022;

    /// What the parts bear that have no status of their own; a part is refused as it would have been alone.
    private static final int REFUSED = 400;

    private final OrderPayloads orders;
    private final RawText text;

    Replacements(OrderPayloads orders, RawText text) {
        this.orders = orders;
        this.text = text;
    }

    /// Whether a refusal tells of each half; any other is about the whole.
    static boolean isTold(Answer.Refused refused) {
        return (refused.code() == HALF_FAILED || refused.code() == FAILED)
                && refused.data().isObject();
    }

    /// @throws Drift when a half is not as documented, or is about another order
    Outcomes.Ended read(VenueCall.Replace call, Fields parts) {
        List<VenueReport> facts = new ArrayList<>();
        var wanted = new OrderKey(call.wanted().instrument(), call.wanted().clientOrderId(), "");
        Half cancelled = half("cancelResult", "cancelResponse", call.old(), parts, facts);
        if (cancelled instanceof Half.Done(OrderState old) && !old.status().isTerminal()) {
            throw parts.expected("cancelResponse", "a cancelled order");
        }
        return new Outcomes.Ended(
                new Outcome.Replaced(cancelled, half("newOrderResult", "newOrderResponse", wanted, parts, facts)),
                facts);
    }

    private Half half(String result, String response, OrderKey key, Fields parts, List<VenueReport> facts) {
        return switch (parts.text(result)) {
            case "SUCCESS" -> {
                Fields order = parts.object(response);
                OrderPayloads.Read read = orders.order(order);
                OrderState state = read.order()
                        .filter(found -> Outcomes.isNamed(key, found))
                        .orElseThrow(() -> order.expected(
                                "orderId", "order '" + key.clientOrderId() + "' / '" + key.venueOrderId() + "'"));
                facts.addAll(read.facts());
                yield new Half.Done(state);
            }
            case "FAILURE" -> new Half.Refused(error(Answer.within(REFUSED, parts.object(response))));
            case "NOT_ATTEMPTED" -> new Half.NotTried();
            default -> throw parts.expected(result, "SUCCESS, FAILURE or NOT_ATTEMPTED");
        };
    }

    private VenueError error(Answer.Refused refused) {
        ErrorTable.Meaning meaning = ErrorTable.meaning(refused);
        return new VenueError(
                meaning.category(),
                meaning.certainty(),
                meaning.reason(),
                refused.codeText(),
                text.words(refused.message()),
                0);
    }
}
