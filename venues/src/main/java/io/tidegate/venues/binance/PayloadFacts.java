package io.tidegate.venues.binance;

import io.tidegate.venues.api.Listing;
import io.tidegate.venues.words.Fact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says rows of the venue in our words: of the account, its orders and its instruments. Pure.
final class PayloadFacts {
    private static final String NS = "timeNs";

    private PayloadFacts() {}

    static Fact order(OrderRow row) {
        Fact fact = Fact.of("OrderUpdate")
                .text("venueOrderId", row.venueOrderId())
                .text("clientOrderId", row.clientOrderId())
                .text("symbol", SymbolNames.ours(row.symbol()))
                .text("side", row.side());
        type(fact, row.type());
        fact.text("timeInForce", row.timeInForce())
                .text("status", row.standing().name())
                .text("venueStatus", row.status())
                .decimal("quantity", row.quantity())
                .decimal("filled", row.filled())
                .decimal("remaining", row.quantity().flatMap(all -> row.filled().map(all::subtract)))
                .decimal(
                        "averagePrice",
                        row.filled()
                                .filter(filled -> filled.signum() > 0)
                                .flatMap(filled -> row.quote().map(quote -> average(quote, filled))))
                .decimal("price", row.price())
                .decimal("stopPrice", row.stopPrice())
                .text("reason", row.reason());
        return fact.number(NS, row.timeNs());
    }

    /// Our word where there is one; the venue's where not, as for what takes profit.
    private static void type(Fact fact, String venueType) {
        switch (venueType) {
            case "" -> {}
            case "LIMIT_MAKER" -> fact.text("type", "LIMIT").flag("postOnly", true);
            case "STOP_LOSS" -> fact.text("type", "STOP_MARKET");
            case "STOP_LOSS_LIMIT" -> fact.text("type", "STOP_LIMIT");
            case "LIMIT", "MARKET" -> fact.text("type", venueType);
            default -> fact.text("venueType", venueType);
        }
    }

    private static BigDecimal average(BigDecimal quote, BigDecimal filled) {
        BigDecimal average = quote.divide(filled, MathContext.DECIMAL128);
        return average.signum() == 0 ? BigDecimal.ZERO : average.stripTrailingZeros();
    }

    static Fact fill(FillRow row) {
        return Fact.of("Fill")
                .text("venueOrderId", row.venueOrderId())
                .text("clientOrderId", row.clientOrderId())
                .text("symbol", SymbolNames.ours(row.symbol()))
                .text("side", row.side().name())
                .text("fillId", row.tradeId())
                .decimal("quantity", row.quantity())
                .decimal("price", row.price())
                .decimal("quoteQuantity", row.quote())
                .decimal("fee", row.fee())
                .text("feeAsset", row.feeAsset())
                .text("liquidity", row.liquidity().name())
                .number(NS, row.timeNs());
    }

    static Fact balance(Fields balance, String asset, String free, String locked) {
        return Fact.of("Balance")
                .text("asset", balance.text(asset))
                .decimal("free", balance.decimal(free))
                .decimal("locked", balance.decimal(locked));
    }

    /// A deposit, a withdrawal or a lock: by how much, not to what.
    static Fact change(Fields event) {
        return Fact.of("Balance")
                .text("asset", event.text("a"))
                .decimal("change", event.decimal("d"))
                .number(NS, event.timeNs("T"));
    }

    /// An order of a list whose state has changed; the order's own state comes by its executionReport.
    static Fact leg(Fields leg, Fields list) {
        return Fact.of("OrderUpdate")
                .text("venueOrderId", Long.toString(leg.id("i")))
                .text("clientOrderId", leg.text("c"))
                .text("symbol", SymbolNames.ours(leg.text("s")))
                .text("list", Long.toString(list.id("g")))
                .text("listStatus", list.text("L"))
                .number(NS, list.timeNs("T"));
    }

    /// The connection, or the account's events on it, end: orders stand, and must be asked about elsewhere.
    static Fact ending(Fields event) {
        return Fact.of("Error")
                .text("category", "RETRYABLE")
                .text("outcome", "UNKNOWN")
                .text("reason", "CONNECTION")
                .text("code", event.text("e"))
                .text("message", "the venue ends the stream")
                .number(NS, event.timeNs("E"));
    }

    static Fact error(Answer.Refused refused) {
        ErrorTable.Meaning meaning = ErrorTable.meaning(refused);
        Fact fact = Fact.of("Error")
                .text("category", meaning.category().name())
                .text("outcome", meaning.certainty().name())
                .text("reason", meaning.reason().name())
                .text("code", refused.codeText())
                .text("message", refused.message());
        return refused.retryAtMs() > 0 ? fact.number("retryAtNs", refused.retryAtMs() * 1_000_000) : fact;
    }

    static Fact instrument(Listing listing) {
        return Fact.of("Instrument")
                .text("symbol", listing.base() + "/" + listing.quote())
                .text("venueSymbol", listing.symbol())
                .text("base", listing.base())
                .text("quote", listing.quote())
                .text("status", listing.phase().name())
                .text("venueStatus", listing.status())
                .decimal("tick", positive(listing.tick()))
                .decimal("lot", positive(listing.lot()))
                .decimal("minQuantity", positive(listing.quantityMin()))
                .decimal("maxQuantity", positive(listing.quantityMax()))
                .decimal("minNotional", positive(listing.notionalMin()))
                .text("words", String.join(" ", listing.words()))
                .texts("rules", listing.rules());
    }

    private static Optional<BigDecimal> positive(BigDecimal rule) {
        return Optional.of(rule).filter(value -> value.signum() > 0);
    }

    /// How far from the reference price an order may lie, as multiples of it.
    static Fact priceRules(Fields symbol) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (Fields rule : symbol.objects("rules")) {
            String type = rule.text("ruleType");
            rule.fields().forEach(field -> {
                if (!field.getKey().equals("ruleType")) {
                    rules.put(
                            type + "." + field.getKey(),
                            rule.decimal(field.getKey()).toPlainString());
                }
            });
        }
        String name = symbol.text("symbol");
        return Fact.of("Instrument")
                .text("symbol", SymbolNames.ours(name))
                .text("venueSymbol", name)
                .texts("rules", rules);
    }

    /// What the account pays, discounts left out.
    static Fact fees(Fields commission) {
        String name = commission.text("symbol");
        Fact fact = Fact.of("Instrument").text("symbol", SymbolNames.ours(name)).text("venueSymbol", name);
        for (String side : List.of("maker", "taker", "buyer", "seller")) {
            fact.decimal(side + "Fee", Surveys.rate(commission, side));
        }
        return fact.text("discountAsset", Surveys.discountAsset(commission));
    }
}
