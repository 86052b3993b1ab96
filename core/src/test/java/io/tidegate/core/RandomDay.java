package io.tidegate.core;

import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.LossLimits;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.testkit.Seed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Clients and venues that do anything at any time, from a seed: sensible, late, repeated, contradictory.
final class RandomDay {
    private static final long SECOND = 1_000_000_000L;

    private final Seed seed;
    private final Scene scene;
    private final List<ChildReady> children = new ArrayList<>();
    private final List<Command> sent = new ArrayList<>();
    private final Map<Integer, Long> epochs = new TreeMap<>();
    private int trades;
    private int keys;

    RandomDay(Seed seed, Scene scene) {
        this.seed = seed;
        this.scene = scene;
        scene.events.forEach(this::notice);
    }

    /// Does one thing, or lets time pass; returns what followed.
    List<Event> step() {
        List<Event> told;
        if (seed.chance(15)) {
            told = scene.pass(seed.longBetween(1, seed.chance(10) ? 60 * SECOND : SECOND));
        } else {
            told = scene.apply(command());
        }
        told = List.copyOf(told);
        told.forEach(this::notice);
        return told;
    }

    private void notice(Event event) {
        if (event instanceof ChildReady child) {
            children.add(child);
        } else if (event instanceof VenueClaimed claimed) {
            epochs.put(claimed.venueAccount(), claimed.epoch());
        }
    }

    private Command command() {
        Command command = seed.chance(10) && !sent.isEmpty() ? seed.pick(sent) : fresh();
        sent.add(command);
        return command;
    }

    private Command fresh() {
        int venue = seed.intBetween(1, 2);
        if (children.isEmpty() || seed.chance(35)) {
            return place();
        }
        ChildReady child = children.get(children.size() - 1 - seed.random().nextInt(Math.min(8, children.size())));
        String venueId = "v" + child.childId();
        return switch (seed.intBetween(0, 15)) {
            case 0, 1 -> new CancelOrder(Scene.ACCOUNT, child.orderId(), "", "client", "");
            case 2 -> new ReportAcknowledged(child.childId(), venueId, Evidence.VENUE_STREAM, scene.nowNs);
            case 3, 4, 5, 6 -> fill(child);
            case 7, 8 ->
                new ReportEnded(
                        child.childId(),
                        seed.pick(EndKind.class),
                        seed.chance(20) ? -1 : seed.longBetween(0, child.quantity()),
                        venueId,
                        "",
                        Evidence.VENUE_ANSWER,
                        scene.nowNs);
            case 9 -> new ReportCancelRefused(child.childId(), "busy", Evidence.VENUE_ANSWER);
            case 10 -> new ReportNotSent(child.childId(), epochs.getOrDefault(child.venueAccount(), 0L), "gate");
            case 11 ->
                seed.chance(50)
                        ? new ReportUnknown(child.childId(), "timeout")
                        : new ReportAbsent(child.childId(), 1, scene.nowNs - SECOND, scene.nowNs, "by client id");
            case 12 -> {
                long revision = scene.last(BalanceChanged.class, b -> b.venueAccount() == venue && b.asset() == 1)
                        .map(BalanceChanged::revision)
                        .orElse(0L);
                yield new ReportBalance(venue, 1, Amount.ofScaled(seed.longBetween(0, 200_000), 3), revision);
            }
            case 13 -> administration(venue);
            case 14 -> correction();
            default -> money(venue);
        };
    }

    /// Corrects or busts an execution that was sent, or one that never was.
    private Command correction() {
        List<ReportFill> fills = sent.stream()
                .filter(ReportFill.class::isInstance)
                .map(ReportFill.class::cast)
                .toList();
        if (fills.isEmpty()) {
            return place();
        }
        ReportFill fill = seed.pick(fills);
        boolean bust = seed.chance(40);
        long quantity = bust ? 0 : seed.longBetween(1, 2 * fill.quantity());
        Amount price = bust ? Amount.ZERO : fill.price();
        return new ReportFillCorrected(
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                seed.chance(2) ? "never" : fill.tradeId(),
                fill.side(),
                quantity,
                price,
                Amount.of(price.decimal().multiply(BigDecimal.valueOf(quantity, 3))),
                Amount.ofScaled(seed.longBetween(-5, 50), 6),
                seed.intBetween(1, 2),
                scene.nowNs - seed.longBetween(0, SECOND),
                Evidence.VENUE_STREAM,
                "");
    }

    private Command money(int venue) {
        if (seed.chance(50)) {
            return new ReportCashFlow(
                    venue,
                    seed.intBetween(1, 2),
                    Amount.ofScaled(seed.longBetween(-1_000, 1_000), 4),
                    seed.pick(CashFlow.class),
                    seed.intBetween(0, 1),
                    "flow" + ++trades,
                    scene.nowNs,
                    "");
        }
        long quantity = seed.longBetween(1, 100);
        return new AdjustPosition(
                venue,
                1,
                seed.pick(Side.class),
                quantity,
                Amount.ofScaled(quantity * 100, 3),
                "adjustment" + ++trades,
                "anna",
                "traded by hand");
    }

    private Command lossLimits() {
        Amount first = Amount.ofScaled(seed.longBetween(1, 1_000), 0);
        var steps = new LossLimits.Steps(first, first, first.plus(first), Amount.parse("100000"));
        return new SetLossLimits(
                Scene.ACCOUNT, new LossLimits(Scene.USDT, 0, steps, steps, Amount.parse("100")), "anna");
    }

    private Command administration(int venue) {
        return switch (seed.intBetween(0, 5)) {
            case 0 -> new ClaimVenue(venue, "gateway", seed.random().nextLong());
            case 1, 2 -> new SetGate(venue, epochs.getOrDefault(venue, 0L), seed.chance(80), "reconnect");
            case 3 ->
                new SetInstrumentLimits(
                        Scene.ACCOUNT,
                        1,
                        new InstrumentLimits(seed.intBetween(0, 800), 0, seed.longBetween(2_000, 20_000)),
                        "anna");
            case 4 -> lossLimits();
            default -> new SetKillSwitch(seed.pick(KillScope.class), "", seed.chance(30), "anna", "drill");
        };
    }

    private Command place() {
        if (seed.chance(20)) {
            long bid = seed.longBetween(9_900, 10_100);
            return new SetMark(1, bid, bid + seed.longBetween(0, 20), scene.nowNs);
        }
        Side side = seed.pick(Side.class);
        long quantity = seed.longBetween(1, 2_000);
        long price = seed.longBetween(9_600, 10_400);
        TimeInForce tif = seed.pick(List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK));
        long deadlineNs = seed.chance(20) ? scene.nowNs + seed.longBetween(1, 20 * SECOND) : 0;
        OrderTerms terms = new OrderTerms(
                Scene.ACCOUNT,
                seed.chance(50) ? "s" : "",
                "key" + (seed.chance(5) ? keys : ++keys),
                1,
                side,
                OrderType.LIMIT,
                tif,
                quantity,
                price,
                0,
                Trigger.LAST,
                0,
                0,
                0,
                deadlineNs,
                false,
                false,
                0,
                Urgency.NORMAL,
                0,
                0,
                "");
        var proposal = new ArrayList<ChildTerms>();
        long left = quantity;
        while (left > 0 && proposal.size() < 3 && !seed.chance(5)) {
            long part = seed.chance(60) ? left : seed.longBetween(1, left);
            proposal.add(new ChildTerms(seed.intBetween(1, 2), OrderType.LIMIT, tif, part, price, false));
            left -= part;
        }
        return new PlaceOrder(terms, proposal, scene.nowNs);
    }

    private Command fill(ChildReady child) {
        long quantity = seed.longBetween(1, Math.max(1, child.quantity()));
        Amount price = Amount.parse(BigDecimal.valueOf(child.price(), 2).toPlainString());
        Amount quote = Amount.of(price.decimal().multiply(BigDecimal.valueOf(quantity, 3)));
        Amount rounded = seed.chance(10) ? quote.plus(new Amount(0, seed.longBetween(1, 1_000))) : quote;
        return new ReportFill(
                child.venueAccount(),
                1,
                child.childId(),
                "v" + child.childId(),
                "t" + ++trades,
                child.side(),
                quantity,
                price,
                rounded,
                Amount.ofScaled(seed.longBetween(-5, 50), 6),
                seed.intBetween(1, 2),
                Liquidity.TAKER,
                scene.nowNs,
                Evidence.VENUE_STREAM);
    }
}
