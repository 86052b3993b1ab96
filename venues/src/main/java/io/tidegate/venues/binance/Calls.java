package io.tidegate.venues.binance;

import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Effects;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import io.tidegate.venues.binance.UnderWay.Purpose;
import java.time.Duration;
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
    private final Requests requests;
    private final OrderPayloads orders;
    private final Outcomes outcomes;

    Calls(
            CallTable table,
            Sending sending,
            ServerClock clock,
            StreamWatch watch,
            Requests requests,
            OrderPayloads orders,
            Outcomes outcomes) {
        this.table = table;
        this.sending = sending;
        this.clock = clock;
        this.watch = watch;
        this.requests = requests;
        this.orders = orders;
        this.outcomes = outcomes;
    }

    /// Makes a call.
    ///
    /// @param isReady whether the socket is open and the account's events come by it: orders go only then, all else
    ///                goes by REST meanwhile
    void make(long callId, VenueCall call, boolean isReady, long nowNs, Effects out) {
        var problem = requests.problem(call);
        if (problem.isPresent()) {
            refuse(callId, call, Category.INVALID_REQUEST, Reason.BAD_FIELD, "BAD_CALL", problem.get(), out);
        } else if (table.isFull()) {
            String why = CallTable.UNDER_WAY_MAX + " calls are under way";
            refuse(callId, call, Category.RETRYABLE, Reason.OTHER, "TOO_MANY_CALLS", why, out);
        } else if (call instanceof VenueCall.Fills fills) {
            var pages = new FillPages(fills, clock.timestampMs(nowNs));
            send(new Purpose.Page(callId, pages), pages.next(requests), isReady, nowNs, out);
        } else if (!send(new Purpose.Called(callId, call), request(call), isReady, nowNs, out)) {
            String why = isReady ? "the socket is not open" : "the session is not ready";
            refuse(callId, call, Category.RETRYABLE, Reason.CONNECTION, "NOT_CONNECTED", why, out);
        }
    }

    /// Nothing was sent.
    private void refuse(
            long callId, VenueCall call, Category category, Reason reason, String code, String why, Effects out) {
        out.outcome(callId, outcomes.failed(call, category, Certainty.NOT_EXECUTED, reason, code, why));
    }

    private Request request(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit submit -> requests.submit(submit.order());
            case VenueCall.Cancel cancel -> requests.cancel(cancel.order());
            case VenueCall.Amend _ -> throw new IllegalArgumentException("no order is amended in place here");
            case VenueCall.CancelAll all -> requests.cancelAll(all.instrument());
            case VenueCall.LookUp lookUp -> requests.lookUp(lookUp.order());
            case VenueCall.OpenOrders _ -> requests.openOrders();
            case VenueCall.Balances _ -> requests.balances();
            case VenueCall.Quote quote -> requests.quote(quote.instrument());
            case VenueCall.Fills _ -> throw new IllegalArgumentException("fills are asked for by pages");
        };
    }

    /// Sends by socket where it is ready, else by REST.
    ///
    /// @return false when it is an order, which goes by socket or not at all, and was not sent
    private boolean send(Purpose purpose, Request request, boolean isReady, long nowNs, Effects out) {
        long id = table.nextId();
        long withinNs = switch (request.operation()) {
            case PLACE, CANCEL, CANCEL_ALL -> ORDER_WITHIN_NS;
            default -> QUERY_WITHIN_NS;
        };
        boolean isOrder = request.operation() == Operation.PLACE;
        boolean isSent = isReady && sending.bySocket(id, request, nowNs, out);
        if (!isSent && isOrder) {
            return false;
        }
        if (!isSent) {
            sending.byRest(id, request, nowNs, withinNs, out);
        }
        table.add(new UnderWay(id, purpose, isSent, nowNs, nowNs + withinNs));
        if (purpose instanceof Purpose.Called called && called.call() instanceof VenueCall.Submit(VenueOrder order)) {
            watch.sent(order.clientOrderId());
        }
        return true;
    }

    /// A call's answer has come.
    ///
    /// @param retryAtNs by our clock, 0 where the venue names no time
    void answered(Purpose.Called called, Answer answer, long retryAtNs, long nowNs, Effects out) {
        Outcomes.Ended ended = outcomes.of(called.call(), answer, retryAtNs);
        if (called.call() instanceof VenueCall.Submit(VenueOrder order)) {
            if (ended.outcome() instanceof Outcome.Done) {
                watch.acknowledged(order.clientOrderId(), nowNs);
            } else {
                watch.settled(order.clientOrderId());
            }
        }
        tell(called.callId(), ended, out);
    }

    /// A page of fills has come: the next is asked for, or the call ends.
    void paged(Purpose.Page page, Answer answer, long retryAtNs, boolean isReady, long nowNs, Effects out) {
        FillPages pages = page.pages();
        switch (answer) {
            case Answer.Refused refused ->
                out.outcome(page.callId(), new Outcome.Failed(outcomes.error(pages.call(), refused, retryAtNs)));
            case Answer.Result(JsonNode body) -> {
                try {
                    turn(page, Fields.list(body, "trades"), isReady, nowNs, out);
                } catch (Drift drift) {
                    tell(page.callId(), outcomes.unreadable(pages.call(), drift, body.toString()), out);
                }
            }
        }
    }

    private void turn(Purpose.Page page, List<Fields> rows, boolean isReady, long nowNs, Effects out) {
        FillPages pages = page.pages();
        List<VenueReport> read = rows.stream().map(orders::trade).toList();
        FillPages.Step step = pages.took(rows);
        if (step != FillPages.Step.AGAIN) {
            for (VenueReport report : read) {
                if (report instanceof VenueReport.FillReport(FillSeen fill)) {
                    pages.add(fill);
                } else {
                    out.report(report);
                }
            }
        }
        if (step == FillPages.Step.LAST) {
            out.outcome(page.callId(), new Outcome.FillsSeen(List.copyOf(pages.fills())));
        } else {
            send(page, pages.next(requests), isReady, nowNs, out);
        }
    }

    /// An answer has come after its call's outcome had been told: what it says is a fact all the same.
    void answeredLate(VenueCall call, Answer answer, Effects out) {
        if (call instanceof VenueCall.Fills) {
            if (answer instanceof Answer.Result(JsonNode body)) {
                lateTrades(body, out);
            }
            return;
        }
        Outcomes.lateFacts(call, outcomes.of(call, answer, 0)).forEach(out::report);
    }

    private void lateTrades(JsonNode body, Effects out) {
        try {
            List<VenueReport> read =
                    Fields.list(body, "trades").stream().map(orders::trade).toList();
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
        if (call instanceof VenueCall.Submit(VenueOrder order)) {
            watch.settled(order.clientOrderId());
        }
    }

    private static void tell(long callId, Outcomes.Ended ended, Effects out) {
        ended.facts().forEach(out::report);
        out.outcome(callId, ended.outcome());
    }
}
