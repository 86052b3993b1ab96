package io.tidegate.api.words;

import io.tidegate.api.books.ChildSeen;
import io.tidegate.api.books.FillSeen;
import io.tidegate.api.books.Listings;
import io.tidegate.api.books.Money;
import io.tidegate.api.books.OrderSeen;
import io.tidegate.api.books.Step;
import io.tidegate.api.books.VenueSeen;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.number.Decimals;
import io.tidegate.model.order.WorkingTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands, in JSON. A field that says nothing is left out; ids are strings, which every language can hold.
public final class BookWords {
    private static final int AVERAGE_SCALE = 18;

    private final Listings listings;

    public BookWords(Listings listings) {
        this.listings = listings;
    }

    /// An order without what it went through.
    public ObjectNode order(OrderSeen order) {
        Instrument instrument = listings.instrument(order.terms().instrument()).orElseThrow();
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("id", Long.toString(order.orderId()));
        to.put("status", order.status().name());
        to.put("account", order.terms().account());
        OrderWords.write(order.terms(), listings, to);
        if (!order.now().equals(WorkingTerms.of(order.terms()))) {
            now(order, instrument, to.putObject("now"));
        }
        to.put("filled", instrument.quantityText(order.filled()));
        to.put("remaining", instrument.quantityText(Math.max(0, order.now().quantity() - order.filled())));
        Amount quote = order.filledQuote();
        to.put("filledValue", quote.toString());
        if (order.filled() > 0 && !quote.isZero()) {
            to.put("averagePrice", average(quote, instrument, order.filled()));
        }
        OrderWords.time(to, "receivedAt", order.receivedNs());
        OrderWords.time(to, "acceptedAt", order.acceptedNs());
        OrderWords.time(to, "endedAt", order.endedNs());
        if (order.status().isTerminal()) {
            to.put("evidence", order.evidence().name());
        }
        if (!order.reason().isEmpty()) {
            to.put("reason", order.reason());
        }
        if (!order.flags().isEmpty()) {
            ArrayNode flags = to.putArray("flags");
            order.flags().forEach(flag -> flags.add(flag.name()));
        }
        return to;
    }

    /// Its terms as amended, beside what was stated first.
    private static void now(OrderSeen order, Instrument instrument, ObjectNode to) {
        to.put("quantity", instrument.quantityText(order.now().quantity()));
        if (order.now().price() != 0) {
            to.put("price", instrument.priceText(order.now().price()));
        }
        if (order.now().stopPrice() != 0) {
            to.put("stopPrice", instrument.priceText(order.now().stopPrice()));
        }
    }

    /// An order with its children, fills and every transition.
    public ObjectNode orderWithHistory(OrderSeen order) {
        Instrument instrument = listings.instrument(order.terms().instrument()).orElseThrow();
        ObjectNode to = order(order);
        ArrayNode children = to.putArray("children");
        order.children().forEach(child -> children.add(child(child, instrument)));
        ArrayNode fills = to.putArray("fills");
        order.fills().forEach(fill -> fills.add(fill(fill, instrument)));
        ArrayNode history = to.putArray("history");
        order.history().forEach(step -> history.add(step(step, instrument)));
        return to;
    }

    private ObjectNode child(ChildSeen child, Instrument instrument) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("id", Long.toString(child.childId()));
        to.put("venueAccount", venue(child.terms().venueAccount()));
        to.put("status", child.status().name());
        to.put("type", child.terms().type().name());
        to.put("timeInForce", child.terms().tif().name());
        to.put("quantity", instrument.quantityText(child.terms().quantity()));
        to.put("price", instrument.priceText(child.terms().price()));
        to.put("filled", instrument.quantityText(child.filled()));
        if (!child.clientOrderId().isEmpty()) {
            to.put("clientOrderId", child.clientOrderId());
        }
        if (!child.venueOrderId().isEmpty()) {
            to.put("venueOrderId", child.venueOrderId());
        }
        OrderWords.time(to, "handedOutAt", child.readyNs());
        OrderWords.time(to, "endedAt", child.endedNs());
        if (child.status().isTerminal()) {
            to.put("evidence", child.evidence().name());
        }
        if (!child.reason().isEmpty()) {
            to.put("reason", child.reason());
        }
        return to;
    }

    private ObjectNode fill(FillSeen seen, Instrument instrument) {
        FillBooked fill = seen.fill();
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("tradeId", fill.tradeId());
        to.put("venueOrderId", fill.venueOrderId());
        to.put("venueAccount", venue(fill.venueAccount()));
        to.put("childId", Long.toString(fill.childId()));
        to.put("quantity", instrument.quantityText(fill.quantity()));
        to.put("price", fill.price().toString());
        to.put("value", fill.quote().toString());
        to.put("fee", fill.fee().toString());
        listings.asset(fill.feeAsset()).map(Asset::code).ifPresent(code -> to.put("feeAsset", code));
        to.put("liquidity", fill.liquidity().name());
        OrderWords.time(to, "venueTime", fill.venueTimeNs());
        OrderWords.time(to, "bookedAt", seen.bookedNs());
        if (seen.corrections() > 0) {
            to.put("corrections", seen.corrections());
        }
        return to;
    }

    private static ObjectNode step(Step step, Instrument instrument) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        OrderWords.time(to, "at", step.atNs());
        if (step.childId() != 0) {
            to.put("childId", Long.toString(step.childId()));
        }
        to.put("from", step.from().name());
        to.put("to", step.to().name());
        to.put("filled", instrument.quantityText(step.filled()));
        to.put("by", step.by());
        to.put("evidence", step.evidence().name());
        if (!step.reason().isEmpty()) {
            to.put("reason", step.reason());
        }
        return to;
    }

    /// A balance at one venue account, beside what the venue last said.
    public ObjectNode balance(BalanceChanged balance, Optional<Money.Checked> checked) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("venueAccount", venue(balance.venueAccount()));
        to.put("asset", listings.asset(balance.asset()).map(Asset::code).orElse("#" + balance.asset()));
        to.put("total", balance.total().toString());
        to.put("reserved", balance.reserved().toString());
        to.put("free", balance.total().minus(balance.reserved()).toString());
        checked.ifPresent(venue -> {
            to.put("venueTotal", venue.by().venueTotal().toString());
            to.put("unexplained", venue.by().unexplained().toString());
            OrderWords.time(to, "checkedAt", venue.atNs());
        });
        return to;
    }

    /// A venue account and what it trades.
    public ObjectNode venue(VenueSeen venue) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        int id = venue.venueAccount().id();
        to.put("venueAccount", venue.venueAccount().name());
        to.put("venue", venue.venueAccount().venue());
        to.put("account", venue.venueAccount().account());
        to.put("open", venue.takesOrders());
        to.put("reason", venue.gateReason());
        to.put("gateway", venue.gateway());
        to.put("epoch", venue.epoch());
        ArrayNode instruments = to.putArray("instruments");
        for (Instrument instrument : listings.instruments()) {
            listings.grid(id, instrument.id()).ifPresent(grid -> {
                ObjectNode one = instruments.addObject();
                one.put("instrument", instrument.symbol());
                one.put("tick", instrument.priceText(grid.tick()));
                one.put("lot", instrument.quantityText(grid.lot()));
                one.put("quantityMin", instrument.quantityText(grid.quantityMin()));
                one.put("quantityMax", instrument.quantityText(grid.quantityMax()));
                one.put("notionalMin", grid.notionalMin().toString());
                listings.mark(instrument.id()).ifPresent(mark -> {
                    one.put("bid", instrument.priceText(mark.bid()));
                    one.put("ask", instrument.priceText(mark.ask()));
                    OrderWords.time(one, "markedAt", mark.atNs());
                });
            });
        }
        return to;
    }

    /// A kill switch that is engaged.
    public static ObjectNode killSwitch(KillSwitchSet set) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("scope", set.scope().name());
        to.put("subject", set.subject());
        to.put("engaged", set.engaged());
        to.put("by", set.by());
        to.put("reason", set.reason());
        return to;
    }

    private String venue(int venueAccount) {
        return listings.venue(venueAccount)
                .map(venue -> venue.venueAccount().name())
                .orElse("#" + venueAccount);
    }

    /// For display only: derived, never stored.
    static String average(Amount value, Instrument instrument, long quantity) {
        BigDecimal size = BigDecimal.valueOf(quantity, instrument.quantityScale());
        return Decimals.format(value.decimal().divide(size, AVERAGE_SCALE, RoundingMode.HALF_EVEN));
    }
}
