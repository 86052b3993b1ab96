package io.tidegate.records;

import io.tidegate.core.Engine;
import io.tidegate.host.HostSettings;
import io.tidegate.host.InMemoryJournal;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
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

/// A journal in which orders are placed, acknowledged and filled on request: BTC/USDT at scales 2 and 5, 1,000 BTC and
/// 100,000,000 USDT at venue account `desk/binance:main`.
final class TradedJournal {
    private static final long STEP_NS = 1_000_000;

    private final InMemoryJournal journal = new InMemoryJournal(Engine::new, HostSettings.defaults());
    private final CommandSender sender = new CommandSender("test", 7, journal.writer(), 1_024);
    private final EventReader reader = EventReader.resume(journal, EventMark.START);
    private final List<Event> events = new ArrayList<>();
    private long nowNs = 1_800_000_000_000_000_000L;
    private int placed;

    TradedJournal() {
        tell(new StartIncarnation(nowNs / 1_000_000));
        tell(new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 5));
        tell(new DefineVenueAccount(
                "desk", "binance", "main", new VenueTerms(20, 5_000_000_000L, 5_000_000_000L, 1_000_000_000)));
        tell(new SetGrid(1, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
        tell(new SetLimits(
                "desk",
                new Limits(100_000, 100_000, Amount.ZERO, 500, 86_400_000_000_000L, 0, Limits.Duplicates.OFF),
                "t"));
        tell(new SetMark(1, 6_500_000, 6_500_001, nowNs));
        tell(new ClaimVenue(1, "gateway", 1));
        tell(new ReportBalance(1, 1, Amount.parse("1000"), 0));
        tell(new ReportBalance(1, 2, Amount.parse("100000000"), 0));
        tell(new SetGate(1, 1, true, "ready"));
    }

    Journal journal() {
        return journal;
    }

    List<Event> events() {
        return events;
    }

    /// One whole life; returns the child's id.
    long trade(Side side, long quantity, long price) {
        int before = events.size();
        place("account", side, quantity, price);
        var child = events.subList(before, events.size()).stream()
                .filter(ChildReady.class::isInstance)
                .map(ChildReady.class::cast)
                .findFirst()
                .orElseThrow();
        tell(new ReportAcknowledged(child.childId(), "v" + child.childId(), Evidence.VENUE_ANSWER, nowNs));
        tell(new ReportFill(
                1,
                1,
                child.childId(),
                "v" + child.childId(),
                "t" + child.childId(),
                side,
                quantity,
                Amount.ofScaled(price, 2),
                Amount.product(price, quantity, 7),
                Amount.parse("0.065"),
                2,
                Liquidity.TAKER,
                nowNs,
                Evidence.VENUE_STREAM));
        return child.childId();
    }

    /// Places an order to sell for next to nothing, which the collar refuses.
    void refusedTrade() {
        place("refused", Side.SELL, 1_000, 1);
    }

    private void place(String strategy, Side side, long quantity, long price) {
        var terms = new OrderTerms(
                "desk",
                strategy,
                "k" + placed++,
                1,
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
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
                1,
                "");
        var child = new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, quantity, price, false);
        tell(new PlaceOrder(terms, List.of(child), nowNs));
    }

    private void tell(Command command) {
        sender.send(command);
        do {
            nowNs += STEP_NS;
            sender.poll(nowNs);
            journal.step(nowNs);
            while (reader.poll(nowNs, (position, header, event) -> {
                        events.add(event);
                        sender.onEvent(header, event);
                    })
                    > 0) {
                // all of it
            }
        } while (sender.pendingCount() > 0);
    }
}
