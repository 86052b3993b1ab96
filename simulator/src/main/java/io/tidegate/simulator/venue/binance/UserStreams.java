package io.tidegate.simulator.venue.binance;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.OrderList;
import io.tidegate.simulator.venue.Prevented;
import io.tidegate.simulator.venue.VenueListener;
import io.tidegate.simulator.venue.VenueOrder;
import io.tidegate.transport.Replies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/// The private stream: who has subscribed on which connection, and what they are told (fact sheet §4).
///
/// Events are written when they happen, and leave when the face is about to return.
final class UserStreams implements VenueListener {
    private final BinanceScript script;
    private final SplittableRandom random;
    private final Map<Account, List<Subscription>> byAccount = new HashMap<>(); // looked up, never iterated
    private final List<Subscription> all = new ArrayList<>(); // in the order of subscribing
    private final Deque<Outgoing> queue = new ArrayDeque<>();
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private long executions;

    private record Subscription(int id, Session session, Account account) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
    private record Outgoing(int connection, byte[] frame) {}

    UserStreams(BinanceScript script, SplittableRandom random) {
        this.script = script;
        this.random = random;
    }

    boolean isSubscribed(Session session, Account account) {
        return byAccount.getOrDefault(account, List.of()).stream().anyMatch(s -> s.session() == session);
    }

    boolean hasAny(Session session) {
        return all.stream().anyMatch(s -> s.session() == session);
    }

    int subscribe(Session session, Account account) {
        var subscription = new Subscription(session.nextSubscriptionId(), session, account);
        byAccount.computeIfAbsent(account, _ -> new ArrayList<>()).add(subscription);
        all.add(subscription);
        return subscription.id();
    }

    /// Ends one subscription of a connection, or all of them where no id is given.
    ///
    /// @return false when there is none
    boolean unsubscribe(Session session, OptionalLong id, long nowNs) {
        var ending = all.stream()
                .filter(s -> s.session() == session && (id.isEmpty() || s.id() == id.getAsLong()))
                .toList();
        ending.forEach(subscription -> terminate(subscription, nowNs));
        return !ending.isEmpty();
    }

    /// Ends every subscription, as the venue does now and then.
    void terminateAll(long nowNs) {
        List.copyOf(all).forEach(subscription -> terminate(subscription, nowNs));
    }

    private void terminate(Subscription subscription, long nowNs) {
        send(subscription, json -> {
            json.text("e", "eventStreamTerminated");
            json.time("E", nowNs);
        });
        remove(subscription);
    }

    /// A connection is gone.
    void forget(int connection) {
        all.stream().filter(s -> s.session().connection == connection).toList().forEach(this::remove);
    }

    private void remove(Subscription subscription) {
        all.remove(subscription);
        byAccount.getOrDefault(subscription.account(), List.of()).remove(subscription);
    }

    void writeSubscriptions(Json out, Session session) {
        out.beginArray();
        all.stream().filter(s -> s.session() == session).forEach(subscription -> {
            out.beginObject();
            out.number("subscriptionId", subscription.id());
            out.endObject();
        });
        out.endArray();
    }

    @Override
    public void accepted(VenueOrder order, long nowNs) {
        report(new Report(order, new Report.Execution.New(), "", nowNs, ++executions));
    }

    @Override
    public void filled(VenueOrder order, Fill fill) {
        report(new Report(order, new Report.Execution.Trade(fill), "", fill.timeNs(), ++executions));
    }

    @Override
    public void ended(VenueOrder order, String cancelId, long nowNs) {
        report(new Report(order, new Report.Execution.End(), cancelId, nowNs, ++executions));
    }

    @Override
    public void working(VenueOrder order, long nowNs) {
        report(new Report(order, new Report.Execution.New(), "", nowNs, ++executions));
    }

    @Override
    public void prevented(VenueOrder order, Prevented match) {
        report(new Report(order, new Report.Execution.Prevention(match), "", match.timeNs(), ++executions));
    }

    @Override
    public long amended(VenueOrder order, String oldClientId, long nowNs) {
        report(new Report(order, new Report.Execution.Replaced(), oldClientId, nowNs, ++executions));
        return executions;
    }

    @Override
    public void listChanged(OrderList list, long nowNs) {
        for (Subscription subscription :
                byAccount.getOrDefault(list.orders().getFirst().account(), List.of())) {
            send(subscription, json -> ListJson.event(json, list, nowNs));
        }
    }

    @Override
    public void deposited(Account account, Asset asset, Amount amount, long nowNs) {
        for (Subscription subscription : byAccount.getOrDefault(account, List.of())) {
            send(subscription, json -> {
                json.text("e", "balanceUpdate");
                json.time("E", nowNs);
                json.text("a", asset.code());
                json.decimal("d", amount);
                json.time("T", nowNs);
            });
        }
    }

    private void report(Report report) {
        for (Subscription subscription : byAccount.getOrDefault(report.order().account(), List.of())) {
            send(subscription, report::write);
        }
    }

    @Override
    public void balancesChanged(Account account, Set<Asset> assets, long nowNs) {
        for (Subscription subscription : byAccount.getOrDefault(account, List.of())) {
            send(subscription, json -> {
                json.text("e", "outboundAccountPosition");
                json.time("E", nowNs);
                json.time("u", nowNs);
                json.beginArray("B");
                for (Asset asset : assets) {
                    json.beginObject();
                    json.text("a", asset.code());
                    json.decimal("f", account.balance(asset).free());
                    json.decimal("l", account.balance(asset).locked());
                    json.endObject();
                }
                json.endArray();
            });
        }
    }

    private void send(Subscription subscription, Answer.Body fields) {
        var json = new Json(subscription.session().countsMicros);
        json.beginObject();
        json.number("subscriptionId", subscription.id());
        json.beginObject("event");
        fields.write(json);
        json.endObject();
        json.endObject();
        byte[] frame = json.bytes();
        int times = strikes(script.streamLossPercent()) ? 0 : strikes(script.streamRepeatPercent()) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            queue.addLast(new Outgoing(subscription.session().connection, frame));
        }
    }

    /// Sends what has been written since the last time.
    void flush(Replies out) {
        while (!queue.isEmpty()) {
            var next = queue.removeFirst();
            buffer.wrap(next.frame());
            out.send(next.connection(), buffer, 0, next.frame().length);
        }
    }

    private boolean strikes(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }
}
