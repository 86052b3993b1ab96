package io.tidegate.core;

import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A core with one tenant, BTC/USDT (price scale 2, quantity scale 3) at two venue accounts, 1,000,000 USDT and 100 BTC
/// at each, a reference of 100.00 / 100.10, and every event that it has told.
final class Scene {
    static final String ACCOUNT = "desk";
    static final VenueTerms TERMS = new VenueTerms(100, 5_000_000_000L, 5_000_000_000L, 30_000_000_000L);
    static final Limits WIDE =
            new Limits(100_000, 100_000, Amount.ZERO, 500, 10_000_000_000L, 0, Limits.Duplicates.OFF);
    static final long START_NS = 1_800_000_000_000_000_000L;
    static final int BTC = 1;
    static final int USDT = 2;

    Engine engine = new Engine();
    final List<Event> events = new ArrayList<>();
    long nowNs = START_NS;
    private int keys;
    private int trades;

    Scene() {
        this(TERMS);
    }

    /// With venues that do so much natively.
    Scene(VenueTerms venueTerms) {
        apply(new StartIncarnation(nowNs / 1_000_000));
        apply(new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 3));
        for (int venue = 1; venue <= 2; venue++) {
            apply(new DefineVenueAccount(ACCOUNT, "binance", "v" + venue, venueTerms));
            apply(new SetGrid(venue, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
            apply(new ClaimVenue(venue, "gateway", venue));
            apply(new ReportBalance(venue, BTC, Amount.parse("100"), 0));
            apply(new ReportBalance(venue, USDT, Amount.parse("1000000"), 0));
            apply(new SetGate(venue, 1, true, "ready"));
        }
        apply(new SetLimits(ACCOUNT, WIDE, "test"));
        apply(new SetMark(1, 10_000, 10_010, nowNs));
    }

    /// A venue that does that natively, beside the plain things.
    static VenueTerms doing(VenueFeature... features) {
        return new VenueTerms(
                100, 5_000_000_000L, 5_000_000_000L, 30_000_000_000L, Set.copyOf(List.of(features)), List.of());
    }

    /// The market moves to that bid, with an ask 0.10 above it.
    List<Event> market(long bid) {
        return apply(new SetMark(1, bid, bid + 10, nowNs));
    }

    /// The order that the last event of acceptance told of.
    long orderId(String key) {
        return last(OrderAccepted.class, a -> a.terms().clientKey().equals(key))
                .orElseThrow()
                .orderId();
    }

    /// Asks for other terms; 0 leaves one as it is.
    List<Event> amend(String key, long quantity, long price, long stopPrice) {
        return apply(new AmendOrder(ACCOUNT, 0, key, quantity, price, stopPrice, "test", ""));
    }

    /// The newest child of an order that was handed out.
    ChildReady child(String key) {
        long id = orderId(key);
        return last(ChildReady.class, child -> child.orderId() == id).orElseThrow();
    }

    OrderStatus status(String key) {
        return status(orderId(key));
    }

    /// Applies a command now and returns what followed, after firing what is due.
    List<Event> apply(Command command) {
        int before = events.size();
        engine.apply(command, nowNs, events::add);
        fire();
        return events.subList(before, events.size());
    }

    /// Lets time pass and fires what is due.
    List<Event> pass(long ns) {
        int before = events.size();
        nowNs += ns;
        fire();
        return events.subList(before, events.size());
    }

    private void fire() {
        while (engine.nextDueNs() <= nowNs) {
            engine.fireDue(nowNs, events::add);
        }
    }

    /// The same core as it comes out of its own snapshot.
    void restart() {
        var lines = new ArrayList<Event>();
        engine.snapshot(lines::add);
        engine = new Engine();
        lines.forEach(engine::restore);
    }

    static OrderTerms terms(String key, Side side, OrderType type, TimeInForce tif, long quantity, long price) {
        return new OrderTerms(
                ACCOUNT,
                "",
                key,
                1,
                side,
                type,
                tif,
                quantity,
                price,
                0,
                Trigger.LAST,
                0,
                0,
                0,
                0,
                false,
                false,
                0,
                Urgency.NORMAL,
                0,
                0,
                "");
    }

    /// A plain buy of 10 at 100.00 that must be done by then.
    PlaceOrder timed(long deadlineNs) {
        OrderTerms plain = terms("timed", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 10_000);
        return whole(new OrderTerms(
                ACCOUNT,
                "",
                plain.clientKey(),
                1,
                plain.side(),
                plain.type(),
                plain.tif(),
                10,
                10_000,
                0,
                plain.trigger(),
                0,
                0,
                0,
                deadlineNs,
                false,
                false,
                0,
                plain.urgency(),
                0,
                0,
                ""));
    }

    PlaceOrder limit(Side side, long quantity, long price) {
        return whole(terms("k" + ++keys, side, OrderType.LIMIT, TimeInForce.GTC, quantity, price));
    }

    PlaceOrder whole(OrderTerms terms) {
        var child = new ChildTerms(1, OrderType.LIMIT, terms.tif(), terms.quantity(), terms.price(), false);
        return new PlaceOrder(terms, List.of(child), nowNs);
    }

    /// Places an order of one child, which must be accepted.
    ChildReady place(Side side, long quantity, long price) {
        return only(ChildReady.class, apply(limit(side, quantity, price)));
    }

    Refusal refused(Command command) {
        return only(OrderRefused.class, apply(command)).refusal();
    }

    List<Event> acknowledge(ChildReady child) {
        return apply(new ReportAcknowledged(child.childId(), "v" + child.childId(), Evidence.VENUE_ANSWER, nowNs));
    }

    ReportFill fillOf(ChildReady child, String trade, long quantity, String price, String fee, int feeAsset) {
        Amount at = Amount.parse(price);
        Amount quote = Amount.of(at.decimal().multiply(BigDecimal.valueOf(quantity, 3)));
        return new ReportFill(
                child.venueAccount(),
                1,
                child.childId(),
                "v" + child.childId(),
                trade,
                child.side(),
                quantity,
                at,
                quote,
                Amount.parse(fee),
                feeAsset,
                Liquidity.TAKER,
                nowNs,
                Evidence.VENUE_STREAM);
    }

    /// Fills part of a child at its own price, without a fee.
    List<Event> fill(ChildReady child, long quantity) {
        String price = BigDecimal.valueOf(child.price(), 2).toPlainString();
        return apply(fillOf(child, "t" + ++trades, quantity, price, "0", 0));
    }

    List<Event> end(ChildReady child, EndKind kind, long cumulative) {
        return apply(new ReportEnded(
                child.childId(), kind, cumulative, "v" + child.childId(), "", Evidence.VENUE_STREAM, nowNs));
    }

    List<Event> cancel(ChildReady child) {
        return apply(new CancelOrder(ACCOUNT, child.orderId(), "", "test", ""));
    }

    /// The last status that was told of an order.
    OrderStatus status(long orderId) {
        OrderStatus status = null;
        for (Event event : events) {
            if (event instanceof OrderAccepted accepted && accepted.orderId() == orderId) {
                status = OrderStatus.PENDING;
            } else if (event instanceof OrderMoved moved && moved.orderId() == orderId) {
                status = moved.to();
            }
        }
        return Objects.requireNonNull(status, "no order " + orderId);
    }

    BalanceChanged balance(int venueAccount, int asset) {
        return last(BalanceChanged.class, b -> b.venueAccount() == venueAccount && b.asset() == asset)
                .orElseThrow();
    }

    PositionChanged position(int venueAccount) {
        return last(PositionChanged.class, p -> p.venueAccount() == venueAccount)
                .orElseThrow();
    }

    <E extends Event> Optional<E> last(Class<E> kind, Predicate<E> which) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .reduce((first, second) -> second);
    }

    static <E extends Event> List<E> all(Class<E> kind, List<Event> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static <E extends Event> E only(Class<E> kind, List<Event> events) {
        List<E> found = all(kind, events);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + " in " + events);
        }
        return found.getFirst();
    }
}
