package io.tidegate.simulator.agents;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Participant;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.util.SplittableRandom;

/// Comes now and then and buys or sells at market, so that the market prints trades.
final class Taker implements Participant {
    private final Account account;
    private final Market market;
    private final CrowdSettings settings;
    private final SplittableRandom random;
    private long dueNs = Long.MIN_VALUE;
    private long orderCount;

    Taker(Account account, Market market, CrowdSettings settings, long seed) {
        this.account = account;
        this.market = market;
        this.settings = settings;
        random = new SplittableRandom(seed);
    }

    @Override
    public long act(SimulatedVenue venue, long nowNs) {
        if (nowNs >= dueNs) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long quantity = Sizes.worth(market, market.lastPrice(), random.nextLong(1, settings.levelQuote() / 10 + 2));
            String clientId = "t" + market.instrument().id() + "-" + ++orderCount;
            venue.place(account, market, OrderRequest.market(clientId, side, quantity), nowNs);
            dueNs = nowNs + random.nextLong(1, 2 * settings.takeEveryNs());
        }
        return dueNs;
    }
}
