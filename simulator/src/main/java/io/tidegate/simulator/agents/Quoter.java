package io.tidegate.simulator.agents;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Participant;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Keeps a two-sided market around a middle that walks at random, and trades with whoever stands in its way.
///
/// The middle stays within half and double of where it began, so that a simulation of any length keeps its grid.
final class Quoter implements Participant {
    private static final long PPM = 1_000_000;

    private final Account account;
    private final Market market;
    private final CrowdSettings settings;
    private final SplittableRandom random;
    private final List<VenueOrder> quotes = new ArrayList<>(); // at most two sides of `levelCount`
    private long middle;
    private long dueNs = Long.MIN_VALUE;
    private long newsNs = Long.MIN_VALUE; // when the next news come; not known before the first turn
    private long orderCount;

    Quoter(Account account, Market market, CrowdSettings settings, long seed) {
        this.account = account;
        this.market = market;
        this.settings = settings;
        random = new SplittableRandom(seed);
        middle = market.listing().referencePrice();
    }

    @Override
    public long act(SimulatedVenue venue, long nowNs) {
        if (nowNs >= dueNs) {
            walk();
            hear(nowNs);
            quote(venue, nowNs);
            dueNs = nowNs + settings.quoteEveryNs();
        }
        return dueNs;
    }

    private void walk() {
        long ticks = Math.max(settings.moveMaxTicks(), ticks(settings.weather().moveMaxPpm()));
        move(random.nextLong(-ticks, ticks + 1));
    }

    /// News come at random times and move the middle at once.
    private void hear(long nowNs) {
        long everyNs = settings.weather().newsEveryNs();
        if (everyNs == 0 || nowNs < newsNs) {
            return;
        }
        if (newsNs != Long.MIN_VALUE) {
            long ticks = ticks(settings.weather().newsMaxPpm());
            move(random.nextLong(-ticks, ticks + 1));
        }
        newsNs = nowNs + random.nextLong(1, 2 * everyNs);
    }

    private long ticks(int ppm) {
        return middle / PPM * ppm / market.grid().tick();
    }

    private void move(long ticks) {
        long reference = market.listing().referencePrice();
        long target = middle + ticks * market.grid().tick();
        middle = Math.clamp(target, market.grid().priceUp(reference / 2), reference * 2);
    }

    private void quote(SimulatedVenue venue, long nowNs) {
        quotes.forEach(order -> venue.cancel(order, "", nowNs));
        quotes.clear();
        for (int level = 0; level < settings.levelCount(); level++) {
            long distance = (settings.halfSpreadTicks() + level * (1L + random.nextInt(3)))
                    * market.grid().tick();
            offer(venue, Side.BUY, middle - distance, nowNs);
            offer(venue, Side.SELL, middle + distance, nowNs);
        }
    }

    private void offer(SimulatedVenue venue, Side side, long price, long nowNs) {
        long quantity = Sizes.worth(market, price, random.nextLong(1, 2 * settings.levelQuote()));
        Grid grid = market.grid();
        if (!grid.takesPrice(price) || !grid.takesQuantity(quantity)) {
            return;
        }
        var request = OrderRequest.limit(
                "q" + market.instrument().id() + "-" + ++orderCount, side, TimeInForce.GTC, price, quantity);
        if (venue.place(account, market, request, nowNs) instanceof Placed.Accepted accepted) {
            quotes.add(accepted.order());
        }
    }
}
