package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.BalanceSeen;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// Says how a call ended, from the venue's answer or from its absence. Pure.
final class Outcomes {
    /// How a call ended, and what its answer tells besides.
    record Ended(Outcome outcome, List<VenueReport> facts) {}

    private final OrderPayloads orders;
    private final UserEvents events;
    private final RawText text;
    private final Replacements replacements;

    Outcomes(OrderPayloads orders, UserEvents events, RawText text) {
        this.orders = orders;
        this.events = events;
        this.text = text;
        replacements = new Replacements(orders, text);
    }

    /// The end of any call but those whose pages are read one by one.
    ///
    /// @param retryAtNs by our clock, 0 where the venue names no time
    Ended of(VenueCall call, Answer answer, long retryAtNs) {
        return switch (answer) {
            case Answer.Refused refused
            when call instanceof VenueCall.Replace replace && Replacements.isTold(refused) -> {
                try {
                    yield replacements.read(replace, Fields.of(refused.data(), "data"));
                } catch (Drift drift) {
                    yield unreadable(call, drift, refused.data().toString());
                }
            }
            case Answer.Refused refused -> new Ended(refused(call, refused, retryAtNs), List.of());
            case Answer.Result(JsonNode body) -> {
                try {
                    yield result(call, body);
                } catch (Drift drift) {
                    yield unreadable(call, drift, body.toString());
                }
            }
        };
    }

    private Ended result(VenueCall call, JsonNode body) {
        List<VenueReport> facts = new ArrayList<>();
        Outcome outcome = switch (call) {
            case VenueCall.Submit(VenueOrder order) -> {
                var key = new OrderKey(order.instrument(), order.clientOrderId(), "");
                yield new Outcome.Done(named(key, Fields.of(body, "order"), facts));
            }
            case VenueCall.Test _ -> {
                Fields.of(body, "test");
                yield new Outcome.Passed();
            }
            case VenueCall.Replace replace -> {
                Ended ended = replacements.read(replace, Fields.of(body, "replacement"));
                facts.addAll(ended.facts());
                yield ended.outcome();
            }
            case VenueCall.SubmitList(OrderList list) -> listed(list, Fields.of(body, "list"), facts);
            case VenueCall.Cancel(OrderKey key) -> cancelled(key, Fields.of(body, "order"), facts);
            case VenueCall.Amend amend -> amended(amend.order(), Fields.of(body, "amendment"), facts);
            case VenueCall.LookUp(OrderKey key) -> new Outcome.Found(named(key, Fields.of(body, "order"), facts));
            case VenueCall.CancelAll _ -> new Outcome.AllCancelled(all(body, facts));
            case VenueCall.OpenOrders _ -> new Outcome.OpenOrdersSeen(all(body, facts));
            case VenueCall.Balances _ -> balances(Fields.of(body, "account"), facts);
            case VenueCall.Quote(Instrument instrument) -> quote(instrument, Fields.of(body, "ticker"));
            case VenueCall.Fees(Instrument instrument) -> Surveys.fees(instrument, Fields.of(body, "commission"));
            case VenueCall.Listings _ -> Surveys.listings(Fields.of(body, "exchangeInfo"));
            case VenueCall.Counts _ -> new Outcome.CountsSeen();
            case VenueCall.Fills _, VenueCall.History _ ->
                throw new IllegalArgumentException("read by pages, not as one answer: " + call);
        };
        return new Ended(outcome, facts);
    }

    /// A list is placed as a whole; its answer has a report for each leg, by the ids that we gave them.
    private Outcome listed(OrderList list, Fields payload, List<VenueReport> facts) {
        List<OrderState> states = legs(payload, facts);
        for (VenueOrder leg : list.legs()) {
            if (states.stream().noneMatch(state -> state.clientOrderId().equals(leg.clientOrderId()))) {
                throw payload.expected("orderReports", "a report of order '" + leg.clientOrderId() + "'");
            }
        }
        return new Outcome.ListPlaced(List.copyOf(states));
    }

    private Outcome amended(OrderKey key, Fields payload, List<VenueReport> facts) {
        OrderPayloads.Read read = orders.amended(payload);
        OrderState order = read.order().orElseThrow(() -> payload.expected("amendedOrder", "a known symbol"));
        if (!isNamed(key, order)) {
            throw payload.expected(
                    "amendedOrder", "order '" + key.clientOrderId() + "' / '" + key.venueOrderId() + "'");
        }
        facts.addAll(read.facts());
        return new Outcome.Done(order);
    }

    /// Reads an order that must be the one asked about.
    private OrderState named(OrderKey key, Fields payload, List<VenueReport> facts) {
        OrderPayloads.Read read = orders.order(payload);
        OrderState order = read.order().orElseThrow(() -> payload.expected("symbol", Symbols.name(key.instrument())));
        if (!isNamed(key, order)) {
            throw payload.expected("orderId", "order '" + key.clientOrderId() + "' / '" + key.venueOrderId() + "'");
        }
        facts.addAll(read.facts());
        return order;
    }

    static boolean isNamed(OrderKey key, OrderState order) {
        return order.instrument().equals(key.instrument())
                && (key.venueOrderId().isEmpty()
                        ? order.clientOrderId().equals(key.clientOrderId())
                        : order.venueOrderId().equals(key.venueOrderId()));
    }

    /// A cancel of one leg ends its whole list; the answer then holds a report for each leg.
    private Outcome cancelled(OrderKey key, Fields payload, List<VenueReport> facts) {
        if (!payload.has("orderReports")) {
            return new Outcome.Done(ended(named(key, payload, facts), payload));
        }
        Optional<OrderState> asked = Optional.empty();
        for (OrderState order : legs(payload, facts)) {
            if (isNamed(key, order)) {
                asked = Optional.of(ended(order, payload));
            } else {
                facts.add(new VenueReport.OrderReport(order));
            }
        }
        return new Outcome.Done(asked.orElseThrow(
                () -> payload.expected("orderReports", "a report of order '" + key.clientOrderId() + "'")));
    }

    private static OrderState ended(OrderState order, Fields payload) {
        if (!order.status().isTerminal()) {
            throw payload.expected("status", "that of a cancelled order");
        }
        return order;
    }

    private List<OrderState> legs(Fields list, List<VenueReport> facts) {
        List<OrderState> states = new ArrayList<>();
        for (Fields leg : list.objects("orderReports")) {
            OrderPayloads.Read read = orders.order(leg);
            facts.addAll(read.facts());
            read.order().ifPresent(states::add);
        }
        return states;
    }

    private List<OrderState> all(JsonNode body, List<VenueReport> facts) {
        List<OrderState> states = new ArrayList<>();
        for (Fields item : Fields.list(body, "orders")) {
            if (item.has("orderReports")) {
                states.addAll(legs(item, facts));
            } else {
                OrderPayloads.Read read = orders.order(item);
                facts.addAll(read.facts());
                read.order().ifPresent(states::add);
            }
        }
        return List.copyOf(states);
    }

    private Outcome balances(Fields account, List<VenueReport> facts) {
        List<BalanceSeen> seen = new ArrayList<>();
        for (VenueReport report : events.balances(account.objects("balances"), "asset", "free", "locked")) {
            if (report instanceof VenueReport.BalanceReport(BalanceSeen balance)) {
                seen.add(balance);
            } else {
                facts.add(report);
            }
        }
        return new Outcome.BalancesSeen(List.copyOf(seen));
    }

    private static Outcome quote(Instrument instrument, Fields ticker) {
        if (!ticker.text("symbol").equals(Symbols.name(instrument))) {
            throw ticker.expected("symbol", Symbols.name(instrument));
        }
        return new Outcome.QuoteSeen(price(instrument, ticker, "bidPrice"), price(instrument, ticker, "askPrice"));
    }

    private static long price(Instrument instrument, Fields ticker, String name) {
        OptionalLong price = ticker.counted(name, instrument.priceScale());
        if (price.isEmpty() || price.getAsLong() < 0) {
            throw ticker.expected(name, "a price of " + instrument.priceScale() + " decimals");
        }
        return price.getAsLong();
    }

    private Outcome refused(VenueCall call, Answer.Refused refused, long retryAtNs) {
        VenueError error = error(call, refused, retryAtNs);
        if (error.reason() == Reason.NOT_FOUND && call instanceof VenueCall.LookUp) {
            return new Outcome.NotFound(error.message());
        }
        if (error.reason() == Reason.NOT_FOUND && call instanceof VenueCall.CancelAll) {
            return new Outcome.AllCancelled(List.of()); // nothing was open
        }
        return new Outcome.Failed(error);
    }

    /// What a refusal means for a call.
    VenueError error(VenueCall call, Answer.Refused refused, long retryAtNs) {
        ErrorTable.Meaning meaning = ErrorTable.meaning(refused);
        return new VenueError(
                meaning.category(),
                changes(call) ? meaning.certainty() : Certainty.NOT_EXECUTED,
                meaning.reason(),
                refused.codeText(),
                text.words(refused.message()),
                retryAtNs);
    }

    /// The end of a call whose answer cannot be read: for an order that is doubt, whatever the answer meant to say.
    Ended unreadable(VenueCall call, Drift drift, String raw) {
        VenueReport gap = new VenueReport.Unreadable(text.words(drift.words()), text.raw(raw));
        Outcome outcome =
                failed(call, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE", drift.words());
        return new Ended(outcome, List.of(gap));
    }

    /// The end of a call that has no answer.
    ///
    /// @param certainty whether an order or a cancel may have taken effect; a query changes nothing
    Outcome failed(VenueCall call, Category category, Certainty certainty, Reason reason, String code, String message) {
        Certainty about = changes(call) ? certainty : Certainty.NOT_EXECUTED;
        return new Outcome.Failed(new VenueError(category, about, reason, code, text.words(message), 0));
    }

    /// Whether a call changes anything at the venue.
    static boolean changes(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit _,
                    VenueCall.SubmitList _,
                    VenueCall.Cancel _,
                    VenueCall.Amend _,
                    VenueCall.Replace _,
                    VenueCall.CancelAll _ -> true;
            case VenueCall.Test _,
                    VenueCall.LookUp _,
                    VenueCall.OpenOrders _,
                    VenueCall.Fills _,
                    VenueCall.Balances _,
                    VenueCall.Quote _,
                    VenueCall.Survey _ -> false;
        };
    }
}
