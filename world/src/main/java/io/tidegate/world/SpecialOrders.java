package io.tidegate.world;

import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Constraints;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.simulator.venue.Listing;
import java.util.List;

/// Orders that the core has to do something for: stops, trails, icebergs, what ends at a time, what only reduces, and
/// groups. All close enough to the market that much of it happens.
final class SpecialOrders {
    private static final long SECOND = 1_000_000_000L;

    private final Dice dice;
    private long keys;

    SpecialOrders(Dice dice) {
        this.dice = dice;
    }

    /// One order, or all of a group, sometimes in an order that makes the core wait.
    List<PlaceOrder> draw(MarkSet mark, Listing listing, long quantity, long nowNs) {
        var near = new Near(mark, listing.grid());
        Side side = dice.chance(50) ? Side.BUY : Side.SELL;
        return switch ((int) dice.between(0, 6)) {
            case 0 -> List.of(stop(near, side, quantity, nowNs, Link.NONE));
            case 1 -> List.of(trailing(near, side, quantity, nowNs));
            case 2 -> List.of(iceberg(near, side, quantity, listing.grid(), nowNs));
            case 3 -> List.of(dated(near, side, quantity, nowNs));
            case 4 -> List.of(reducing(near, side, quantity, nowNs));
            case 5 -> straddle(near, quantity, nowNs);
            default -> bracket(near, side, quantity, nowNs);
        };
    }

    private PlaceOrder stop(Near near, Side side, long quantity, long nowNs, Link link) {
        long stop = near.beyond(side, dice.between(1, 12));
        boolean limited = dice.chance(40);
        long worst = near.worse(side, stop, 100);
        OrderType type = limited ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET;
        var terms = new Wish(side, type, quantity, limited ? worst : 0, stop, TimeInForce.GTC);
        return placed(terms, near.instrument(), limited ? TimeInForce.GTC : TimeInForce.IOC, worst, link, nowNs);
    }

    private PlaceOrder trailing(Near near, Side side, long quantity, long nowNs) {
        var terms = new Wish(side, OrderType.TRAILING_STOP, quantity, 0, 0, TimeInForce.GTC);
        terms.trailingBps = (int) dice.between(2, 15);
        long worst = near.worse(side, near.beyond(side, terms.trailingBps), 60);
        return placed(terms, near.instrument(), TimeInForce.IOC, worst, Link.NONE, nowNs);
    }

    private PlaceOrder iceberg(Near near, Side side, long quantity, Grid grid, long nowNs) {
        long price = near.inside(side, dice.between(-2, 6));
        var terms = new Wish(side, OrderType.LIMIT, quantity, price, 0, TimeInForce.GTC);
        terms.display = Math.max(grid.lot(), quantity / 2 / grid.lot() * grid.lot());
        return placed(terms, near.instrument(), TimeInForce.GTC, price, Link.NONE, nowNs);
    }

    private PlaceOrder dated(Near near, Side side, long quantity, long nowNs) {
        long price = near.inside(side, dice.between(1, 20));
        var terms = new Wish(side, OrderType.LIMIT, quantity, price, 0, TimeInForce.GTD);
        terms.expiresAtNs = nowNs + dice.between(1, 30) * SECOND;
        terms.selfTrade = dice.chance(50) ? SelfTrade.CANCEL_OLDER : SelfTrade.CANCEL_BOTH;
        return placed(terms, near.instrument(), TimeInForce.GTC, price, Link.NONE, nowNs);
    }

    private PlaceOrder reducing(Near near, Side side, long quantity, long nowNs) {
        long price = near.inside(side, dice.between(-4, 6));
        var terms = new Wish(side, OrderType.LIMIT, quantity, price, 0, TimeInForce.GTC);
        terms.reduceOnly = true;
        return placed(terms, near.instrument(), TimeInForce.GTC, price, Link.NONE, nowNs);
    }

    /// A buy below and a sell above, of which only one shall be done.
    private List<PlaceOrder> straddle(Near near, long quantity, long nowNs) {
        var link = new Link(GroupRole.OCO, "g" + ++keys);
        long low = near.inside(Side.BUY, dice.between(1, 8));
        long high = near.inside(Side.SELL, dice.between(1, 8));
        var buy = new Wish(Side.BUY, OrderType.LIMIT, quantity, low, 0, TimeInForce.GTC);
        var sell = new Wish(Side.SELL, OrderType.LIMIT, quantity, high, 0, TimeInForce.GTC);
        return List.of(
                placed(buy, near.instrument(), TimeInForce.GTC, low, link, nowNs),
                placed(sell, near.instrument(), TimeInForce.GTC, high, link, nowNs));
    }

    private List<PlaceOrder> bracket(Near near, Side side, long quantity, long nowNs) {
        String group = "g" + ++keys;
        long price = near.inside(side, dice.between(-4, 4));
        var entry = new Wish(side, OrderType.LIMIT, quantity, price, 0, TimeInForce.GTC);
        Side exit = side.opposite();
        long gain = near.inside(exit, dice.between(2, 15));
        var exits = new Link(GroupRole.BRACKET_EXIT, group);
        var target = new Wish(exit, OrderType.LIMIT, quantity, gain, 0, TimeInForce.GTC);
        PlaceOrder first = placed(
                entry, near.instrument(), TimeInForce.GTC, price, new Link(GroupRole.BRACKET_ENTRY, group), nowNs);
        PlaceOrder second = placed(target, near.instrument(), TimeInForce.GTC, gain, exits, nowNs);
        PlaceOrder third = stop(near, exit, quantity, nowNs, exits);
        return dice.chance(5) ? List.of(second, first) : List.of(first, second, third);
    }

    private PlaceOrder placed(Wish wish, int instrument, TimeInForce childTif, long worst, Link link, long nowNs) {
        var terms = new OrderTerms(
                Operator.ACCOUNT,
                "",
                "s" + ++keys,
                instrument,
                wish.side,
                wish.type,
                wish.tif,
                wish.quantity,
                wish.price,
                wish.stopPrice,
                dice.chance(50) ? Trigger.BID_ASK : Trigger.MARK,
                0,
                wish.trailingBps,
                wish.expiresAtNs,
                0,
                false,
                wish.reduceOnly,
                wish.display,
                Urgency.NORMAL,
                0,
                0,
                "",
                new Constraints(List.of(), List.of(), 0, false, 0, wish.selfTrade, ""),
                link);
        var child = new ChildTerms(Operator.VENUE_ACCOUNT, OrderType.LIMIT, childTif, wish.quantity, worst, false);
        return new PlaceOrder(terms, List.of(child), nowNs);
    }

    /// What differs from order to order.
    private static final class Wish {
        private final Side side;
        private final OrderType type;
        private final long quantity;
        private final long price;
        private final long stopPrice;
        private final TimeInForce tif;
        private int trailingBps;
        private long expiresAtNs;
        private long display;
        private boolean reduceOnly;
        private SelfTrade selfTrade = SelfTrade.REFUSE_NEWER;

        Wish(Side side, OrderType type, long quantity, long price, long stopPrice, TimeInForce tif) {
            this.side = side;
            this.type = type;
            this.quantity = quantity;
            this.price = price;
            this.stopPrice = stopPrice;
            this.tif = tif;
        }
    }

    /// Prices near the market, on the grid.
    private record Near(MarkSet mark, Grid grid) {
        int instrument() {
            return mark.instrument();
        }

        /// So many bps on the side where a stop waits: above for a buy.
        long beyond(Side side, long bps) {
            return side == Side.BUY
                    ? grid.priceUp(mark.ask() + mark.ask() / 10_000 * bps)
                    : grid.priceDown(mark.bid() - mark.bid() / 10_000 * bps);
        }

        /// So many bps on the side where a limit rests: below for a buy.
        long inside(Side side, long bps) {
            return side == Side.BUY
                    ? grid.priceDown(mark.bid() - mark.bid() / 10_000 * bps)
                    : grid.priceUp(mark.ask() + mark.ask() / 10_000 * bps);
        }

        long worse(Side side, long price, long bps) {
            return side == Side.BUY
                    ? grid.priceDown(price + price / 10_000 * bps)
                    : grid.priceUp(price - price / 10_000 * bps);
        }
    }
}
