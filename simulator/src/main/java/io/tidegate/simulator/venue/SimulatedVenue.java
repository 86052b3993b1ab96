package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.account.Fees;
import io.tidegate.simulator.account.Ledger;
import io.tidegate.simulator.matching.Placement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A venue: markets, accounts, orders and who trades there on his own; no protocol.
///
/// What it holds is the truth that a test compares with what a client believes. The same calls at the same times give
/// the same happenings. One thread.
public final class SimulatedVenue {
    /// What an agent's account starts with of each asset: endless for all purposes, and still part of the sum.
    private static final Amount HOUSE_FUND = Amount.parse("1000000000000000");

    private final VenueSettings settings;
    private final Map<String, Market> markets = new LinkedHashMap<>(); // by canonical symbol
    private final Ledger ledger;
    private final Map<Account, Memory> memories = new HashMap<>(); // looked up, never iterated
    private final List<Participant> participants = new ArrayList<>();
    private final Execution execution;

    public SimulatedVenue(VenueSettings settings) {
        this.settings = settings;
        settings.listings().forEach(l -> markets.put(l.instrument().symbol(), new Market(l)));
        ledger = new Ledger(settings.listings().stream()
                .flatMap(l -> Stream.of(l.base(), l.quote()))
                .distinct()
                .toList());
        execution = new Execution(ledger, this::memory);
    }

    /// Has the listener told what happens from now on; at most one per venue.
    public void listen(VenueListener listener) {
        execution.listen(listener);
    }

    /// Opens an account with the usual funds and fees.
    public Account open(String name, Credentials credentials) {
        return open(name, credentials, settings.fees(), funds(settings.baseFund(), settings.quoteFund()));
    }

    /// Opens an account; an asset without a fund starts at zero.
    public Account open(String name, Credentials credentials, Fees fees, Map<Asset, Amount> funds) {
        var account = ledger.open(name, credentials, fees, funds, false);
        memories.put(account, new Memory(settings.memoryMax(), true));
        return account;
    }

    /// Opens an account for an agent: without fees and limits, not remembered.
    public Account openHouse(String name) {
        var account =
                ledger.open(name, new Credentials("house:" + name, ""), Fees.NONE, funds(HOUSE_FUND, HOUSE_FUND), true);
        memories.put(account, new Memory(1, false));
        return account;
    }

    private Map<Asset, Amount> funds(Amount base, Amount quote) {
        var funds = new LinkedHashMap<Asset, Amount>();
        settings.listings().forEach(l -> funds.put(l.base(), base));
        settings.listings().forEach(l -> funds.put(l.quote(), quote));
        return funds;
    }

    /// Lets somebody trade here on his own, on each tick.
    public void admit(Participant participant) {
        participants.add(participant);
    }

    /// Lets everybody who trades here on his own do what is due.
    ///
    /// @return when the next of them wants to be called at the latest; `Long.MAX_VALUE` for never
    public long tick(long nowNs) {
        long nextNs = Long.MAX_VALUE;
        for (Participant participant : participants) {
            nextNs = Math.min(nextNs, participant.act(this, nowNs));
        }
        return nextNs;
    }

    /// Places an order that fits the market's grid.
    public Placed place(Account account, Market market, OrderRequest request, long nowNs) {
        if (market.phase() != MarketPhase.TRADING) {
            return new Placed.Refused(Placed.Reason.MARKET_CLOSED);
        }
        if (memory(account).hasOpen(request.clientId())) {
            return new Placed.Refused(Placed.Reason.DUPLICATE_CLIENT_ID);
        }
        if (request.kind() == OrderKind.POST_ONLY && market.book.takes(request.side(), request.price())) {
            return new Placed.Refused(Placed.Reason.WOULD_TAKE);
        }
        long orderId = market.nextOrderId();
        var preview = market.book.preview(placement(orderId, market, request, request.quantity()));
        long quantity = request.isByQuote() ? preview.quantity() : request.quantity();
        if (quantity == 0) {
            return new Placed.Refused(Placed.Reason.NO_LIQUIDITY);
        }
        var order = new VenueOrder(account, market, orderId, request, quantity, nowNs);
        order.locked = request.kind() == OrderKind.MARKET && request.side() == Side.BUY
                ? preview.quote() // what it is about to pay, known exactly
                : order.worstCase();
        if (!ledger.lock(account, order.lockedAsset(), order.locked)) {
            return new Placed.Refused(Placed.Reason.INSUFFICIENT_FUNDS);
        }
        execution.place(order, placement(orderId, market, request, quantity), nowNs);
        return new Placed.Accepted(order);
    }

    /// @param quantity 0 for an order by quote amount whose quantity is not known yet
    private static Placement placement(long orderId, Market market, OrderRequest request, long quantity) {
        var side = request.side();
        return switch (request.kind()) {
            case LIMIT -> new Placement.Limit(orderId, side, request.price(), quantity, request.timeInForce(), false);
            case POST_ONLY ->
                new Placement.Limit(orderId, side, request.price(), quantity, request.timeInForce(), true);
            case MARKET ->
                quantity == 0
                        ? new Placement.MarketByQuote(
                                orderId, side, request.quote(), market.grid().lot())
                        : new Placement.Market(orderId, side, quantity);
        };
    }

    /// Cancels an open order.
    ///
    /// @param cancelId the customer's name for the cancel; empty for none
    /// @return false when it is not open
    public boolean cancel(VenueOrder order, String cancelId, long nowNs) {
        return order.state().isOpen() && execution.cancel(order, cancelId, nowNs);
    }

    /// Changes what a market takes, as in maintenance.
    public void enter(Market market, MarketPhase phase) {
        market.enter(phase);
    }

    public Collection<Market> markets() {
        return Collections.unmodifiableCollection(markets.values());
    }

    /// @param symbol canonical, such as `BTC/USDT`
    public Optional<Market> market(String symbol) {
        return Optional.ofNullable(markets.get(symbol));
    }

    public Ledger ledger() {
        return ledger;
    }

    /// Open orders of an account, oldest first.
    public Collection<VenueOrder> openOrders(Account account) {
        return memory(account).open();
    }

    /// How many orders an account has open in a market.
    public int openCount(Account account, Market market) {
        return memory(account).openCount(market);
    }

    /// Orders of an account in a market that are remembered, by ascending order id.
    public List<VenueOrder> orders(Account account, Market market) {
        return memory(account).orders(market);
    }

    public Optional<VenueOrder> order(Account account, Market market, long orderId) {
        return memory(account).byId(market, orderId);
    }

    /// The latest order of that client id, if it was for that market.
    public Optional<VenueOrder> order(Account account, Market market, String clientId) {
        return memory(account).byClientId(market, clientId);
    }

    /// Fills of an account that are remembered, latest first.
    public Iterator<Fill> latestFills(Account account) {
        return memory(account).fills().descendingIterator();
    }

    /// How many orders of that client id were ever taken on, over all accounts: never more than 1 for a client that
    /// sends nothing twice.
    public int ordersEverPlaced(String clientId) {
        return ledger.accounts().stream()
                .filter(account -> !account.isHouse())
                .mapToInt(account -> memory(account).placedCount(clientId))
                .sum();
    }

    /// What really happened, per account in the order of opening; house accounts are left out.
    public List<Truth> truth() {
        return ledger.accounts().stream()
                .filter(account -> !account.isHouse())
                .map(account -> {
                    var memory = memory(account);
                    return new Truth(
                            account,
                            memory.placedTotal(),
                            memory.fillTotal(),
                            memory.placedCounts(),
                            List.copyOf(memory.open()),
                            List.copyOf(memory.fills()),
                            account.balances());
                })
                .toList();
    }

    private Memory memory(Account account) {
        var memory = memories.get(account);
        if (memory == null) {
            throw new IllegalArgumentException("account " + account + " is not of this venue");
        }
        return memory;
    }
}
