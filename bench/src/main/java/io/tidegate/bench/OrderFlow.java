package io.tidegate.bench;

import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueTerms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands of a plain day: one instrument, and tenants with a venue account and plenty of money.
final class OrderFlow {
    static final long START_NS = 1_800_000_000_000_000_000L;

    private static final Amount FORTUNE = Amount.parse("1000000000000");
    private static final Limits LIMITS =
            new Limits(1_000_000, 1_000_000, Amount.ZERO, 500, 86_400_000_000_000L, 0, Limits.Duplicates.OFF);

    private OrderFlow() {}

    /// What sets a core up so that orders of one tenant are accepted.
    static List<Command> setUp() {
        return setUp(START_NS, 1);
    }

    /// The same for several tenants, each with its own venue account, so that together they may have more orders open
    /// than one.
    ///
    /// @param nowNs    log time, nanoseconds since 1970 UTC
    /// @param accounts how many tenants, from 1
    static List<Command> setUp(long nowNs, int accounts) {
        var commands = new ArrayList<Command>(List.of(
                new StartIncarnation(nowNs / 1_000_000),
                new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 5),
                new SetMark(1, 6_500_000, 6_500_001, nowNs)));
        for (int account = 1; account <= accounts; account++) {
            commands.add(new DefineVenueAccount(
                    account(account),
                    "binance",
                    account(account),
                    new VenueTerms(20, 5_000_000_000L, 5_000_000_000L, 30_000_000_000L)));
            commands.add(new SetGrid(account, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
            commands.add(new SetLimits(account(account), LIMITS, "bench"));
            commands.add(new ClaimVenue(account, "gateway", account));
            commands.add(new ReportBalance(account, 1, FORTUNE, 0));
            commands.add(new ReportBalance(account, 2, FORTUNE, 0));
            commands.add(new SetGate(account, 1, true, "ready"));
        }
        return List.copyOf(commands);
    }

    private static String account(int number) {
        return "desk" + number;
    }

    static OpenSource source() {
        return new OpenSource("bench", 1);
    }

    /// The n-th order of one tenant: buys and sells around the market, each of its own key.
    static PlaceOrder order(int n) {
        return order(n, START_NS, 1);
    }

    /// The same where several tenants take turns.
    static PlaceOrder order(int n, long receivedNs, int accounts) {
        Side side = (n & 1) == 0 ? Side.BUY : Side.SELL;
        long price = 6_500_000L - (long) side.sign() * (n % 100);
        int account = 1 + (n >> 1) % accounts; // each of them buys and sells
        OrderTerms terms = new OrderTerms(
                account(account),
                "",
                "k" + n,
                1,
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                100,
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
                account,
                "");
        return new PlaceOrder(
                terms,
                List.of(new ChildTerms(account, OrderType.LIMIT, TimeInForce.GTC, 100, price, false)),
                receivedNs);
    }

    static Command acknowledgement(ChildReady child) {
        return new ReportAcknowledged(child.childId(), "v" + child.childId(), Evidence.VENUE_ANSWER, START_NS);
    }

    static Command fill(ChildReady child) {
        return new ReportFill(
                child.venueAccount(),
                child.instrument(),
                child.childId(),
                "v" + child.childId(),
                "t" + child.childId(),
                child.side(),
                child.quantity(),
                Amount.ofScaled(child.price(), 2),
                Amount.product(child.price(), child.quantity(), 7),
                Amount.ofScaled(65, 3),
                2,
                Liquidity.TAKER,
                START_NS,
                Evidence.VENUE_STREAM);
    }

    /// The child in an event; null for every other event.
    static @Nullable ChildReady child(Event event) {
        return event instanceof ChildReady child ? child : null;
    }
}
