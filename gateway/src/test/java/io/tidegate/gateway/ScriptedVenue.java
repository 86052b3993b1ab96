package io.tidegate.gateway;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.venues.api.BalanceSeen;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A venue that does what a test says: keeps orders, fills and balances, and may be told how each request fares.
///
/// It lives on when the gateway dies. Requests take a millisecond each way unless the plan says otherwise.
final class ScriptedVenue {
    static final long MS = 1_000_000L;

    /// How one request fares.
    ///
    /// @param arrives   whether it gets there at all
    /// @param thereNs   how long it takes
    /// @param answered  whether its answer comes back; else the session calls it unknown after a second
    /// @param backNs    how long the answer takes
    /// @param instead   an outcome instead of doing anything, or null
    record Plan(
            boolean arrives,
            long thereNs,
            boolean answered,
            long backNs,
            @Nullable Outcome instead) {
        static final Plan NORMAL = new Plan(true, MS, true, MS, null);
        static final Plan ANSWER_LOST = new Plan(true, MS, false, MS, null);
        static final Plan NEVER_ARRIVES = new Plan(false, MS, false, MS, null);

        static Plan failing(VenueError error) {
            return new Plan(true, MS, true, MS, new Outcome.Failed(error));
        }
    }

    /// A script that gives submissions this plan, and lets everything else go well.
    static Function<VenueCall, Plan> submits(Plan plan) {
        return call -> call instanceof VenueCall.Submit ? plan : Plan.NORMAL;
    }

    /// An order as the venue has it.
    static final class Resting {
        VenueOrder order;
        final String venueOrderId;
        final long sinceNs;
        OrderStatus status = OrderStatus.OPEN;
        long filled;

        Resting(VenueOrder order, String venueOrderId, long sinceNs) {
            this.order = order;
            this.venueOrderId = venueOrderId;
            this.sinceNs = sinceNs;
        }

        OrderState state(long nowNs) {
            return new OrderState(
                    order.instrument(),
                    order.clientOrderId(),
                    venueOrderId,
                    status,
                    filled,
                    "",
                    nowNs,
                    order.quantity(),
                    order.price());
        }
    }

    private record Timed(long atNs, long number, Runnable what) {}

    final Map<String, Resting> orders = new LinkedHashMap<>();
    final Map<String, Integer> arrivals = new LinkedHashMap<>();
    final List<FillSeen> fills = new ArrayList<>();
    final List<VenueCall> asked = new ArrayList<>();
    final Map<String, Amount> balances = new LinkedHashMap<>();
    final List<LimitRule> limits = new ArrayList<>();
    private final PriorityQueue<Timed> due = new PriorityQueue<>(
            (a, b) -> a.atNs != b.atNs ? Long.compare(a.atNs, b.atNs) : Long.compare(a.number, b.number));
    Function<VenueCall, Plan> script = _ -> Plan.NORMAL;

    @Nullable
    ScriptedSession session;

    boolean isUp = true;
    boolean fillsNameClient = true;
    boolean streams = true;
    long visibleAfterNs;
    int starts;
    long nowNs;
    private long number;
    private long lastOrder;
    private long lastTrade;

    ScriptedVenue() {
        balances.put("BTC", Amount.parse("100"));
        balances.put("USDT", Amount.parse("1000000"));
        limits.add(new LimitRule("REQUESTS", LimitRule.Scope.IP, 6_000, 60_000_000_000L, true));
        limits.add(new LimitRule("ORDERS", LimitRule.Scope.ACCOUNT, 100, 1_000_000_000L, false));
    }

    Capabilities capabilities() {
        return new Capabilities(
                "scripted",
                Set.of(OrderType.LIMIT),
                Set.of(TimeInForce.GTC),
                false,
                false,
                true,
                true,
                false,
                5_000_000_000L,
                1_000_000_000L,
                "order by client id",
                limits);
    }

    /// Lets happen what is due.
    void run(long nowNs) {
        this.nowNs = nowNs;
        while (!due.isEmpty() && due.peek().atNs <= nowNs) {
            due.remove().what.run();
        }
    }

    void after(long ns, Runnable what) {
        due.add(new Timed(nowNs + ns, ++number, what));
    }

    /// A session makes a call; the answer goes to that session only.
    void call(ScriptedSession from, long callId, VenueCall call) {
        asked.add(call);
        Plan plan = script.apply(call);
        if (!plan.arrives) {
            after(1_000 * MS, () -> from.answer(callId, unknown()));
            return;
        }
        after(plan.thereNs, () -> {
            Outcome outcome = plan.instead == null ? execute(call) : plan.instead;
            if (plan.answered) {
                after(plan.backNs, () -> from.answer(callId, outcome));
            } else {
                after(1_000 * MS, () -> from.answer(callId, unknown()));
            }
        });
    }

    static Outcome unknown() {
        return new Outcome.Failed(
                error(VenueError.Category.RETRYABLE, VenueError.Certainty.UNKNOWN, VenueError.Reason.CONNECTION));
    }

    static VenueError error(VenueError.Category category, VenueError.Certainty certainty, VenueError.Reason reason) {
        return new VenueError(category, certainty, reason, reason.name(), "", 0);
    }

    private static Outcome refused(VenueError.Reason reason) {
        return new Outcome.Failed(
                error(VenueError.Category.INVALID_REQUEST, VenueError.Certainty.NOT_EXECUTED, reason));
    }

    private Outcome execute(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit submit -> take(submit.order());
            case VenueCall.Cancel cancel -> cancel(cancel.order().clientOrderId());
            case VenueCall.Amend amend -> amend(amend.wanted());
            case VenueCall.History wanted ->
                new Outcome.HistorySeen(orders.values().stream()
                        .filter(order -> nowNs - order.sinceNs >= visibleAfterNs
                                && order.order.instrument().equals(wanted.instrument()))
                        .map(order -> order.state(nowNs))
                        .toList());
            case VenueCall.Replace _, VenueCall.SubmitList _, VenueCall.Test _, VenueCall.Survey _ ->
                throw new IllegalArgumentException("not in the script");
            case VenueCall.CancelAll _ -> new Outcome.AllCancelled(List.of());
            case VenueCall.LookUp lookUp -> {
                Resting found = orders.get(lookUp.order().clientOrderId());
                yield found == null || nowNs - found.sinceNs < visibleAfterNs
                        ? new Outcome.NotFound("none")
                        : new Outcome.Found(found.state(nowNs));
            }
            case VenueCall.OpenOrders _ ->
                new Outcome.OpenOrdersSeen(orders.values().stream()
                        .filter(order -> !order.status.isTerminal() && nowNs - order.sinceNs >= visibleAfterNs)
                        .map(order -> order.state(nowNs))
                        .toList());
            case VenueCall.Fills wanted ->
                new Outcome.FillsSeen(fills.stream()
                        .filter(fill -> fill.timeNs() >= wanted.sinceNs()
                                && fill.instrument().equals(wanted.instrument()))
                        .toList());
            case VenueCall.Balances _ ->
                new Outcome.BalancesSeen(balances.entrySet().stream()
                        .map(held -> new BalanceSeen(held.getKey(), held.getValue(), Amount.ZERO))
                        .toList());
            case VenueCall.Quote _ -> new Outcome.QuoteSeen(10_000, 10_010);
        };
    }

    private Outcome take(VenueOrder order) {
        arrivals.merge(order.clientOrderId(), 1, Integer::sum);
        if (orders.containsKey(order.clientOrderId())) {
            return refused(VenueError.Reason.DUPLICATE_ID);
        }
        var resting = new Resting(order, "v" + ++lastOrder, nowNs);
        orders.put(order.clientOrderId(), resting);
        stream(new VenueReport.OrderReport(resting.state(nowNs)));
        return new Outcome.Done(resting.state(nowNs));
    }

    private Outcome amend(VenueOrder wanted) {
        Resting resting = orders.get(wanted.clientOrderId());
        if (resting == null) {
            return refused(VenueError.Reason.NOT_FOUND);
        }
        if (resting.status.isTerminal()) {
            return refused(VenueError.Reason.ALREADY_ENDED);
        }
        resting.order = wanted;
        stream(new VenueReport.OrderReport(resting.state(nowNs)));
        return new Outcome.Done(resting.state(nowNs));
    }

    private Outcome cancel(String clientOrderId) {
        Resting resting = orders.get(clientOrderId);
        if (resting == null) {
            return refused(VenueError.Reason.NOT_FOUND);
        }
        if (resting.status.isTerminal()) {
            return refused(VenueError.Reason.ALREADY_ENDED);
        }
        resting.status = OrderStatus.CANCELLED;
        stream(new VenueReport.OrderReport(resting.state(nowNs)));
        return new Outcome.Done(resting.state(nowNs));
    }

    /// An order that is, or was, at the venue.
    Resting resting(String clientOrderId) {
        Resting resting = orders.get(clientOrderId);
        if (resting == null) {
            throw new IllegalStateException("no order " + clientOrderId + " at the venue");
        }
        return resting;
    }

    /// Somebody trades with an order; the stream tells it.
    FillSeen fill(String clientOrderId, long quantity) {
        Resting resting = resting(clientOrderId);
        FillSeen fill = fillOf(resting, quantity);
        stream(new VenueReport.FillReport(fill));
        stream(new VenueReport.OrderReport(resting.state(nowNs)));
        return fill;
    }

    /// Somebody trades with an order, and nobody is told.
    FillSeen fillUnseen(String clientOrderId, long quantity) {
        boolean before = streams;
        streams = false;
        FillSeen fill = fill(clientOrderId, quantity);
        streams = before;
        return fill;
    }

    private FillSeen fillOf(Resting resting, long quantity) {
        VenueOrder order = resting.order;
        resting.filled += quantity;
        resting.status = resting.filled == order.quantity() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        Instrument instrument = order.instrument();
        Amount price = Amount.of(BigDecimal.valueOf(order.price(), instrument.priceScale()));
        Amount quote = instrument.value(order.price(), quantity);
        Amount base = instrument.baseAmount(quantity);
        boolean buy = order.side() == Side.BUY;
        balances.merge("BTC", buy ? base : base.negated(), Amount::plus);
        balances.merge("USDT", buy ? quote.negated() : quote, Amount::plus);
        var fill = new FillSeen(
                instrument,
                fillsNameClient ? order.clientOrderId() : "",
                resting.venueOrderId,
                "t" + ++lastTrade,
                order.side(),
                quantity,
                price,
                quote,
                Amount.ZERO,
                "",
                Liquidity.MAKER,
                nowNs);
        fills.add(fill);
        return fill;
    }

    /// Tells the present session a fact, in a millisecond.
    void stream(VenueReport report) {
        ScriptedSession to = session;
        if (to != null && streams) {
            after(MS, () -> to.tell(report));
        }
    }

    long count(Class<? extends VenueCall> kind) {
        return asked.stream().filter(kind::isInstance).count();
    }
}
