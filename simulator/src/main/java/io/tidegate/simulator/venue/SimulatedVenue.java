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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
    private long lastListId;

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
        if (market.phase() == MarketPhase.TRADING && memory(account).hasOpen(request.clientId())) {
            return new Placed.Refused(Placed.Reason.DUPLICATE_CLIENT_ID);
        }
        var refusal = Admission.marketRefusal(market, request);
        if (refusal.isPresent()) {
            return new Placed.Refused(refusal.get());
        }
        long orderId = market.nextOrderId();
        long quantity = request.quantity();
        if (request.isByQuote()) {
            quantity = market.book
                    .preview(new Placement.MarketByQuote(
                            orderId,
                            request.side(),
                            request.quote(),
                            market.grid().lot(),
                            ownership(account, request)))
                    .quantity();
            if (quantity == 0) {
                return new Placed.Refused(Placed.Reason.NO_LIQUIDITY);
            }
        }
        var order = new VenueOrder(account, market, orderId, request, quantity, nowNs);
        boolean paysAtOnce = request.kind() == OrderKind.MARKET
                && request.side() == Side.BUY
                && order.trigger().isEmpty();
        order.locked = paysAtOnce
                ? market.book.preview(order.placement()).quote() // what it is about to pay, known exactly
                : order.worstCase();
        if (!ledger.lock(account, order.lockedAsset(), order.locked)) {
            return new Placed.Refused(Placed.Reason.INSUFFICIENT_FUNDS);
        }
        execution.place(order, nowNs);
        return new Placed.Accepted(order);
    }

    private static Placement.Ownership ownership(Account account, OrderRequest request) {
        return new Placement.Ownership(
                account.id(), request.conditions().prevention().selfTrade());
    }

    /// Places a list of orders that fit the market's grid: a limit order (or one with a stop) and one with a stop on
    /// the other side of the market; or an order and those that wait for it. None is by quote amount.
    ///
    /// @param listId   the customer's name for the list
    /// @param requests in the order of [OrderList#orders]
    public Placed place(
            Account account,
            Market market,
            String listId,
            OrderList.Kind kind,
            List<OrderRequest> requests,
            long nowNs) {
        var working = requests.subList(0, kind.workingCount());
        var pair = kind == OrderList.Kind.OTO
                ? List.<OrderRequest>of()
                : requests.subList(requests.size() - 2, requests.size());
        for (OrderRequest request : requests) {
            if (memory(account).hasOpen(request.clientId())) {
                return new Placed.Refused(Placed.Reason.DUPLICATE_CLIENT_ID);
            }
        }
        if (kind == OrderList.Kind.OCO && !Admission.isAround(market, pair)) {
            return new Placed.Refused(Placed.Reason.PAIR_PRICES);
        }
        for (OrderRequest request : working) {
            var refusal = Admission.marketRefusal(market, request);
            if (refusal.isPresent()) {
                return new Placed.Refused(refusal.get());
            }
        }
        var orders = requests.stream()
                .map(request ->
                        new VenueOrder(account, market, market.nextOrderId(), request, request.quantity(), nowNs))
                .toList();
        var list = new OrderList(++lastListId, listId, kind, orders, nowNs);
        orders.forEach(order -> order.belongsTo(list));
        var first = orders.getFirst();
        Amount needed = first.worstCase();
        Amount beyond = kind == OrderList.Kind.OCO ? orders.get(1).worstCase().minus(needed) : Amount.ZERO;
        Amount extra = beyond.signum() > 0 ? beyond : Amount.ZERO;
        if (!ledger.lock(account, first.lockedAsset(), needed.plus(extra))) {
            return new Placed.Refused(Placed.Reason.INSUFFICIENT_FUNDS);
        }
        first.locked = needed;
        orders.get(1).locked = extra;
        execution.place(list, nowNs);
        return new Placed.AcceptedList(list);
    }

    /// Cancels an open order, and with it the list that it belongs to.
    ///
    /// @param cancelId the customer's name for the cancel; empty for none
    /// @return false when it is not open
    public boolean cancel(VenueOrder order, String cancelId, long nowNs) {
        return execution.cancel(order, cancelId, nowNs);
    }

    /// Makes an open order smaller; it keeps its place. With no more than it has traded it ends.
    ///
    /// @param newClientId its name from now on
    /// @param newQuantity less than its quantity
    /// @throws IllegalArgumentException when it is not less, or the order is not open
    public void amend(VenueOrder order, String newClientId, long newQuantity, long nowNs) {
        if (newQuantity >= order.quantity()
                || newQuantity <= 0
                || !order.state().isOpen()) {
            throw new IllegalArgumentException("order " + order.orderId() + ", " + order.state() + ", of "
                    + order.quantity() + " to " + newQuantity);
        }
        execution.amend(order, newClientId, newQuantity, nowNs);
    }

    /// Brings money to an account from outside; a negative amount takes it away.
    ///
    /// @throws IllegalStateException when less than that is free
    public void deposit(Account account, Asset asset, Amount amount, long nowNs) {
        execution.deposit(account, asset, amount, nowNs);
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

    /// Orders of an account in a market that are remembered, by order id.
    public NavigableMap<Long, VenueOrder> orders(Account account, Market market) {
        return memory(account).orders(market);
    }

    /// Lists of an account that are remembered, by id.
    public NavigableMap<Long, OrderList> lists(Account account) {
        return memory(account).lists();
    }

    /// Where an account met itself, oldest first.
    public List<Prevented> prevented(Account account) {
        return memory(account).prevented();
    }

    public Optional<VenueOrder> order(Account account, Market market, long orderId) {
        return memory(account).byId(market, orderId);
    }

    /// The latest order of that client id, if it was for that market.
    public Optional<VenueOrder> order(Account account, Market market, String clientId) {
        return memory(account).byClientId(market, clientId);
    }

    /// Fills of an account in a market that are remembered.
    public FillLog fills(Account account, Market market) {
        return memory(account).fillLog(market);
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
