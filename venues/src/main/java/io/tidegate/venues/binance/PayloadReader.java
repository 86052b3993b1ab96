package io.tidegate.venues.binance;

import io.tidegate.venues.words.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads any payload of the venue and says it in our words, by the readers that a session uses. What a
/// payload is shows in its fields; nothing is guessed from a value. Pure.
///
/// Envelopes are taken off: a frame's answer, an event of the account, a combined stream; of a list each
/// part is read. A request of ours, and answers that say nothing of orders, fills, balances or the market,
/// give no facts.
final class PayloadReader {
    static final List<String> KINDS =
            List.of("order", "fill", "account", "instruments", "fees", "market", "event", "error", "other");

    private final String wanted;
    private final List<Fact> facts = new ArrayList<>();

    /// @param kind `auto`, or the kind that every part must be of
    PayloadReader(String kind) {
        wanted = kind;
    }

    /// @throws Drift naming the place, what was expected and what found
    List<Fact> read(JsonNode payload) {
        read(payload, "payload", "");
        return List.copyOf(facts);
    }

    /// What a refusal says.
    static List<Fact> refusal(Answer.Refused refused) {
        List<Fact> said = new ArrayList<>();
        said.add(PayloadFacts.error(refused));
        return said;
    }

    /// @param symbol what the envelope says that it is about, "" where it does not
    private void read(JsonNode payload, String where, String symbol) {
        if (payload.isArray()) {
            for (int i = 0; i < payload.size(); i++) {
                JsonNode part = payload.get(i);
                if (!isCandle(part)) {
                    read(part, where + "[" + i + "]", symbol);
                }
            }
            return;
        }
        Fields fields = Fields.of(payload, where);
        if (fields.has("event")) {
            read(fields.node("event"), where + ".event", symbol);
        } else if (fields.has("stream") && fields.has("data")) {
            String stream = fields.text("stream");
            int at = stream.indexOf('@');
            read(fields.node("data"), where + ".data", at < 0 ? "" : stream.substring(0, at));
        } else if (fields.node("status").isIntegralNumber()) {
            answer(fields, where, symbol);
        } else {
            part(fields, symbol);
        }
    }

    /// A row of candles, which is an array of numbers and texts.
    private static boolean isCandle(JsonNode part) {
        return part.isArray() && part.size() >= 6 && part.get(0).isIntegralNumber();
    }

    private void answer(Fields frame, String where, String symbol) {
        switch (Answer.ofFrame(frame)) {
            case Answer.Refused refused -> {
                expect("error", frame);
                refused(refused);
            }
            case Answer.Result(JsonNode body) -> {
                if (!Answer.isEmpty(body)) {
                    read(body, where + ".result", symbol);
                }
            }
        }
    }

    private void refused(Answer.Refused refused) {
        facts.add(PayloadFacts.error(refused));
        if (Replacements.isTold(refused)) {
            replacement(Fields.of(refused.data(), "data"));
        }
    }

    private void part(Fields part, String symbol) {
        if (part.has("e")) {
            event(part, symbol);
        } else if (part.has("code") && part.has("msg")) {
            expect("error", part);
            refused(Answer.within(400, part));
        } else if (part.has("cancelResult")) {
            expect("order", part);
            replacement(part);
        } else if (part.has("amendedOrder")) {
            expect("order", part);
            facts.add(PayloadFacts.order(OrderRow.amended(part)));
        } else if (part.has("orderReports")) {
            expect("order", part);
            part.objects("orderReports").forEach(this::order);
        } else if (part.has("orderId") && part.has("clientOrderId")) {
            expect("order", part);
            order(part);
        } else if (part.has("orderId") && part.has("isBuyer")) {
            expect("fill", part);
            facts.add(PayloadFacts.fill(FillRow.listed(part)));
        } else if (part.has("balances")) {
            expect("account", part);
            part.objects("balances")
                    .forEach(balance -> facts.add(PayloadFacts.balance(balance, "asset", "free", "locked")));
        } else if (part.has("symbols")) {
            expect("instruments", part);
            part.objects("symbols").forEach(one -> facts.add(PayloadFacts.instrument(SymbolRules.listing(one))));
        } else if (part.has("symbolRules")) {
            expect("instruments", part);
            part.objects("symbolRules").forEach(one -> facts.add(PayloadFacts.priceRules(one)));
        } else if (part.has("standardCommission")) {
            expect("fees", part);
            facts.add(PayloadFacts.fees(part));
        } else {
            marketOrNothing(part, symbol);
        }
    }

    private void marketOrNothing(Fields part, String symbol) {
        Optional<Fact> fact = MarketFacts.read(part, symbol);
        if (fact.isPresent()) {
            expect("market", part);
            facts.add(fact.get());
        } else if (isSilent(part)) {
            expect("other", part);
        } else {
            throw part.unknown("a payload of the venue");
        }
    }

    /// What says nothing in our words: requests of ours, sessions, counts, times, averages.
    private static boolean isSilent(Fields part) {
        return part.isEmpty()
                || part.has("method")
                || part.has("serverTime")
                || part.has("subscriptionId")
                || part.has("connectedSince")
                || part.has("rateLimitType")
                || part.has("preventedMatchId")
                || (part.has("price") && (part.has("symbol") || part.has("mins")))
                || (part.has("id") && part.node("result").isNull());
    }

    private void event(Fields event, String symbol) {
        switch (event.text("e")) {
            case "executionReport" -> {
                expect("event", event);
                OrderRow row = OrderRow.executed(event);
                FillRow.streamed(event, row).ifPresent(fill -> facts.add(PayloadFacts.fill(fill)));
                facts.add(PayloadFacts.order(row));
            }
            case "outboundAccountPosition" -> {
                expect("event", event);
                long timeNs = event.timeNs(event.has("u") ? "u" : "E");
                event.objects("B")
                        .forEach(one -> facts.add(
                                PayloadFacts.balance(one, "a", "f", "l").number("timeNs", timeNs)));
            }
            case "balanceUpdate", "externalLockUpdate" -> {
                expect("event", event);
                facts.add(PayloadFacts.change(event));
            }
            case "listStatus" -> {
                expect("event", event);
                event.objects("O").forEach(leg -> facts.add(PayloadFacts.leg(leg, event)));
            }
            case "serverShutdown", "eventStreamTerminated" -> {
                expect("event", event);
                facts.add(PayloadFacts.ending(event));
            }
            default -> {
                Optional<Fact> fact = MarketFacts.event(event, symbol);
                expect("market", event);
                fact.ifPresent(facts::add);
            }
        }
    }

    private void order(Fields order) {
        OrderRow row = OrderRow.answered(order);
        if (order.has("fills")) {
            order.objects("fills").forEach(fill -> facts.add(PayloadFacts.fill(FillRow.first(fill, row))));
        }
        facts.add(PayloadFacts.order(row));
    }

    private void replacement(Fields parts) {
        half("cancelResult", "cancelResponse", parts);
        half("newOrderResult", "newOrderResponse", parts);
    }

    private void half(String result, String response, Fields parts) {
        switch (parts.text(result)) {
            case "SUCCESS" -> order(parts.object(response));
            case "FAILURE" -> facts.add(PayloadFacts.error(Answer.within(400, parts.object(response))));
            case "NOT_ATTEMPTED" -> {}
            default -> throw parts.expected(result, "SUCCESS, FAILURE or NOT_ATTEMPTED");
        }
    }

    private void expect(String kind, Fields part) {
        if (!wanted.equals("auto") && !wanted.equals(kind)) {
            throw part.unknown("a payload of kind " + wanted + ", and this is of kind " + kind);
        }
    }
}
