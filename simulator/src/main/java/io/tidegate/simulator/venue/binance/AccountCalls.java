package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What an account may look up: orders, trades, balances, fees, limits (fact sheet §3.1, §8).
///
/// Look-ups show an order only some time after it was placed, if the script says so (fact sheet §9, quirk 4).
final class AccountCalls {
    private static final long DAY_NS = 24L * 3_600 * 1_000_000_000L;

    private final SimulatedVenue venue;
    private final Symbols symbols;
    private final Limits limits;
    private final BinanceScript script;

    AccountCalls(SimulatedVenue venue, Symbols symbols, Limits limits, BinanceScript script) {
        this.venue = venue;
        this.symbols = symbols;
        this.limits = limits;
        this.script = script;
    }

    Answer orderStatus(Call call) {
        var finder = OrderFinder.read(call.parameters(), symbols);
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        return switch (finder.find(venue, call.account(), BinanceError.noSuchOrder())) {
            case Outcome.Refused<VenueOrder> refused -> Answer.refused(refused.error());
            case Outcome.Is<VenueOrder> is ->
                isVisible(is.value(), call.nowNs())
                        ? Answer.done(out -> OrderJson.status(out, is.value()))
                        : Answer.refused(BinanceError.noSuchOrder());
        };
    }

    Answer openOrders(Call call) {
        var markets = symbols.chosen(call.parameters());
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        return orders(venue.openOrders(call.account()).stream()
                .filter(order -> markets.contains(order.market()) && isVisible(order, call.nowNs()))
                .toList());
    }

    Answer allOrders(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        var fromId = parameters.integer("orderId");
        var span = TimeSpan.read(parameters);
        int limit = parameters.limit(500, 1_000);
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        var orders = venue.orders(call.account(), market.orElseThrow());
        // From an id or a time on the oldest are shown, otherwise the latest.
        boolean fromOldest = fromId.isPresent() || span.startNs().isPresent();
        var chosen = fromOldest ? orders.tailMap(fromId.orElse(0), true) : orders.descendingMap();
        var found = chosen.values().stream()
                .filter(order -> isVisible(order, call.nowNs()) && span.contains(order.createdNs()))
                .limit(limit)
                .toList();
        return orders(fromOldest ? found : found.reversed());
    }

    private static Answer orders(List<VenueOrder> orders) {
        return Answer.done(out -> {
            out.beginArray();
            orders.forEach(order -> OrderJson.status(out, order));
            out.endArray();
        });
    }

    Answer myTrades(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        var orderId = parameters.integer("orderId");
        var fromId = parameters.integer("fromId");
        var span = TimeSpan.read(parameters);
        int limit = parameters.limit(500, 1_000);
        if (fromId.isPresent() && (span.startNs().isPresent() || span.endNs().isPresent())) {
            parameters.complain(BinanceError.badCombination());
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        List<Fill> found = orderId.isPresent()
                ? ofOrder(call, market.orElseThrow(), orderId.getAsLong(), fromId)
                : ofMarket(call, market.orElseThrow(), fromId, span, limit);
        var shown = found.stream()
                .filter(fill -> span.contains(fill.timeNs()) && isVisible(fill, call.nowNs()))
                .limit(limit)
                .toList();
        return Answer.done(out -> {
            out.beginArray();
            shown.forEach(fill -> OrderJson.trade(out, fill, listId(call.account(), fill)));
            out.endArray();
        });
    }

    private List<Fill> ofOrder(Call call, Market market, long orderId, OptionalLong fromId) {
        return venue.order(call.account(), market, orderId).map(VenueOrder::fills).orElse(List.of()).stream()
                .filter(fill -> fill.tradeId() >= fromId.orElse(0))
                .toList();
    }

    /// From an id or a time on the oldest that can be seen, otherwise the latest; oldest first.
    private List<Fill> ofMarket(Call call, Market market, OptionalLong fromId, TimeSpan span, int limit) {
        var log = venue.fills(call.account(), market);
        var found = new ArrayList<Fill>();
        if (fromId.isPresent() || span.startNs().isPresent()) {
            int index = Math.max(
                    log.fromTrade(fromId.orElse(0)), log.fromTime(span.startNs().orElse(Long.MIN_VALUE)));
            for (; index < log.count() && found.size() < limit; index++) {
                found.add(log.get(index));
            }
            return found;
        }
        for (int index = log.count() - 1; index >= 0 && found.size() < limit; index--) {
            Fill fill = log.get(index);
            if (span.contains(fill.timeNs()) && isVisible(fill, call.nowNs())) {
                found.add(fill);
            }
        }
        return found.reversed();
    }

    private long listId(Account account, Fill fill) {
        return venue.order(account, fill.market(), fill.orderId())
                .map(OrderJson::listId)
                .orElse(-1L);
    }

    private boolean isVisible(Fill fill, long nowNs) {
        return fill.timeNs() + script.visibleAfterNs() <= nowNs;
    }

    /// Where the account met itself.
    Answer preventedMatches(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        var matchId = parameters.integer("preventedMatchId");
        var orderId = parameters.integer("orderId");
        long fromId = parameters.integer("fromPreventedMatchId").orElse(0);
        int limit = parameters.limit(500, 1_000);
        return MarketCalls.answer(parameters, out -> {
            out.beginArray();
            venue.prevented(call.account()).stream()
                    .filter(match -> match.taker().market() == market.orElseThrow()
                            && match.id() >= fromId
                            && (matchId.isEmpty() || match.id() == matchId.getAsLong())
                            && (orderId.isEmpty()
                                    || match.taker().orderId() == orderId.getAsLong()
                                    || match.maker().orderId() == orderId.getAsLong()))
                    .limit(limit)
                    .forEach(match -> OrderJson.prevented(out, match));
            out.endArray();
        });
    }

    Answer account(Call call) {
        boolean omitsZeros = call.parameters().flag("omitZeroBalances", false);
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        Account account = call.account();
        return Answer.done(out -> {
            out.beginObject();
            out.number("makerCommission", account.fees().makerBps());
            out.number("takerCommission", account.fees().takerBps());
            out.number("buyerCommission", 0);
            out.number("sellerCommission", 0);
            out.name("commissionRates");
            writeRates(out, account);
            out.bool("canTrade", true);
            out.bool("canWithdraw", true);
            out.bool("canDeposit", true);
            out.bool("brokered", false);
            out.bool("requireSelfTradePrevention", false);
            out.bool("preventSor", false);
            out.time("updateTime", call.nowNs());
            out.text("accountType", "SPOT");
            out.beginArray("balances");
            account.balances().forEach((asset, balance) -> {
                if (!omitsZeros || !balance.total().isZero()) {
                    out.beginObject();
                    out.text("asset", asset.code());
                    out.decimal("free", balance.free());
                    out.decimal("locked", balance.locked());
                    out.endObject();
                }
            });
            out.endArray();
            out.texts("permissions", "SPOT");
            out.number("uid", 1_000_000L + account.id());
            out.endObject();
        });
    }

    Answer commission(Call call) {
        var market = symbols.mandatory(call.parameters());
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        return Answer.done(out -> {
            out.beginObject();
            out.text("symbol", Symbols.name(market.orElseThrow()));
            writeCommission(out, call.account(), "");
            out.endObject();
        });
    }

    Answer orderCounts(Call call) {
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        return Answer.done(out -> {
            out.beginArray();
            limits.writeOrders(out, call.account(), call.nowNs());
            out.endArray();
        });
    }

    private boolean isVisible(VenueOrder order, long nowNs) {
        return order.createdNs() + script.visibleAfterNs() <= nowNs;
    }

    /// @param suffix of the field names: none, or `ForOrder`
    static void writeCommission(Json out, Account account, String suffix) {
        out.name("standardCommission" + suffix);
        writeRates(out, account);
        for (String kind : List.of("specialCommission", "taxCommission")) {
            out.beginObject(kind + suffix);
            for (String who : List.of("maker", "taker", "buyer", "seller")) {
                out.decimal(who, 0, 4);
            }
            out.endObject();
        }
        out.beginObject("discount");
        out.bool("enabledForAccount", false);
        out.bool("enabledForSymbol", false);
        out.text("discountAsset", "BNB");
        out.decimal("discount", 0, 4);
        out.endObject();
    }

    private static void writeRates(Json out, Account account) {
        out.beginObject();
        out.decimal("maker", account.fees().makerBps(), 4);
        out.decimal("taker", account.fees().takerBps(), 4);
        out.decimal("buyer", 0, 4);
        out.decimal("seller", 0, 4);
        out.endObject();
    }

    /// Parameters `startTime` and `endTime`, both inclusive, at most 24 hours apart.
    private record TimeSpan(OptionalLong startNs, OptionalLong endNs) {
        static TimeSpan read(Parameters parameters) {
            var span = new TimeSpan(parameters.time("startTime"), parameters.time("endTime"));
            if (span.startNs.isPresent()
                    && span.endNs.isPresent()
                    && span.endNs.getAsLong() - span.startNs.getAsLong() > DAY_NS) {
                parameters.complain(BinanceError.moreThan24Hours());
            }
            return span;
        }

        boolean contains(long ns) {
            long ms = Math.floorDiv(ns, 1_000_000L);
            return (startNs.isEmpty() || ns >= startNs.getAsLong())
                    && (endNs.isEmpty() || ms <= Math.floorDiv(endNs.getAsLong(), 1_000_000L));
        }
    }
}
