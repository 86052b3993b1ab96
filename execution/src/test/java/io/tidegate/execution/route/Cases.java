package io.tidegate.execution.route;

import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders and what could be seen when they came.
final class Cases {
    static final long NOW_NS = 1_700_000_000_000_000_000L;
    static final Instrument BTC_USDT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 5);
    static final Amount PLENTY = Amount.parse("1000000000");

    private Cases() {}

    static OrderTerms limit(Side side, String quantity, String price) {
        return terms(side, OrderType.LIMIT, TimeInForce.GTC, quantity, BTC_USDT.price(price), 0);
    }

    static OrderTerms market(Side side, String quantity, int slippageMaxBps) {
        return terms(side, OrderType.MARKET, TimeInForce.IOC, quantity, 0, slippageMaxBps);
    }

    static OrderTerms terms(
            Side side, OrderType type, TimeInForce tif, String quantity, long price, int slippageMaxBps) {
        return terms(side, type, tif, BTC_USDT.quantity(quantity), price, slippageMaxBps, 0);
    }

    static OrderTerms terms(
            Side side,
            OrderType type,
            TimeInForce tif,
            long quantity,
            long price,
            int slippageMaxBps,
            int venueAccount) {
        return new OrderTerms(
                "main",
                "",
                "key-1",
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
                slippageMaxBps,
                venueAccount,
                "");
    }

    static VenueAccount venue(int id, String label) {
        return new VenueAccount(id, "main", "binance", label, new VenueTerms(10, 1_000_000_000, 5_000_000_000L, 0));
    }

    static Grid grid(String tick, String lot) {
        return new Grid(
                BTC_USDT.price(tick), BTC_USDT.quantity(lot), BTC_USDT.quantity(lot), 100_000_000L, Amount.parse("5"));
    }

    static Candidate open(int id, String label, Grid grid) {
        return new Candidate(venue(id, label), Optional.empty(), Optional.of(grid), PLENTY, PLENTY);
    }

    static Candidate closed(int id, String label) {
        Refusal why = Refusal.of(RefusalCode.VENUE_CLOSED, "venueAccount", "binance:" + label, "open: starting");
        return new Candidate(venue(id, label), Optional.of(why), Optional.of(grid("0.01", "0.001")), PLENTY, PLENTY);
    }

    static Outlook outlook(Candidate... candidates) {
        return new Outlook(
                BTC_USDT,
                Optional.of(new MarkSet(1, BTC_USDT.price("99.99"), BTC_USDT.price("100.01"), NOW_NS)),
                Limits.DEFAULT,
                List.of(candidates),
                NOW_NS);
    }

    /// An order of any kind that routing takes.
    static OrderTerms anyTerms(Seed seed) {
        boolean isMarket = seed.chance(50);
        return terms(
                seed.pick(Side.class),
                isMarket ? OrderType.MARKET : OrderType.LIMIT,
                seed.pick(List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK)),
                seed.longBetween(1, 1_000_000_000L),
                isMarket ? 0 : seed.longBetween(1, 1_000_000_000L),
                isMarket ? seed.intBetween(0, 10_000) : 0,
                seed.chance(80) ? 0 : seed.intBetween(1, 4));
    }

    /// Any number of venue accounts, in any state.
    static Outlook anyOutlook(Seed seed) {
        var candidates = new ArrayList<Candidate>();
        for (int id = 1; id <= seed.count(4); id++) {
            long lot = seed.longBetween(1, 1_000);
            Grid grid = new Grid(
                    seed.longBetween(1, 10_000),
                    lot,
                    lot,
                    seed.longBetween(lot, 2_000_000_000L),
                    Amount.ofScaled(seed.longBetween(0, 1_000), 2));
            candidates.add(new Candidate(
                    venue(id, "v" + id),
                    seed.chance(20)
                            ? Optional.of(Refusal.of(RefusalCode.VENUE_CLOSED, "venueAccount", id, "open"))
                            : Optional.empty(),
                    seed.chance(90) ? Optional.of(grid) : Optional.empty(),
                    Amount.ofScaled(seed.longBetween(0, 1_000_000_000_000L), 2),
                    Amount.ofScaled(seed.longBetween(0, 1_000_000_000_000L), 2)));
        }
        long bid = seed.longBetween(1, 1_000_000_000L);
        MarkSet mark =
                new MarkSet(1, bid, bid + seed.longBetween(0, 1_000), NOW_NS - seed.longBetween(0, 12_000_000_000L));
        return new Outlook(
                BTC_USDT, seed.chance(95) ? Optional.of(mark) : Optional.empty(), Limits.DEFAULT, candidates, NOW_NS);
    }
}
