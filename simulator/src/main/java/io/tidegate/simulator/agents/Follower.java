package io.tidegate.simulator.agents;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Participant;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.util.SplittableRandom;

/// Follows the trend: when the middle has moved far enough since it last looked, it trades along with it, by some
/// orders at market one after the other, so that orders of one side come in clusters.
final class Follower implements Participant {
    private static final long PPM = 1_000_000;

    /// So often it trades between two looks, when it does.
    private static final int PARTS = 5;

    private final Account account;
    private final Market market;
    private final CrowdSettings settings;
    private final SplittableRandom random;
    private long dueNs = Long.MIN_VALUE;
    private long seenPrice;
    private long orderCount;
    private Side side = Side.BUY;
    private int partsLeft;

    Follower(Account account, Market market, CrowdSettings settings, long seed) {
        this.account = account;
        this.market = market;
        this.settings = settings;
        random = new SplittableRandom(seed);
        seenPrice = market.listing().referencePrice();
    }

    @Override
    public long act(SimulatedVenue venue, long nowNs) {
        if (nowNs >= dueNs) {
            if (partsLeft == 0) {
                look();
            }
            if (partsLeft > 0) {
                trade(venue, nowNs);
            }
            dueNs = nowNs + settings.weather().followEveryNs() / (partsLeft > 0 ? PARTS : 1);
        }
        return dueNs;
    }

    private void look() {
        var bid = market.best(Side.BUY);
        var ask = market.best(Side.SELL);
        if (bid.isEmpty() || ask.isEmpty()) {
            return;
        }
        long middle = (bid.getAsLong() + ask.getAsLong()) / 2;
        long moved = Math.subtractExact(middle, seenPrice);
        seenPrice = middle;
        if (Math.abs(moved)
                < Math.multiplyExact(middle / PPM, settings.weather().followPpm())) {
            return;
        }
        side = moved > 0 ? Side.BUY : Side.SELL;
        partsLeft = PARTS;
    }

    private void trade(SimulatedVenue venue, long nowNs) {
        partsLeft--;
        long quantity = Sizes.worth(market, market.lastPrice(), random.nextLong(1, settings.levelQuote() / 10 + 2));
        String clientId = "f" + market.instrument().id() + "-" + ++orderCount;
        venue.place(account, market, OrderRequest.market(clientId, side, quantity), nowNs);
    }
}
