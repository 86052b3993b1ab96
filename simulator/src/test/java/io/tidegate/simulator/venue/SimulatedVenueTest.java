package io.tidegate.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.account.Fees;
import io.tidegate.simulator.venue.Placed.Reason;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedVenueTest {
    private final SimulatedVenue venue =
            new SimulatedVenue(VenueSettings.usual().withFees(new Fees(10, 20)));
    private final Account alice = venue.open("alice", new Credentials("ka", "sa"));
    private final Account bob = venue.open("bob", new Credentials("kb", "sb"));
    private final Market btc = venue.market("BTC/USDT").orElseThrow();

    @Test
    void anAccountStartsWithTheUsualFunds() {
        assertThat(free(alice, btc.base())).isEqualTo("5");
        assertThat(free(alice, btc.quote())).isEqualTo("100000");
    }

    @Test
    void anOrderLocksItsWorstCaseAndACancelFreesIt() {
        var order = accepted(venue.place(alice, btc, buy("a1", "60000", "0.5", TimeInForce.GTC), 1));
        assertThat(free(alice, btc.quote())).isEqualTo("70000");
        assertThat(locked(alice, btc.quote())).isEqualTo("30000");
        assertThat(venue.cancel(order, "c1", 2)).isTrue();
        assertThat(venue.cancel(order, "c1", 2)).isFalse();
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(free(alice, btc.quote())).isEqualTo("100000");
        assertThat(locked(alice, btc.quote())).isEqualTo("0");
    }

    @Test
    void aTradeMovesBothAssetsAndTakesTheFeesFromWhatIsReceived() {
        accepted(venue.place(alice, btc, buy("a1", "60000", "0.5", TimeInForce.GTC), 1));
        var sell = accepted(venue.place(bob, btc, sell("b1", "59000", "0.2"), 2));
        assertThat(sell.state()).isEqualTo(OrderState.FILLED);
        assertThat(sell.filledQuote()).isEqualTo(Amount.parse("12000")); // at the maker's price
        assertThat(free(bob, btc.quote())).isEqualTo("111976"); // 12,000 less 20 bps
        assertThat(free(bob, btc.base())).isEqualTo("4.8");
        assertThat(free(alice, btc.base())).isEqualTo("5.1998"); // 0.2 less 10 bps
        assertThat(locked(alice, btc.quote())).isEqualTo("18000");
        assertThat(venue.ledger().collected(btc.base())).isEqualTo(Amount.parse("0.0002"));
        assertThat(venue.ledger().collected(btc.quote())).isEqualTo(Amount.parse("24"));
    }

    @Test
    void aBetterPriceThanTheLimitFreesTheDifferenceAtOnce() {
        accepted(venue.place(bob, btc, sell("b1", "59000", "0.2"), 1));
        accepted(venue.place(alice, btc, buy("a1", "60000", "0.5", TimeInForce.GTC), 2));
        assertThat(locked(alice, btc.quote())).isEqualTo("18000");
        assertThat(free(alice, btc.quote())).isEqualTo("70200");
    }

    @Test
    void whatIsNotThereCannotBeSpent() {
        assertThat(refused(venue.place(alice, btc, buy("a1", "60000", "2", TimeInForce.GTC), 1)))
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(refused(venue.place(alice, btc, sell("a1", "60000", "5.1"), 1)))
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(venue.ordersEverPlaced("a1")).isZero();
    }

    @Test
    void aClientIdIsUniqueAmongOpenOrdersOnlyAndEveryUseIsCounted() {
        var first = accepted(venue.place(alice, btc, buy("a1", "60000", "0.1", TimeInForce.GTC), 1));
        assertThat(refused(venue.place(alice, btc, buy("a1", "60000", "0.1", TimeInForce.GTC), 2)))
                .isEqualTo(Reason.DUPLICATE_CLIENT_ID);
        venue.cancel(first, "", 3);
        accepted(venue.place(alice, btc, buy("a1", "60000", "0.1", TimeInForce.GTC), 4));
        assertThat(venue.ordersEverPlaced("a1")).isEqualTo(2);
        assertThat(venue.truth().getFirst().placed()).isEqualTo(Map.of("a1", 2));
    }

    @Test
    void aMarketOrderByQuoteSpendsAtMostThatMuch() {
        accepted(venue.place(bob, btc, sell("b1", "60000", "1"), 1));
        var order =
                accepted(venue.place(alice, btc, OrderRequest.marketByQuote("a1", Side.BUY, Amount.parse("1000")), 2));
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(btc.instrument().quantityText(order.filled())).isEqualTo("0.01666");
        assertThat(order.filledQuote()).isEqualTo(Amount.parse("999.6"));
        assertThat(locked(alice, btc.quote())).isEqualTo("0");
    }

    @Test
    void theRestOfAMarketOrderExpiresAndFreesWhatItLocked() {
        accepted(venue.place(bob, btc, buy("b1", "60000", "1", TimeInForce.GTC), 1));
        var order = accepted(venue.place(
                alice,
                btc,
                OrderRequest.market("a1", Side.SELL, btc.instrument().quantity("2")),
                2));
        assertThat(order.state()).isEqualTo(OrderState.EXPIRED);
        assertThat(order.filled()).isEqualTo(btc.instrument().quantity("1"));
        assertThat(free(alice, btc.base())).isEqualTo("4");
    }

    @Test
    void aClosedMarketTakesNoOrders() {
        venue.enter(btc, MarketPhase.CANCEL_ONLY);
        assertThat(refused(venue.place(alice, btc, buy("a1", "60000", "0.1", TimeInForce.GTC), 1)))
                .isEqualTo(Reason.MARKET_CLOSED);
    }

    @Test
    void whateverIsTradedNothingIsMadeOrLostAndNobodyOwes() {
        Laws.forAll(seed -> {
            var venue = new SimulatedVenue(VenueSettings.usual().withFees(new Fees(seed.intBetween(0, 50), 30)));
            var accounts = new ArrayList<Account>();
            for (String name : List.of("a", "b", "c")) {
                accounts.add(venue.open(name, new Credentials(name, name)));
            }
            Map<Asset, Amount> before = totals(venue);
            var placed = new ArrayList<VenueOrder>();
            int steps = seed.count(200);
            for (int step = 0; step < steps; step++) {
                step(seed, venue, seed.pick(accounts), step, placed);
                assertThat(totals(venue)).isEqualTo(before);
                checkAccounts(accounts);
                checkBooks(venue);
            }
            placed.forEach(order -> venue.cancel(order, "", steps));
            for (Account account : accounts) {
                account.balances().values().forEach(b -> assertThat(b.locked()).isEqualTo(Amount.ZERO));
            }
        });
    }

    private static void step(Seed seed, SimulatedVenue venue, Account account, int step, List<VenueOrder> placed) {
        Market market = seed.pick(List.copyOf(venue.markets()));
        if (seed.chance(20) && !placed.isEmpty()) {
            venue.cancel(seed.pick(placed), "", step);
            return;
        }
        Side side = seed.pick(Side.class);
        long price = market.listing().referencePrice()
                + seed.intBetween(-50, 50) * market.grid().tick();
        long quantity = market.grid().lot() * seed.longBetween(1, 200_000);
        String id = "o" + step;
        var request = switch (seed.intBetween(0, 4)) {
            case 0 -> OrderRequest.market(id, side, quantity);
            case 1 -> OrderRequest.marketByQuote(id, side, Amount.ofScaled(seed.longBetween(1, 5_000_000), 2));
            case 2 -> OrderRequest.postOnly(id, side, price, quantity);
            case 3 ->
                OrderRequest.limit(id, side, seed.pick(List.of(TimeInForce.IOC, TimeInForce.FOK)), price, quantity);
            default -> OrderRequest.limit(id, side, TimeInForce.GTC, price, quantity);
        };
        if (venue.place(account, market, request, step) instanceof Placed.Accepted accepted) {
            placed.add(accepted.order());
        }
    }

    private static void checkAccounts(List<Account> accounts) {
        for (Account account : accounts) {
            account.balances().forEach((asset, balance) -> {
                assertThat(balance.free().signum())
                        .as("free %s of %s", asset, account)
                        .isNotNegative();
                assertThat(balance.locked().signum())
                        .as("locked %s of %s", asset, account)
                        .isNotNegative();
            });
        }
    }

    private static void checkBooks(SimulatedVenue venue) {
        for (Market market : venue.markets()) {
            var bid = market.best(Side.BUY);
            var ask = market.best(Side.SELL);
            if (bid.isPresent() && ask.isPresent()) {
                assertThat(bid.getAsLong()).isLessThan(ask.getAsLong());
            }
        }
    }

    private static Map<Asset, Amount> totals(SimulatedVenue venue) {
        var totals = new LinkedHashMap<Asset, Amount>();
        venue.ledger()
                .assets()
                .forEach(asset -> totals.put(asset, venue.ledger().total(asset)));
        return totals;
    }

    private OrderRequest buy(String id, String price, String quantity, TimeInForce timeInForce) {
        return OrderRequest.limit(
                id,
                Side.BUY,
                timeInForce,
                btc.instrument().price(price),
                btc.instrument().quantity(quantity));
    }

    private OrderRequest sell(String id, String price, String quantity) {
        return OrderRequest.limit(
                id,
                Side.SELL,
                TimeInForce.GTC,
                btc.instrument().price(price),
                btc.instrument().quantity(quantity));
    }

    private static VenueOrder accepted(Placed placed) {
        return ((Placed.Accepted) placed).order();
    }

    private static Reason refused(Placed placed) {
        return ((Placed.Refused) placed).reason();
    }

    private static String free(Account account, Asset asset) {
        return account.balance(asset).free().toString();
    }

    private static String locked(Account account, Asset asset) {
        return account.balance(asset).locked().toString();
    }
}
