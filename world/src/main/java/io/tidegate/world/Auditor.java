package io.tidegate.world;

import static io.tidegate.world.Violation.must;
import static io.tidegate.world.Violation.present;

import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.risk.KillScope;
import io.tidegate.wire.EventHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads every event as anybody could, keeps books of its own from them alone, and stops at the first that must not be
/// (SPEC SIM-3, DESIGN "what must never happen"). What it has read, [Agreement] compares with the venue's truth.
final class Auditor {
    /// A child as the events tell it.
    static final class Child {
        final ChildReady ready;
        OrderStatus status = OrderStatus.SUBMITTED;
        long filled;

        Child(ChildReady ready) {
            this.ready = ready;
        }

        String clientOrderId() {
            return ClientOrderId.of(ready.incarnation(), ready.childId());
        }
    }

    /// An order as the events tell it.
    static final class Order {
        final OrderAccepted accepted;
        final List<Child> children = new ArrayList<>(1);
        OrderStatus status = OrderStatus.PENDING;
        long filled;

        Order(OrderAccepted accepted) {
            this.accepted = accepted;
        }
    }

    private record Held(int venueAccount, int what) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            return venueAccount != other.venueAccount
                    ? Integer.compare(venueAccount, other.venueAccount)
                    : Integer.compare(what, other.what);
        }
    }

    private final Map<Long, Order> orders = new TreeMap<>();
    private final Map<Long, Child> children = new TreeMap<>();
    private final Map<String, Child> byClientOrderId = new TreeMap<>();
    private final Set<String> fillKeys = new HashSet<>();
    private final Map<String, FillBooked> fills = new TreeMap<>();
    private final Map<Held, BalanceChanged> balances = new TreeMap<>();
    private final Map<Held, Long> positions = new TreeMap<>();
    private final Map<Held, Long> bought = new TreeMap<>();
    private final Map<Integer, Long> epochs = new TreeMap<>();
    private final Set<Integer> openGates = new TreeSet<>();
    private final Set<KillScope> stopped = new TreeSet<>();
    private final MoneyAudit money = new MoneyAudit();
    private long events;
    private long refusals;

    /// Takes the next event; lines of images are not for this reader, who has seen everything.
    void onEvent(EventHeader header, Event event) {
        events++;
        if (header.image()) {
            return;
        }
        money.onEvent(header.index(), event);
        switch (event) {
            case OrderAccepted accepted -> accept(accepted);
            case OrderMoved moved -> move(moved);
            case ChildReady ready -> handOut(ready);
            case ChildMoved moved -> move(moved);
            case FillBooked fill -> book(fill);
            case FillCorrected fill -> correct(fill);
            case BalanceChanged balance -> {
                must(balance.reserved().signum() >= 0, "a reservation is never negative", balance);
                balances.put(new Held(balance.venueAccount(), balance.asset()), balance);
            }
            case PositionChanged position ->
                positions.put(new Held(position.venueAccount(), position.instrument()), position.quantity());
            case VenueClaimed claimed -> {
                long before = epochs.getOrDefault(claimed.venueAccount(), 0L);
                must(claimed.epoch() == before + 1, "an epoch rises with each claim", claimed);
                epochs.put(claimed.venueAccount(), claimed.epoch());
            }
            case GateChanged gate -> {
                if (gate.open()) {
                    openGates.add(gate.venueAccount());
                } else {
                    openGates.remove(gate.venueAccount());
                }
            }
            case KillSwitchSet set -> {
                if (set.engaged()) {
                    stopped.add(set.scope());
                } else {
                    stopped.remove(set.scope());
                }
            }
            case OrderRefused _ -> refusals++;
            default -> {}
        }
    }

    private void accept(OrderAccepted accepted) {
        must(orders.put(accepted.orderId(), new Order(accepted)) == null, "an order id is given once", accepted);
    }

    private void move(OrderMoved moved) {
        Order order = present(orders.get(moved.orderId()), "an order is accepted before it moves", moved);
        must(order.status == moved.from(), "a status follows the one before", order.status + ", " + moved);
        must(!order.status.isTerminal(), "nothing moves a terminal order", moved);
        must(moved.to() != OrderStatus.PENDING, "nothing leads back to PENDING", moved);
        if (moved.to().isTerminal()) {
            must(moved.evidence() != Evidence.NONE, "every end has evidence", moved);
            must(
                    (moved.to() == OrderStatus.FILLED)
                            == (order.filled >= order.accepted.terms().quantity()),
                    "an order is FILLED when its fills add up to it",
                    order.filled + ", " + moved);
            for (Child child : order.children) {
                must(child.status.isTerminal(), "a child never outlives its parent", moved);
            }
        }
        order.status = moved.to();
    }

    private void handOut(ChildReady ready) {
        int venueAccount = ready.venueAccount();
        Order order = present(orders.get(ready.orderId()), "a child has a parent", ready);
        must(ready.price() > 0, "every child has a finite worst price", ready);
        must(epochs.getOrDefault(venueAccount, 0L) == ready.epoch(), "a child bears the present lease", ready);
        must(openGates.contains(venueAccount), "nothing is handed out through a closed gate", ready);
        must(!stopped.contains(KillScope.ALL), "nothing is handed out under the kill switch", ready);
        var child = new Child(ready);
        must(children.put(ready.childId(), child) == null, "a child id is given once", ready);
        order.children.add(child);
        must(byClientOrderId.put(child.clientOrderId(), child) == null, "a client order id is given once", ready);
    }

    private void move(ChildMoved moved) {
        Child child = present(children.get(moved.childId()), "a child is handed out before it moves", moved);
        must(child.status == moved.from(), "a status follows the one before", child.status + ", " + moved);
        must(!child.status.isTerminal(), "nothing moves a terminal child", moved);
        must(moved.to() != OrderStatus.SUBMITTED && moved.to() != OrderStatus.PENDING, "no report leads back", moved);
        must(!moved.to().isTerminal() || moved.evidence() != Evidence.NONE, "every end has evidence", moved);
        must(moved.filled() == child.filled, "a child's filled quantity is the sum of its fills", moved);
        child.status = moved.to();
    }

    private void book(FillBooked fill) {
        String key = fill.venueAccount() + "/" + fill.instrument() + "/" + fill.venueOrderId() + "/" + fill.tradeId();
        must(fillKeys.add(key), "a fill is booked once", fill);
        fills.put(key, fill);
        if (fill.childId() != 0) {
            present(children.get(fill.childId()), "a fill's child was handed out", fill).filled += fill.quantity();
            present(orders.get(fill.orderId()), "a fill's order was accepted", fill).filled += fill.quantity();
        }
        bought.merge(
                new Held(fill.venueAccount(), fill.instrument()),
                fill.side() == Side.BUY ? fill.quantity() : -fill.quantity(),
                Long::sum);
    }

    private void correct(FillCorrected fill) {
        String key = fill.venueAccount() + "/" + fill.instrument() + "/" + fill.venueOrderId() + "/" + fill.tradeId();
        must(fillKeys.contains(key), "what is corrected was booked", fill);
        long change = fill.quantity() - fill.quantityBefore();
        if (fill.childId() != 0) {
            present(children.get(fill.childId()), "a fill's child was handed out", fill).filled += change;
            present(orders.get(fill.orderId()), "a fill's order was accepted", fill).filled += change;
        }
        bought.merge(
                new Held(fill.venueAccount(), fill.instrument()),
                fill.side() == Side.BUY ? change : -change,
                Long::sum);
    }

    /// Positions must be the sums of fills, at any time between two commands.
    void checkSums() {
        must(positions.equals(bought), "positions are the sums of fills", positions + " against " + bought);
        money.check();
    }

    Map<Long, Order> orders() {
        return orders;
    }

    Map<Long, Child> children() {
        return children;
    }

    /// Our child of that client order id; null when none was ever handed out under it.
    @Nullable
    Child child(String clientOrderId) {
        return byClientOrderId.get(clientOrderId);
    }

    Map<String, FillBooked> fills() {
        return fills;
    }

    Amount total(int venueAccount, int asset) {
        BalanceChanged balance = balances.get(new Held(venueAccount, asset));
        return balance == null ? Amount.ZERO : balance.total();
    }

    Amount reserved(int venueAccount, int asset) {
        BalanceChanged balance = balances.get(new Held(venueAccount, asset));
        return balance == null ? Amount.ZERO : balance.reserved();
    }

    long events() {
        return events;
    }

    long refusals() {
        return refusals;
    }
}
