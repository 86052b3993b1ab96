package io.tidegate.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.account.Fees;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Whatever orders of all kinds do to each other, money is neither made nor lost, what is locked is what open orders
/// have locked, and nothing is locked when nothing is open.
class EveryKindOfOrderTest {
    private final AtomicLong fired = new AtomicLong();
    private final AtomicLong prevented = new AtomicLong();
    private final AtomicLong listsDone = new AtomicLong();
    private final AtomicLong amended = new AtomicLong();

    @Test
    void moneyIsConservedAndOnlyOpenOrdersLock() {
        Laws.forAll(100, seed -> {
            var venue = new SimulatedVenue(VenueSettings.usual().withFees(new Fees(seed.intBetween(0, 20), 10)));
            var accounts = List.of(
                    venue.open("a", new Credentials("a", "s")),
                    venue.open("b", new Credentials("b", "s")),
                    venue.open("c", new Credentials("c", "s")));
            venue.listen(new Counting());
            var market = venue.market("BTC/USDT").orElseThrow();
            var before = totals(venue);
            int steps = seed.count(100);
            for (int step = 0; step < steps; step++) {
                act(seed, venue, market, seed.pick(accounts), step);
                checkLocks(venue, accounts);
            }
            assertThat(totals(venue)).isEqualTo(before);
            for (Account account : accounts) {
                List.copyOf(venue.openOrders(account)).forEach(order -> venue.cancel(order, "", 1_000));
                assertThat(venue.openOrders(account)).isEmpty();
            }
            checkLocks(venue, accounts);
            assertThat(market.triggers.count()).isZero();
            assertThat(market.open).isEmpty();
            assertThat(market.levels(Side.BUY, 10)).isEmpty();
            assertThat(market.levels(Side.SELL, 10)).isEmpty();
        });
        assertThat(fired.get()).as("stops reached").isGreaterThan(100);
        assertThat(prevented.get()).as("self-trades prevented").isGreaterThan(100);
        assertThat(listsDone.get()).as("lists done").isGreaterThan(100);
        assertThat(amended.get()).as("orders amended").isGreaterThan(100);
    }

    private static void act(Seed seed, SimulatedVenue venue, Market market, Account account, int step) {
        var open = List.copyOf(venue.openOrders(account));
        int choice = seed.random().nextInt(12);
        if (choice == 0 && !open.isEmpty()) {
            venue.cancel(seed.pick(open), "x", step);
        } else if (choice <= 2 && !open.isEmpty()) {
            var order = seed.pick(open);
            long lots = order.quantity() / market.grid().lot();
            if (lots > 1) {
                venue.amend(
                        order,
                        "n" + step,
                        seed.longBetween(1, lots - 1) * market.grid().lot(),
                        step);
            }
        } else if (choice <= 5) {
            var kind = seed.pick(OrderList.Kind.class);
            venue.place(account, market, "l" + step, kind, list(seed, market, kind, step), step);
        } else {
            venue.place(account, market, single(seed, market, "o" + step, seed.pick(Side.class)), step);
        }
    }

    private static List<OrderRequest> list(Seed seed, Market market, OrderList.Kind kind, int step) {
        var requests = new ArrayList<OrderRequest>();
        Side side = seed.pick(Side.class);
        if (kind != OrderList.Kind.OCO) {
            requests.add(limit(seed, market, "f" + step, side, seed.chance(30)));
            side = side.opposite();
        }
        if (kind == OrderList.Kind.OTO) {
            requests.add(single(seed, market, "p" + step, side).with(Conditions.NONE));
            return requests.get(1).quote().signum() > 0
                    ? List.of(requests.get(0), OrderRequest.market("p" + step, side, lots(seed, market)))
                    : requests;
        }
        long quantity = lots(seed, market);
        long far = market.instrument().price(Long.toString(seed.longBetween(1, 400)));
        long last = market.lastPrice();
        long above = last + far;
        long below = last - far;
        var stop = new Trigger(Trigger.Kind.STOP_LOSS, side == Side.SELL ? below : above, 0);
        requests.add(OrderRequest.postOnly("u" + step, side, side == Side.SELL ? above : below, quantity));
        requests.add(
                seed.chance(50)
                        ? OrderRequest.market("d" + step, side, quantity).with(Conditions.of(stop))
                        : OrderRequest.limit("d" + step, side, TimeInForce.GTC, stop.stopPrice(), quantity)
                                .with(Conditions.of(stop)));
        return requests;
    }

    private static OrderRequest single(Seed seed, Market market, String id, Side side) {
        var prevention = seed.pick(Prevention.class);
        long quantity = lots(seed, market);
        return switch (seed.random().nextInt(6)) {
            case 0 -> OrderRequest.market(id, side, quantity).with(Conditions.of(prevention));
            case 1 ->
                OrderRequest.marketByQuote(id, side, Amount.parse(Integer.toString(seed.intBetween(10, 20_000))))
                        .with(Conditions.of(prevention));
            case 2 -> {
                boolean trails = seed.chance(40);
                long stop = trails && seed.chance(50) ? 0 : price(seed, market);
                var trigger = new Trigger(seed.pick(Trigger.Kind.class), stop, trails ? seed.intBetween(1, 60) : 0);
                var order = seed.chance(50)
                        ? OrderRequest.market(id, side, quantity)
                        : OrderRequest.limit(id, side, TimeInForce.GTC, price(seed, market), quantity);
                yield order.with(Conditions.of(trigger));
            }
            case 3 ->
                limit(seed, market, id, side, false)
                        .with(new Conditions(
                                Optional.empty(),
                                market.grid().lot(),
                                prevention,
                                OptionalLong.empty(),
                                OptionalLong.empty()));
            default -> limit(seed, market, id, side, seed.chance(20)).with(Conditions.of(prevention));
        };
    }

    private static OrderRequest limit(Seed seed, Market market, String id, Side side, boolean postOnly) {
        long price = price(seed, market);
        long quantity = lots(seed, market);
        return postOnly
                ? OrderRequest.postOnly(id, side, price, quantity)
                : OrderRequest.limit(id, side, TimeInForce.GTC, price, quantity);
    }

    private static long price(Seed seed, Market market) {
        return market.instrument().price(Long.toString(seed.longBetween(64_600, 65_400)));
    }

    private static long lots(Seed seed, Market market) {
        return seed.longBetween(1, 20) * market.instrument().quantity("0.01");
    }

    private static void checkLocks(SimulatedVenue venue, List<Account> accounts) {
        for (Account account : accounts) {
            var locked = new LinkedHashMap<Asset, Amount>();
            account.balances().keySet().forEach(asset -> locked.put(asset, Amount.ZERO));
            for (VenueOrder order : venue.openOrders(account)) {
                if (order.locked.signum() < 0) {
                    throw new AssertionError(order.clientId() + " has locked " + order.locked);
                }
                locked.merge(order.lockedAsset(), order.locked, Amount::plus);
            }
            account.balances().forEach((asset, balance) -> {
                if (!balance.locked().equals(locked.get(asset))) {
                    throw new AssertionError(account + " has locked " + balance.locked() + " " + asset.code()
                            + ", its orders " + locked.get(asset));
                }
            });
        }
    }

    private static Map<Asset, Amount> totals(SimulatedVenue venue) {
        var totals = new LinkedHashMap<Asset, Amount>();
        venue.ledger()
                .assets()
                .forEach(asset -> totals.put(asset, venue.ledger().total(asset)));
        return totals;
    }

    private final class Counting implements VenueListener {
        @Override
        public void accepted(VenueOrder order, long nowNs) {
            assertThat(order.filled()).isZero();
        }

        @Override
        public void working(VenueOrder order, long nowNs) {
            if (order.trigger().isPresent() && order.workingNs().isPresent()) {
                fired.incrementAndGet();
            }
        }

        @Override
        public void filled(VenueOrder order, Fill fill) {
            assertThat(order.left()).isNotNegative();
        }

        @Override
        public void prevented(VenueOrder order, Prevented match) {
            prevented.incrementAndGet();
        }

        @Override
        public long amended(VenueOrder order, String oldClientId, long nowNs) {
            return amended.incrementAndGet();
        }

        @Override
        public void ended(VenueOrder order, String cancelId, long nowNs) {
            assertThat(order.state().isOpen()).isFalse();
        }

        @Override
        public void listChanged(OrderList list, long nowNs) {
            if (list.isDone()) {
                listsDone.incrementAndGet();
            }
        }

        @Override
        public void balancesChanged(Account account, java.util.Set<Asset> assets, long nowNs) {}
    }
}
