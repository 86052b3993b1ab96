package io.tidegate.world;

import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.simulator.venue.Listing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A client with more courage than sense: places orders around the market, cancels, repeats itself, and never waits.
final class Trader {
    private static final int OPEN_MAX = 60;

    private final List<Listing> listings;
    private final Dice dice;
    private final CommandSender sender;
    private final EventReader events;
    private final long meanNs;
    private final SpecialOrders special;
    private final Map<Integer, MarkSet> marks = new TreeMap<>();
    private final List<Long> open = new ArrayList<>();
    private final ArrayDeque<Command> unsent = new ArrayDeque<>();
    private final ArrayDeque<PlaceOrder> placed = new ArrayDeque<>();
    private long keys;
    private long nextNs;
    private boolean isResting;
    private long accepted;
    private long refused;
    private long repeated;

    /// @param meanNs mean time between two actions
    Trader(Journal journal, List<Listing> listings, Dice dice, long meanNs, long nowNs) {
        this.listings = listings;
        this.dice = dice;
        this.meanNs = meanNs;
        this.special = new SpecialOrders(dice);
        this.sender = new CommandSender("trader", dice.nextLong(), journal.writer(), 1_024);
        this.events = EventReader.resume(journal, EventMark.START);
        this.nextNs = nowNs;
    }

    int poll(long nowNs) {
        int work = events.poll(nowNs, (position, header, event) -> {
            sender.onEvent(header, event);
            notice(event);
        });
        if (!isResting && nowNs >= nextNs) {
            nextNs = nowNs + dice.waitNs(meanNs);
            act(nowNs);
        }
        while (!unsent.isEmpty() && sender.send(unsent.peek()).isPresent()) {
            unsent.remove();
            work++;
        }
        return work + sender.poll(nowNs);
    }

    /// Does nothing more but listen.
    void rest() {
        isResting = true;
    }

    long nextNs() {
        return isResting ? Long.MAX_VALUE : nextNs;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    long repeated() {
        return repeated;
    }

    private void notice(Event event) {
        switch (event) {
            case MarkSet mark -> marks.put(mark.instrument(), mark);
            case OrderAccepted order -> {
                accepted++;
                open.add(order.orderId());
            }
            case OrderMoved moved when moved.to().isTerminal() -> open.remove(Long.valueOf(moved.orderId()));
            case OrderRefused _ -> refused++;
            case OrderRepeated _ -> repeated++;
            default -> {}
        }
    }

    private void act(long nowNs) {
        if (marks.isEmpty() || unsent.size() > 100) {
            return;
        }
        int what = (int) dice.between(0, 99);
        if (!open.isEmpty() && (what < 30 || open.size() > OPEN_MAX)) {
            unsent.add(new CancelOrder(Operator.ACCOUNT, dice.pick(open), "", "trader", ""));
        } else if (what < 33 && !placed.isEmpty()) {
            unsent.add(dice.chance(50) ? placed.getFirst() : placed.getLast());
        } else if (what < 42 && !open.isEmpty()) {
            unsent.add(amendment());
        } else if (what < 60) {
            unsent.addAll(specialOrders(nowNs));
        } else {
            PlaceOrder order = order(nowNs);
            unsent.add(order);
            placed.addLast(order);
            if (placed.size() > 20) {
                placed.removeFirst();
            }
        }
    }

    /// Other terms for some order, of which many are refused: too small, not on the grid, over already.
    private AmendOrder amendment() {
        long orderId = dice.pick(open);
        PlaceOrder like = placed.isEmpty() ? null : dice.pick(List.copyOf(placed));
        long quantity = like == null || dice.chance(40) ? 0 : like.terms().quantity();
        long price = like == null || (quantity != 0 && dice.chance(50))
                ? 0
                : like.terms().price();
        return new AmendOrder(Operator.ACCOUNT, orderId, "", quantity, price, 0, "trader", "");
    }

    private List<PlaceOrder> specialOrders(long nowNs) {
        MarkSet mark = dice.pick(List.copyOf(marks.values()));
        Listing listing = listings.get(mark.instrument() - 1);
        long lot = listing.grid().lot();
        long quote = dice.between(20, 200) * pow10(listing.instrument().scales());
        long units = Math.max(2, quote / Math.max(1, mark.bid()) / lot);
        return special.draw(mark, listing, units * lot, nowNs);
    }

    private PlaceOrder order(long nowNs) {
        MarkSet mark = dice.pick(List.copyOf(marks.values()));
        Listing listing = listings.get(mark.instrument() - 1);
        Side side = dice.chance(50) ? Side.BUY : Side.SELL;
        boolean market = dice.chance(15);
        TimeInForce tif =
                market || dice.chance(20) ? (dice.chance(70) ? TimeInForce.IOC : TimeInForce.FOK) : TimeInForce.GTC;
        long tick = listing.grid().tick();
        long touch = side == Side.BUY ? mark.ask() : mark.bid();
        long offsetBps = market ? 40 : dice.between(-40, 8);
        long price = touch + side.sign() * touch / 10_000 * offsetBps;
        long onGrid = side == Side.BUY
                ? listing.grid().priceDown(price)
                : listing.grid().priceUp(price);
        long lot = listing.grid().lot();
        long aboutQuote = dice.between(10, 400);
        long units = Math.max(1, aboutQuote * pow10(listing.instrument().scales()) / Math.max(tick, onGrid) / lot);
        long quantity = units * lot;
        OrderTerms terms = new OrderTerms(
                Operator.ACCOUNT,
                "",
                "t" + ++keys,
                mark.instrument(),
                side,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? TimeInForce.IOC : tif,
                quantity,
                market ? 0 : onGrid,
                0,
                Trigger.LAST,
                0,
                0,
                0,
                dice.chance(10) ? nowNs + dice.between(1, 30) * 1_000_000_000L : 0,
                false,
                false,
                0,
                Urgency.NORMAL,
                0,
                0,
                "");
        TimeInForce childTif = market ? TimeInForce.IOC : tif;
        var proposal = new ArrayList<ChildTerms>();
        if (units > 1 && dice.chance(10)) {
            long first = dice.between(1, units - 1) * lot;
            proposal.add(child(childTif, first, onGrid));
            proposal.add(child(childTif, quantity - first, onGrid));
        } else {
            proposal.add(child(childTif, quantity, onGrid));
        }
        return new PlaceOrder(terms, proposal, nowNs);
    }

    private static ChildTerms child(TimeInForce tif, long quantity, long price) {
        return new ChildTerms(Operator.VENUE_ACCOUNT, OrderType.LIMIT, tif, quantity, price, false);
    }

    private static long pow10(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
