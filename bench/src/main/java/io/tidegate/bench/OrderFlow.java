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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands of a plain day: one tenant, one instrument, one venue account with plenty of money.
final class OrderFlow {
    static final long START_NS = 1_800_000_000_000_000_000L;
    static final String ACCOUNT = "desk";

    private static final Amount FORTUNE = Amount.parse("1000000000000");

    private OrderFlow() {}

    /// What sets a core up so that orders are accepted.
    static List<Command> setUp() {
        return List.of(
                new StartIncarnation(START_NS / 1_000_000),
                new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 5),
                new DefineVenueAccount(
                        ACCOUNT,
                        "binance",
                        "main",
                        new VenueTerms(20, 5_000_000_000L, 5_000_000_000L, 30_000_000_000L)),
                new SetGrid(1, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)),
                new SetLimits(
                        ACCOUNT,
                        new Limits(
                                1_000_000, 1_000_000, Amount.ZERO, 500, 86_400_000_000_000L, 0, Limits.Duplicates.OFF),
                        "bench"),
                new ClaimVenue(1, "gateway", 1),
                new ReportBalance(1, 1, FORTUNE, 0),
                new ReportBalance(1, 2, FORTUNE, 0),
                new SetGate(1, 1, true, "ready"),
                new SetMark(1, 6_500_000, 6_500_001, START_NS));
    }

    static OpenSource source() {
        return new OpenSource("bench", 1);
    }

    /// The n-th order: buys and sells around the market, each of its own key.
    static PlaceOrder order(int n) {
        Side side = (n & 1) == 0 ? Side.BUY : Side.SELL;
        long price = 6_500_000L - (long) side.sign() * (n % 100);
        OrderTerms terms = new OrderTerms(
                ACCOUNT,
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
                1,
                "");
        return new PlaceOrder(
                terms, List.of(new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, 100, price, false)), START_NS);
    }

    static Command acknowledgement(ChildReady child) {
        return new ReportAcknowledged(child.childId(), "v" + child.childId(), Evidence.VENUE_ANSWER, START_NS);
    }

    static Command fill(ChildReady child) {
        return new ReportFill(
                1,
                1,
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
