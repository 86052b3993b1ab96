package io.tidegate.venues.binance;

import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.binance.UnderWay.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The caller's calls: makes each, and tells its one outcome when its answer has come, or will not come.
final class Calls {
    /// How long an order or a cancel waits for its answer; the venue gives up after 10 s but is asked before.
    static final long ORDER_WITHIN_NS = Duration.ofSeconds(5).toNanos();

    /// How long anything else waits.
    static final long QUERY_WITHIN_NS = Duration.ofSeconds(10).toNanos();

    private final CallTable table;
    private final Sending sending;
    private final ServerClock clock;
    private final StreamWatch watch;
    private final CallCheck check;
    private final OrderPayloads orders;
    private final Outcomes outcomes;

    Calls(
            CallTable table,
            Sending sending,
            ServerClock clock,
            StreamWatch watch,
            CallCheck check,
            OrderPayloads orders,
            Outcomes outcomes) {
        this.table = table;
        this.sending = sending;
        this.clock = clock;
        this.watch = watch;
        this.check = check;
        this.orders = orders;
        this.outcomes = outcomes;
    }

    /// Makes a call.
    ///
    /// @param isReady whether the socket is open and the account's events come by it: orders go only then, all else
    ///                goes by REST meanwhile
    void make(long callId, VenueCall call, boolean isReady, long nowNs, Effects out) {
        var problem = check.problem(call);
        if (problem.isPresent()) {
            refuse(callId, call, Category.INVALID_REQUEST, Reason.BAD_FIELD, "BAD_CALL", problem.get(), out);
        } else if (table.isFull()) {
            String why = CallTable.UNDER_WAY_MAX + " calls are under way";
            refuse(callId, call, Category.RETRYABLE, Reason.OTHER, "TOO_MANY_CALLS", why, out);
        } else if (call instanceof VenueCall.Fills fills) {
            page(callId, Pages.of(fills, clock.timestampMs(nowNs)), isReady, nowNs, out);
        } else if (call instanceof VenueCall.History history) {
            page(callId, Pages.of(history, clock.timestampMs(nowNs)), isReady, nowNs, out);
        } else if (!send(new Purpose.Called(callId, call), request(call), isReady, nowNs, out)) {
            String why = isReady ? "the socket is not open" : "the session is not ready";
            refuse(callId, call, Category.RETRYABLE, Reason.CONNECTION, "NOT_CONNECTED", why, out);
        }
    }

    private void page(long callId, Pages pages, boolean isReady, long nowNs, Effects out) {
        send(new Purpose.Page(callId, pages), pages.next(), isReady, nowNs, out);
    }

    /// Nothing was sent.
    private void refuse(
            long callId, VenueCall call, Category category, Reason reason, String code, String why, Effects out) {
        out.outcome(callId, outcomes.failed(call, category, Certainty.NOT_EXECUTED, reason, code, why));
    }

    private static Request request(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit(VenueOrder order) -> Requests.submit(order);
            case VenueCall.Test(VenueOrder order) -> Requests.test(order);
            case VenueCall.SubmitList(OrderList list) -> OrderLists.place(list);
            case VenueCall.Cancel cancel -> Requests.cancel(cancel.order());
            case VenueCall.Amend(OrderKey key, VenueOrder wanted) ->
                Requests.amend(key, wanted.instrument().quantityText(wanted.quantity()));
            case VenueCall.Replace replace ->
                Requests.replace(replace.old(), replace.wanted(), replace.evenIfItLives());
            case VenueCall.CancelAll all -> Requests.cancelAll(all.instrument());
            case VenueCall.LookUp lookUp -> Requests.lookUp(lookUp.order());
            case VenueCall.OpenOrders _ -> Requests.openOrders();
            case VenueCall.Balances _ -> Requests.balances();
            case VenueCall.Quote quote -> Requests.quote(quote.instrument());
            case VenueCall.Fees fees -> Requests.fees(fees.instrument());
            case VenueCall.Listings _ -> Requests.listings(List.of());
            case VenueCall.Counts _ -> Requests.orderCounts();
            case VenueCall.Fills _, VenueCall.History _ ->
                throw new IllegalArgumentException("asked for by pages: " + call);
        };
    }

    /// Sends by socket where it is ready and the operation goes that way, else by REST.
    ///
    /// @return false when it is an order, which goes while the session is ready or not at all, and was not sent
    private boolean send(Purpose purpose, Request request, boolean isReady, long nowNs, Effects out) {
        long id = table.nextId();
        Operation operation = request.operation();
        long withinNs = operation.changes() ? ORDER_WITHIN_NS : QUERY_WITHIN_NS;
        boolean prefersSocket = sending.prefersSocket(operation);
        boolean isBySocket = isReady && prefersSocket && sending.bySocket(id, request, nowNs, out);
        if (!isBySocket && operation.isSubmission() && (prefersSocket || !isReady)) {
            return false;
        }
        if (!isBySocket) {
            sending.byRest(id, request, nowNs, withinNs, out);
        }
        table.add(new UnderWay(id, purpose, isBySocket, nowNs, nowNs + withinNs));
        if (purpose instanceof Purpose.Called called) {
            submitted(called.call()).forEach(order -> watch.sent(order.clientOrderId()));
        }
        return true;
    }

    /// The orders that a call brings to the venue and that must show in the stream: the later ones of a list wait.
    private static List<VenueOrder> submitted(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit(VenueOrder order) -> List.of(order);
            case VenueCall.Replace replace -> List.of(replace.wanted());
            case VenueCall.SubmitList(OrderList list) -> List.of(list.legs().getFirst());
            default -> List.of();
        };
    }

    /// A call's answer has come.
    ///
    /// @param askedNs   when the call was sent
    /// @param retryAtNs by our clock, 0 where the venue names no time
    void answered(Purpose.Called called, Answer answer, long askedNs, long retryAtNs, long nowNs, Effects out) {
        VenueCall call = called.call();
        Outcomes.Ended ended = outcomes.of(call, answer, retryAtNs);
        for (VenueOrder order : submitted(call)) {
            if (isTaken(order, ended.outcome())) {
                watch.acknowledged(order.clientOrderId(), nowNs);
            } else {
                watch.settled(order.clientOrderId());
            }
        }
        tell(called.callId(), ended, out);
        if (call instanceof VenueCall.Counts) {
            Counters.tell(answer, askedNs, out);
        }
    }

    private static boolean isTaken(VenueOrder order, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.ListPlaced _ -> true;
            case Outcome.Replaced replaced ->
                replaced.placed() instanceof Outcome.Half.Done(OrderState state)
                        && state.clientOrderId().equals(order.clientOrderId());
            default -> false;
        };
    }

    /// A page has come: the next is asked for, or the call ends.
    void paged(Purpose.Page page, Answer answer, long retryAtNs, boolean isReady, long nowNs, Effects out) {
        Pages pages = page.pages();
        switch (answer) {
            case Answer.Refused refused ->
                out.outcome(page.callId(), new Outcome.Failed(outcomes.error(pages.call(), refused, retryAtNs)));
            case Answer.Result(JsonNode body) -> {
                try {
                    turn(page, Fields.list(body, pages.isOfTrades() ? "trades" : "orders"), isReady, nowNs, out);
                } catch (Drift drift) {
                    tell(page.callId(), outcomes.unreadable(pages.call(), drift, body.toString()), out);
                }
            }
        }
    }

    private void turn(Purpose.Page page, List<Fields> rows, boolean isReady, long nowNs, Effects out) {
        Pages pages = page.pages();
        List<VenueReport> read = new ArrayList<>();
        for (Fields row : rows) {
            read.addAll(read(row, pages.isOfTrades()));
        }
        Pages.Step step = pages.took(rows);
        if (step != Pages.Step.AGAIN) {
            for (VenueReport report : read) {
                switch (report) {
                    case VenueReport.FillReport(FillSeen fill) when pages.isOfTrades() -> pages.add(fill);
                    case VenueReport.OrderReport(OrderState order) -> pages.add(order);
                    default -> out.report(report);
                }
            }
        }
        if (step == Pages.Step.LAST) {
            out.outcome(
                    page.callId(),
                    pages.isOfTrades()
                            ? new Outcome.FillsSeen(List.copyOf(pages.fills()))
                            : new Outcome.HistorySeen(List.copyOf(pages.orders())));
        } else {
            send(page, pages.next(), isReady, nowNs, out);
        }
    }

    private List<VenueReport> read(Fields row, boolean isTrade) {
        if (isTrade) {
            return List.of(orders.trade(row));
        }
        OrderPayloads.Read order = orders.order(row);
        List<VenueReport> read = new ArrayList<>(order.facts());
        order.order().ifPresent(state -> read.add(new VenueReport.OrderReport(state)));
        return read;
    }

    /// An answer has come after its call's outcome had been told: what it says is a fact all the same.
    void answeredLate(VenueCall call, Answer answer, Effects out) {
        boolean isTrades = call instanceof VenueCall.Fills;
        if (isTrades || call instanceof VenueCall.History) {
            if (answer instanceof Answer.Result(JsonNode body)) {
                lateRows(body, isTrades, out);
            }
            return;
        }
        LateAnswers.facts(call, outcomes.of(call, answer, 0)).forEach(out::report);
    }

    private void lateRows(JsonNode body, boolean isTrades, Effects out) {
        try {
            List<VenueReport> read = new ArrayList<>();
            for (Fields row : Fields.list(body, isTrades ? "trades" : "orders")) {
                read.addAll(read(row, isTrades));
            }
            read.forEach(out::report);
        } catch (Drift unreadable) {
            // The call has failed and will be made again; this answer would only have come first.
        }
    }

    /// An answer has come that cannot be read.
    void unreadable(VenueCall call, long callId, Drift drift, String raw, Effects out) {
        settle(call);
        tell(callId, outcomes.unreadable(call, drift, raw), out);
    }

    /// No answer came in time; if one comes yet, it will be remembered what it belongs to.
    void expired(long id, VenueCall call, long callId, Effects out) {
        settle(call);
        table.remember(id, call);
        String why =
                "no answer within " + (Outcomes.changes(call) ? ORDER_WITHIN_NS : QUERY_WITHIN_NS) / 1_000_000 + " ms";
        out.outcome(
                callId,
                outcomes.failed(call, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "TIMEOUT", why));
    }

    /// No answer will come. A frame that was handed to the socket may have arrived, whatever the loss says.
    void lost(VenueCall call, long callId, boolean isBySocket, Loss loss, Effects out) {
        settle(call);
        Certainty certainty =
                !isBySocket && loss.certainty() == Loss.Certainty.NOT_SENT ? Certainty.NOT_EXECUTED : Certainty.UNKNOWN;
        out.outcome(
                callId,
                outcomes.failed(call, Category.RETRYABLE, certainty, Reason.CONNECTION, "DISCONNECTED", loss.reason()));
    }

    private void settle(VenueCall call) {
        submitted(call).forEach(order -> watch.settled(order.clientOrderId()));
    }

    private static void tell(long callId, Outcomes.Ended ended, Effects out) {
        ended.facts().forEach(out::report);
        out.outcome(callId, ended.outcome());
    }
}
