package io.tidegate.world;

import static io.tidegate.world.Violation.must;
import static io.tidegate.world.Violation.present;

import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.risk.KillScope;
import io.tidegate.wire.EventHeader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

        /// A child that was held before.
        Child(ChildReady ready, OrderStatus before) {
            this.ready = ready;
            this.status = before;
        }

        String clientOrderId() {
            return ClientOrderId.of(ready.incarnation(), ready.childId());
        }
    }

    /// An order as the events tell it.
    static final class Order {
        final OrderAccepted accepted;
        final List<Child> children = new ArrayList<>(1);
        final Set<Long> held = new TreeSet<>();
        final Set<Flag> flags = EnumSet.noneOf(Flag.class);
        OrderStatus status = OrderStatus.PENDING;
        long filled;
        long quantity;
        /// The most that it was ever for.
        long quantityMax;

        Order(OrderAccepted accepted) {
            this.accepted = accepted;
            this.quantity = accepted.terms().quantity();
            this.quantityMax = quantity;
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
    private final Map<String, List<Order>> groups = new TreeMap<>();
    private final Set<Order> toCheck = new LinkedHashSet<>();
    private final Set<Long> turned = new TreeSet<>();
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
        if (header.index() == 0) {
            checkCommand();
        }
        switch (event) {
            case OrderAccepted accepted -> accept(accepted);
            case OrderMoved moved -> move(moved);
            case ChildReady ready -> handOut(ready);
            case ChildHeld held -> hold(held);
            case OrderAmended amended -> amend(amended);
            case OrderFlagged flagged -> flag(flagged);
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
        var order = new Order(accepted);
        must(orders.put(accepted.orderId(), order) == null, "an order id is given once", accepted);
        if (accepted.terms().link().isGrouped()) {
            groups.computeIfAbsent(accepted.terms().link().group(), name -> new ArrayList<>())
                    .add(order);
        }
    }

    private void hold(ChildHeld held) {
        Order order = present(orders.get(held.orderId()), "a child has a parent", held);
        must(held.price() > 0 && held.quantity() > 0, "what is held has a size and a finite worst price", held);
        must(!children.containsKey(held.childId()), "what was handed out is held no more", held);
        order.held.add(held.childId());
    }

    private void amend(OrderAmended amended) {
        Order order = present(orders.get(amended.orderId()), "an order is accepted before it changes", amended);
        order.quantity = amended.now().quantity();
        order.quantityMax = Math.max(order.quantityMax, order.quantity);
    }

    private void flag(OrderFlagged flagged) {
        Order order = orders.get(flagged.orderId());
        if (order != null) {
            order.flags.add(flagged.flag());
            if (flagged.flag() == Flag.REDUCED_BEYOND) {
                turned.remove(flagged.orderId());
            }
        }
    }

    private void move(OrderMoved moved) {
        Order order = present(orders.get(moved.orderId()), "an order is accepted before it moves", moved);
        must(order.status == moved.from(), "a status follows the one before", order.status + ", " + moved);
        must(!order.status.isTerminal(), "nothing moves a terminal order", moved);
        must(moved.to() != OrderStatus.PENDING, "nothing leads back to PENDING", moved);
        if (moved.to().isTerminal()) {
            must(moved.evidence() != Evidence.NONE, "every end has evidence", moved);
            must(
                    (moved.to() == OrderStatus.FILLED) == (order.filled >= order.quantity),
                    "an order is FILLED when its fills add up to it",
                    order.filled + ", " + moved);
            for (Child child : order.children) {
                must(child.status.isTerminal(), "a child never outlives its parent", moved);
            }
            must(order.held.isEmpty(), "nothing of an ended order is held", moved);
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
        var child = order.held.remove(ready.childId()) ? new Child(ready, OrderStatus.PENDING) : new Child(ready);
        must(children.put(ready.childId(), child) == null, "a child id is given once", ready);
        order.children.add(child);
        must(byClientOrderId.put(child.clientOrderId(), child) == null, "a client order id is given once", ready);
    }

    private void move(ChildMoved moved) {
        if (!children.containsKey(moved.childId())) {
            Order order = present(orders.get(moved.orderId()), "a child has a parent", moved);
            must(order.held.remove(moved.childId()), "a child is held or handed out before it moves", moved);
            must(moved.from() == OrderStatus.PENDING && moved.to().isTerminal(), "what is held only ends", moved);
            return;
        }
        Child child = present(children.get(moved.childId()), "a child is handed out before it moves", moved);
        must(child.status == moved.from(), "a status follows the one before", child.status + ", " + moved);
        must(!child.status.isTerminal(), "nothing moves a terminal child", moved);
        boolean handedOut = moved.from() == OrderStatus.PENDING && moved.to() == OrderStatus.SUBMITTED;
        boolean back = moved.to() == OrderStatus.SUBMITTED || moved.to() == OrderStatus.PENDING;
        must(handedOut || !back, "no report leads back", moved);
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
            Order order = present(orders.get(fill.orderId()), "a fill's order was accepted", fill);
            order.filled += fill.quantity();
            toCheck.add(order);
            noteTurn(fill, order);
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

    /// A reduce-only fill that opens or turns a position must be flagged before the command is over.
    private void noteTurn(FillBooked fill, Order order) {
        long before = bought.getOrDefault(new Held(fill.venueAccount(), fill.instrument()), 0L);
        long closable = Math.max(0, fill.side() == Side.SELL ? before : -before);
        if (order.accepted.terms().reduceOnly() && fill.quantity() > closable) {
            turned.add(fill.orderId());
        }
    }

    /// What fills may not do to their order and its group, unless it is flagged.
    private void checkFilled(Order order) {
        must(order.filled <= order.quantityMax, "no order is filled beyond what it was for", order.accepted);
        Link link = order.accepted.terms().link();
        if (!link.isGrouped()) {
            return;
        }
        long entered = 0;
        long left = 0;
        boolean told = false;
        for (Order leg : groups.getOrDefault(link.group(), List.of())) {
            GroupRole role = leg.accepted.terms().link().role();
            entered += role == GroupRole.BRACKET_ENTRY ? leg.filled : role == GroupRole.OCO ? leg.quantityMax : 0;
            left += role == GroupRole.BRACKET_EXIT || role == GroupRole.OCO ? leg.filled : 0;
            told |= leg.flags.contains(Flag.GROUP_OVER_FILL);
        }
        long allowed = link.role() == GroupRole.OCO ? entered / 2 : entered;
        must(left <= allowed || told, "a group does one of two, or says so", left + " of " + allowed + " " + link);
    }

    /// What must hold whenever a command is over.
    private void checkCommand() {
        toCheck.forEach(this::checkFilled);
        toCheck.clear();
        must(turned.isEmpty(), "a reduce-only order turns no position, or says so", turned);
    }

    /// Positions must be the sums of fills, at any time between two commands.
    void checkSums() {
        checkCommand();
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
